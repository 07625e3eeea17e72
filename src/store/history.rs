//! Asks git whether a record is in its history, so that what is taken away can be got back.

use std::io::Read;
use std::process::{Command, Stdio};

use super::Repository;

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
    },
    /// It is in no commit, or there is no git here.
    No,
}

impl Repository {
    /// Asks git whether its newest commit has these bytes at a path from the root. Only reads; no hook or filter is run.
    pub fn committed(&self, path: &str, bytes: &[u8]) -> Committed {
        let Some(kept) = self.git(&["cat-file", "blob", &format!("HEAD:./{path}")]) else {
            return Committed::No;
        };
        let Some(commit) = self.git(&["rev-parse", "--short", "HEAD"]) else { return Committed::No };
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        // git may keep lines without the carriage returns that stand in the folder.
        let same = kept == bytes || without_returns(&kept) == without_returns(bytes);
        if same { Committed::AsItStands { commit } } else { Committed::Otherwise { commit } }
    }

    fn git(&self, args: &[&str]) -> Option<Vec<u8>> {
        let mut git = Command::new("git");
        git.arg("-C").arg(&self.root).args(args);
        let mut git = git.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut told = Vec::new();
        // `Command::output` panics where the pipe cannot be read; here that is one more way of not knowing.
        let read = git.stdout.take().is_some_and(|mut pipe| pipe.read_to_end(&mut told).is_ok());
        let ended = git.wait().ok()?;
        (read && ended.success()).then_some(told)
    }
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
        assert_eq!(repository.committed("records/a.toml", b""), Committed::No);
    }
}
