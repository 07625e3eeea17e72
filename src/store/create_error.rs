//! Why no record was made, and what stands on the disk.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::error::shown;
use super::{LARGEST, PathFault, StoreError};
use crate::text::visible;

/// Why no record was made.
#[derive(Debug)]
pub enum CreateError {
    /// The id, or a name that differs in letter case only, is taken; nothing was written.
    Taken {
        /// What has it, as a path from the root.
        path: String,
    },
    /// No record can be made at that path; nothing was written.
    Path {
        /// The path asked for.
        path: String,
        /// What is wrong with it.
        fault: PathFault,
    },
    /// The record would be larger than is read; nothing was written.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The repository cannot be used; nothing was written.
    Store(StoreError),
    /// The system refused.
    Failed {
        /// What was being done, as in "cannot …".
        doing: &'static str,
        /// The record.
        path: PathBuf,
        /// The system's answer.
        error: io::Error,
        /// What stands on the disk.
        standing: Standing,
    },
}

/// What stands on the disk after a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was written.
    Nothing,
    /// The record is in its place and whole, but a power cut might take it away.
    Unproven,
    /// A part of the record is in its place and could not be removed.
    Part,
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing was written",
            Self::Unproven => {
                "the record is in its place and whole, but the disk has not confirmed it: look after it before you rely on it"
            }
            Self::Part => "a part of the record may be in its place and could not be removed: remove it yourself",
        })
    }
}

impl fmt::Display for CreateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken { path } => write!(f, "`{}` is there already", visible(path))?,
            Self::Path { path, fault } => write!(f, "no record can be made at `{}`: {fault}", visible(path))?,
            Self::TooLarge { bytes } => {
                write!(f, "the record has {bytes} bytes; at most {LARGEST} are read")?;
            }
            Self::Store(error) => error.fmt(f)?,
            Self::Failed { doing, path, error, .. } => {
                write!(f, "cannot {doing} `{}`: {}", shown(path), visible(&error.to_string()))?;
            }
        }
        write!(f, "; {}", self.standing())
    }
}

impl CreateError {
    /// What stands on the disk.
    pub fn standing(&self) -> Standing {
        match self {
            Self::Failed { standing, .. } => *standing,
            _ => Standing::Nothing,
        }
    }
}

impl From<StoreError> for CreateError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl std::error::Error for CreateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Store(error) => error.source(),
            Self::Failed { error, .. } => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_stands() {
        let error = CreateError::Taken { path: "records/a.toml".into() };
        assert_eq!(error.to_string(), "`records/a.toml` is there already; nothing was written");
        let error = CreateError::Failed {
            doing: "save",
            path: "a".into(),
            error: io::ErrorKind::StorageFull.into(),
            standing: Standing::Unproven,
        };
        assert!(
            error.to_string().starts_with("cannot save `a`: no storage space; the record is in its place")
        );
    }
}
