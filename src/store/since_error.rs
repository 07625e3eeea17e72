//! Why it cannot be told which records differ from a revision.

use std::fmt;
use std::path::PathBuf;

use super::StoreError;
use crate::text::visible;

/// Why it cannot be told which records differ from a revision.
#[derive(Debug)]
pub enum SinceError {
    /// There is no git on this machine to ask.
    NoGit,
    /// The folder lies in no work tree of git.
    NoGitRepository,
    /// Git refuses to read its repository.
    Refused {
        /// What git says of it.
        why: String,
        /// The folder that holds `.git`.
        top: PathBuf,
    },
    /// Nothing is committed yet on this branch.
    NoCommits,
    /// The revision names no commit that git has here.
    Unknown {
        /// The revision, as it was given.
        revision: String,
        /// Whether the clone has only its newest commits.
        shallow: bool,
    },
    /// This branch and the revision have no commit in common that git has here.
    Apart {
        /// The revision, as it was given.
        revision: String,
        /// Whether the clone has only its newest commits.
        shallow: bool,
    },
    /// The records cannot be listed.
    Store(StoreError),
}

impl SinceError {
    /// Whether the request was understood and is impossible, as against a machine on which git cannot be asked.
    pub const fn is_refusal(&self) -> bool {
        matches!(self, Self::NoCommits | Self::Unknown { .. } | Self::Apart { .. })
    }
}

impl From<StoreError> for SinceError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl fmt::Display for SinceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit => {
                f.write_str("git is not installed here and cannot be asked which records have changed")
            }
            Self::NoGitRepository => f.write_str(
                "the records are not in a work tree of git, so it cannot be told which have changed",
            ),
            Self::Refused { why, .. } => write!(f, "git refuses to read this repository ({})", visible(why)),
            Self::NoCommits => {
                f.write_str("nothing is committed yet on this branch, so nothing can have changed since")
            }
            Self::Unknown { revision, .. } => write!(f, "git knows no commit `{}` here", visible(revision)),
            Self::Apart { revision, .. } => write!(
                f,
                "this branch and `{}` have no commit in common here, so it cannot be told what has changed since",
                visible(revision)
            ),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SinceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Store(error) => Some(error),
            _ => None,
        }
    }
}
