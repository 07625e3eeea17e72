//! What can be wrong with the world around the records.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::folder::{Folder, Kind};
use super::name::spelt_out;
use super::{LARGEST, RECORDS, SETTINGS};
use crate::text::visible;

/// Why the repository, or a file of its own, cannot be used.
#[derive(Debug)]
pub enum StoreError {
    /// There is no repository.
    NoRepository {
        /// Where it was looked for.
        from: PathBuf,
        /// Whether the folders above were looked at as well.
        upwards: bool,
    },
    /// A link stands where a plain file or folder must be.
    Link {
        /// The link.
        path: PathBuf,
    },
    /// Something else stands where a file or folder must be.
    NotThe {
        /// Where.
        path: PathBuf,
        /// What must be there.
        wanted: &'static str,
        /// What is there.
        found: &'static str,
    },
    /// The file is larger than is read.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size, as far as it was seen.
        bytes: u64,
    },
    /// The folder holds more files than any office has records.
    TooMany {
        /// The folder.
        path: PathBuf,
        /// How many are taken at most.
        most: usize,
    },
    /// Another process holds the lock and does not let go.
    Busy {
        /// The lock file.
        path: PathBuf,
    },
    /// The system refused.
    Io {
        /// What was being done, as in "cannot …".
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// The system's answer.
        error: io::Error,
    },
}

impl StoreError {
    /// Makes the error of a refusal by the system.
    pub(super) fn io(doing: &'static str, path: impl Into<PathBuf>, error: io::Error) -> Self {
        Self::Io { doing, path: path.into(), error }
    }

    /// Says why `name` in `parent` could not be opened as a `wanted`, by what stands there.
    pub(super) fn not_opened(
        parent: &Folder,
        name: &str,
        wanted: &'static str,
        path: PathBuf,
        error: io::Error,
    ) -> Self {
        match parent.kind(name.as_ref()) {
            Ok(Kind::Link) => Self::Link { path },
            Ok(kind) if kind.word() != wanted => Self::NotThe { path, wanted, found: kind.word() },
            _ => Self::io("open", path, error),
        }
    }
}

/// Shows a path: bytes that are no text and characters that steer are spelt out.
pub(super) fn shown(path: &Path) -> String {
    visible(&spelt_out(path.as_os_str())).into_owned()
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRepository { from, upwards } => {
                let who = match upwards {
                    true => format!("neither `{}` nor any folder above it", shown(from)),
                    false => format!("`{}`", shown(from)),
                };
                let (verb, or) = if *upwards { ("has", "or") } else { ("has neither", "nor") };
                write!(
                    f,
                    "no repository of records: {who} {verb} a file `{SETTINGS}` {or} a folder `{RECORDS}`"
                )
            }
            Self::Link { path } => {
                write!(f, "`{}` is a link, and links are not followed: put the real one there", shown(path))
            }
            Self::NotThe { path, wanted, found } => {
                write!(f, "`{}` is a {found}, where a {wanted} must be", shown(path))
            }
            Self::TooLarge { path, bytes } => {
                write!(f, "`{}` has {bytes} bytes; at most {LARGEST} are read", shown(path))
            }
            Self::TooMany { path, most } => {
                write!(f, "`{}` holds more than {most} files: is it the right folder?", shown(path))
            }
            Self::Busy { path } => write!(
                f,
                "another track is writing here and has not finished (it holds `{}`): try again",
                shown(path)
            ),
            Self::Io { doing, path, error } => {
                write!(f, "cannot {doing} `{}`: {}", shown(path), visible(&error.to_string()))
            }
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_what_was_done_and_where() {
        let error = StoreError::io("read", "a\u{7}b", io::Error::from(io::ErrorKind::PermissionDenied));
        assert_eq!(error.to_string(), "cannot read `a\\u{7}b`: permission denied");
        let error = StoreError::NoRepository { from: "/x".into(), upwards: true };
        assert_eq!(
            error.to_string(),
            "no repository of records: neither `/x` nor any folder above it has a file `track.toml` or a folder `records`"
        );
        let error = StoreError::NoRepository { from: "/x".into(), upwards: false };
        assert!(error.to_string().ends_with("`/x` has neither a file `track.toml` nor a folder `records`"));
    }
}
