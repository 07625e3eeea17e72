//! Asks git whether a record is in its history, so that what is taken away can be got back.

use std::io::{self, ErrorKind, Read};
use std::process::{Command, Stdio};

use super::Repository;

/// What a caller may have set so that git looks at another repository than the one in the folder.
const FOREIGN: [&str; 6] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"];

/// Whether git has a record as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Committed {
    /// The newest commit has the same bytes.
    AsItStands {
        /// That commit, in short.
        commit: String,
    },
    /// The newest commit has it, but with other bytes.
    Otherwise {
        /// That commit, in short.
        commit: String,
        /// The bytes that it has.
        bytes: Vec<u8>,
    },
    /// It is in no commit, or no git repository is here.
    No,
    /// Git will not say: it refuses to read the repository.
    Refused {
        /// What git says of it.
        why: String,
    },
    /// There is no git on this machine to ask.
    NoGit,
}

/// Why git gave no answer.
enum Silence {
    Failed(String),
    Missing,
}

impl Repository {
    /// Asks git whether its newest commit has these bytes at a path from the root. Only reads; no hook or filter is run.
    pub fn committed(&self, path: &str, bytes: &[u8]) -> Committed {
        let kept = self.git(&["cat-file", "blob", &format!("HEAD:./{path}")]);
        let head = kept.and_then(|kept| Ok((kept, self.git(&["rev-parse", "--short", "HEAD"])?)));
        let (kept, commit) = match head {
            Ok(found) => found,
            Err(Silence::Missing) => return Committed::NoGit,
            Err(Silence::Failed(_)) => return self.why_not(),
        };
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        // git may keep lines without the carriage returns that stand in the folder.
        let same = kept == bytes || without_returns(&kept) == without_returns(bytes);
        if same { Committed::AsItStands { commit } } else { Committed::Otherwise { commit, bytes: kept } }
    }

    /// Whether git does not have it, or does not read the repository at all.
    fn why_not(&self) -> Committed {
        match self.git(&["rev-parse", "--git-dir"]) {
            Err(Silence::Failed(said)) if !said.to_lowercase().contains("not a git repository") => {
                let first =
                    said.lines().find(|line| !line.trim().is_empty()).unwrap_or("git gives no reason");
                let why = first.trim().trim_start_matches("fatal: ").to_owned();
                Committed::Refused { why }
            }
            _ => Committed::No,
        }
    }

    fn git(&self, args: &[&str]) -> Result<Vec<u8>, Silence> {
        let mut git = Command::new("git");
        git.arg("-C").arg(&self.root).args(args).stdin(Stdio::null()).env("LC_ALL", "C").env("LANG", "C");
        for name in FOREIGN {
            git.env_remove(name);
        }
        run(git)
    }
}

/// Runs git to its end. `Command::output` panics where a pipe cannot be read; here that is one more way of not knowing.
fn run(mut git: Command) -> Result<Vec<u8>, Silence> {
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => Silence::Missing,
        _ => Silence::Failed(error.to_string()),
    };
    let mut git = git.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(failed)?;
    let (mut told, mut said) = (Vec::new(), Vec::new());
    let read = git.stdout.take().map_or(Ok(0), |mut pipe| pipe.read_to_end(&mut told));
    // What git says of a refusal is a few lines.
    let heard = git.stderr.take().map_or(Ok(0), |mut pipe| pipe.read_to_end(&mut said));
    let ended = git.wait().map_err(failed)?;
    read.and(heard).map_err(|error| Silence::Failed(error.to_string()))?;
    if ended.success() { Ok(told) } else { Err(Silence::Failed(String::from_utf8_lossy(&said).into_owned())) }
}

fn without_returns(bytes: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_git_nothing_is_committed() {
        let root = tempfile::tempdir().unwrap();
        let repository = Repository { root: root.path().to_owned() };
        let found = repository.committed("records/a.toml", b"");
        assert!(matches!(found, Committed::No | Committed::NoGit), "{found:?}");
    }
}
