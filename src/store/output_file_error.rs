//! Why an output was not written, and what stands in its place.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::error::shown;
use super::write_error::Standing;
use crate::text::visible;

/// Why an output was not written.
#[derive(Debug)]
pub enum OutputFileError {
    /// A file is there, and nobody said that it may go; it stands as it was.
    Taken {
        /// The path.
        path: PathBuf,
    },
    /// Something that is no plain file is there.
    NotAFile {
        /// The path.
        path: PathBuf,
        /// What is there, in a word.
        found: &'static str,
    },
    /// A file is there, where a folder would be made.
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The rights of the file that is there forbid that it is changed.
    ReadOnly {
        /// The path.
        path: PathBuf,
    },
    /// The place is one that the repository of records keeps for itself.
    OfTheRepository {
        /// The path.
        path: PathBuf,
        /// Whose place it is.
        why: &'static str,
    },
    /// The system refused.
    Failed {
        /// What was being done, as in "cannot …".
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// The system's answer.
        error: io::Error,
        /// What stands in the place.
        standing: Standing,
    },
}

impl OutputFileError {
    /// Makes the error of a refusal by the system before anything was written.
    pub(super) fn failed(doing: &'static str, path: impl Into<PathBuf>, error: io::Error) -> Self {
        Self::Failed { doing, path: path.into(), error, standing: Standing::Nothing }
    }

    /// The answer of the system, or the nearest to it.
    pub(super) fn into_io(self) -> io::Error {
        match self {
            Self::Failed { error, .. } => error,
            Self::Taken { .. } => io::ErrorKind::AlreadyExists.into(),
            Self::NotAFolder { .. } => io::ErrorKind::NotADirectory.into(),
            Self::ReadOnly { .. } | Self::OfTheRepository { .. } => io::ErrorKind::PermissionDenied.into(),
            Self::NotAFile { .. } => io::Error::other("it is not a plain file"),
        }
    }

    /// Whether the request was understood and the machine did well: what stands there forbids it.
    pub fn is_refusal(&self) -> bool {
        !matches!(self, Self::Failed { .. })
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Taken { .. } => Some("--overwrite replaces it"),
            Self::NotAFile { .. } => Some("name a file, or `-` for standard output"),
            Self::NotAFolder { .. } => Some("name a folder"),
            Self::ReadOnly { .. } => Some("give it the right to be written, if that is meant"),
            Self::OfTheRepository { .. } => Some("name another file, or `-` for standard output"),
            Self::Failed { .. } => None,
        }
    }
}

impl fmt::Display for OutputFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken { path } => write!(f, "`{}` is there already; nothing was written", shown(path)),
            Self::NotAFile { path, found } => {
                write!(
                    f,
                    "`{}` is a {found}, where a file would be written; nothing was written",
                    shown(path)
                )
            }
            Self::NotAFolder { path } => {
                write!(f, "`{}` is a file, where a folder is wanted; nothing was written", shown(path))
            }
            Self::ReadOnly { path } => {
                write!(f, "the rights of `{}` forbid that it is changed; nothing was written", shown(path))
            }
            Self::OfTheRepository { path, why } => {
                write!(f, "`{}` is {why}; nothing was written", shown(path))
            }
            Self::Failed { doing, path, error, standing } => {
                let stands = match standing {
                    Standing::Nothing | Standing::Gone => "nothing was written",
                    Standing::Unproven => "it is in its place and whole, but the disk has not confirmed it",
                    Standing::Part => "a part of it may be in its place and could not be removed",
                };
                write!(f, "cannot {doing} `{}`: {}; {stands}", shown(path), visible(&error.to_string()))
            }
        }
    }
}

impl std::error::Error for OutputFileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Failed { error, .. } => Some(error),
            _ => None,
        }
    }
}
