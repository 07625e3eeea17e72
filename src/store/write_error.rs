//! Why a record was not written, and what stands on the disk.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::error::shown;
use super::{LARGEST, PathFault, StoreError};
use crate::text::{and_list, visible};

/// Why a record was not written.
#[derive(Debug)]
pub enum WriteError {
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
    /// Somebody changed the record since it was read; nothing was written.
    Changed {
        /// The record, as a path from the root.
        path: String,
    },
    /// Something that is no plain file stands where the record was, or nothing at all; nothing was written.
    NotThere {
        /// The record, as a path from the root.
        path: String,
        /// What is there, in words.
        found: &'static str,
    },
    /// The record's rights forbid that it is written; nothing was written.
    ReadOnly {
        /// The record, as a path from the root.
        path: String,
    },
    /// Somebody changed the record at the very moment it was written, and what they saved could not be put back.
    Apart {
        /// The record, as a path from the root.
        path: String,
        /// Where a version of theirs is kept, as a path from the root.
        kept: String,
        /// Whether the record holds what was written now.
        ours: bool,
    },
    /// A step of a rename failed, and those before it were taken back, as far as that could be done.
    Rename {
        /// What failed.
        cause: Box<WriteError>,
        /// The records that could not be put back: they are whole, and say what they say after the rename.
        left: Vec<String>,
    },
    /// A rename is done, but the disk has not confirmed its last step.
    Renamed {
        /// What failed.
        cause: Box<WriteError>,
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
    /// The record is taken away, but a power cut might bring it back.
    Gone,
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing was written",
            Self::Unproven => {
                "the record is in its place and whole, but the disk has not confirmed it: look after it before you rely on it"
            }
            Self::Gone => {
                "the record is gone, but the disk has not confirmed it: look whether it stays so before you rely on it"
            }
            Self::Part => "a part of the record may be in its place and could not be removed: remove it yourself",
        })
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken { path } => write!(f, "`{}` is there already", visible(path))?,
            Self::Path { path, fault } => write!(f, "no record can be made at `{}`: {fault}", visible(path))?,
            Self::TooLarge { bytes } => {
                write!(f, "the record would have {bytes} bytes; at most {LARGEST} are read")?;
            }
            Self::Changed { path } => {
                write!(f, "`{}` was changed by somebody else since it was read", visible(path))?;
            }
            Self::NotThere { path, found } => write!(f, "`{}` is {found}", visible(path))?,
            Self::ReadOnly { path } => {
                write!(f, "the rights of `{}` forbid that it is changed", visible(path))?;
            }
            Self::Apart { path, kept, ours } => {
                let ours =
                    if *ours { "it holds what was written now" } else { "what was written now is not in it" };
                return write!(
                    f,
                    "`{}` was changed by somebody else while it was written: {ours}, and a version of theirs is kept whole as `{}`; put the two together",
                    visible(path),
                    visible(kept)
                );
            }
            Self::Rename { cause, left } if left.is_empty() => {
                return write!(f, "{cause:#}; the rename was taken back: every record stands as it was");
            }
            Self::Rename { cause, left } => {
                let left: Vec<String> = left.iter().map(|path| format!("`{}`", visible(path))).collect();
                return write!(
                    f,
                    "{cause:#}; the rename could not be taken back whole: {} {} as after it, and every record is whole",
                    and_list(&left),
                    if left.len() == 1 { "stands" } else { "stand" }
                );
            }
            Self::Renamed { cause } => {
                return write!(
                    f,
                    "{cause:#}; the rename is done and every record is whole, but the disk has not confirmed it: look whether it stays so before you rely on it"
                );
            }
            Self::Store(error) => error.fmt(f)?,
            Self::Failed { doing, path, error, .. } => {
                write!(f, "cannot {doing} `{}`: {}", shown(path), visible(&error.to_string()))?;
            }
        }
        // `{:#}` leaves out what stands, for whoever says more of it.
        if f.alternate() { Ok(()) } else { write!(f, "; {}", self.standing()) }
    }
}

impl WriteError {
    /// Whether the request was understood and the machine did well: what stands there forbids it.
    pub fn is_refusal(&self) -> bool {
        match self {
            Self::Store(_) | Self::Failed { .. } | Self::Apart { .. } | Self::Renamed { .. } => false,
            Self::Rename { cause, left } => left.is_empty() && cause.is_refusal(),
            _ => true,
        }
    }

    /// What stands on the disk.
    pub fn standing(&self) -> Standing {
        match self {
            Self::Failed { standing, .. } => *standing,
            Self::Apart { ours: true, .. } | Self::Renamed { .. } => Standing::Unproven,
            _ => Standing::Nothing,
        }
    }
}

impl From<StoreError> for WriteError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl std::error::Error for WriteError {
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
        let error = WriteError::Taken { path: "records/a.toml".into() };
        assert_eq!(error.to_string(), "`records/a.toml` is there already; nothing was written");
        assert_eq!(format!("{error:#}"), "`records/a.toml` is there already");
        let error = WriteError::Failed {
            doing: "save",
            path: "a".into(),
            error: io::ErrorKind::StorageFull.into(),
            standing: Standing::Unproven,
        };
        assert!(
            error.to_string().starts_with("cannot save `a`: no storage space; the record is in its place")
        );
    }

    #[test]
    fn a_rename_says_what_stands_and_nothing_of_its_steps() {
        let cause = || {
            let (path, error) = ("a".into(), io::ErrorKind::StorageFull.into());
            Box::new(WriteError::Failed { doing: "confirm", path, error, standing: Standing::Unproven })
        };
        let back = WriteError::Rename { cause: cause(), left: Vec::new() };
        let words =
            "cannot confirm `a`: no storage space; the rename was taken back: every record stands as it was";
        assert_eq!(back.to_string(), words);
        let left = WriteError::Rename { cause: cause(), left: vec!["b".into(), "c".into()] };
        assert!(
            left.to_string().ends_with("whole: `b` and `c` stand as after it, and every record is whole")
        );
        let done = WriteError::Renamed { cause: cause() };
        assert!(done.to_string().starts_with("cannot confirm `a`: no storage space; the rename is done"));
        assert!(!done.is_refusal() && done.standing() == Standing::Unproven);
    }

    #[test]
    fn of_two_versions_it_is_said_which_stands_and_where_the_other_is() {
        let apart = |ours| {
            let (path, kept) = ("records/a.toml".into(), "records/a.toml.kept-1-2".into());
            WriteError::Apart { path, kept, ours }.to_string()
        };
        assert!(apart(true).contains("holds what was written now"), "{}", apart(true));
        assert!(apart(false).contains("what was written now is not in it"), "{}", apart(false));
        assert!(apart(false).contains("kept whole as `records/a.toml.kept-1-2`"));
    }
}
