//! Asks git whether a record is in its history, so that what is taken away can be got back.

use super::Repository;
use super::git::{Silence, is_elsewhere, is_same, reason};

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

impl Repository {
    /// Asks git whether its newest commit has these bytes at a path from the root. Only reads; no hook or filter is run.
    pub fn committed(&self, path: &str, bytes: &[u8]) -> Committed {
        let kept = self.git(&["cat-file", "blob", &format!("HEAD:./{path}")]);
        let head = kept.and_then(|kept| Ok((kept, self.git(&["rev-parse", "--short", "HEAD"])?)));
        let (kept, commit) = match head {
            Ok(found) => found,
            Err(Silence::Missing) => return Committed::NoGit,
            Err(Silence::Failed(_) | Silence::Nothing(_)) => return self.why_not(),
        };
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        if is_same(bytes, &kept) {
            Committed::AsItStands { commit }
        } else {
            Committed::Otherwise { commit, bytes: kept }
        }
    }

    /// Whether git does not have it, or does not read the repository at all.
    fn why_not(&self) -> Committed {
        match self.git(&["rev-parse", "--git-dir"]) {
            Err(Silence::Failed(said)) if !is_elsewhere(&said) => Committed::Refused { why: reason(&said) },
            _ => Committed::No,
        }
    }
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
