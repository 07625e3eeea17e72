//! A handle on a folder: the same functions on every system.

#[cfg(not(unix))]
pub(super) use super::folder_other::{FileMode, Folder, has_no_locks};
#[cfg(unix)]
pub(super) use super::folder_unix::{FileMode, Folder, has_no_locks};

/// What a name in a folder stands for, links not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A link to anything or nothing.
    Link,
    /// Something else, in a word.
    Other(&'static str),
}

impl Kind {
    /// Says in a word what it is.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Folder => "folder",
            Self::Link => "link",
            Self::Other(word) => word,
        }
    }
}
