//! What can be wrong with one file, so that it is named and the others go on.

use std::fmt;
use std::io;

use super::{DEEPEST, LARGEST};
use crate::diagnostic::{Finding, Rule};
use crate::model::IdFault;
use crate::schema::faults;
use crate::text::visible;

/// A file or folder under `records/` that cannot be read as a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    /// Where it is, relative to the root, with `/`; bytes that are no text are spelt out as `\xff`.
    pub path: String,
    /// What is wrong with it.
    pub kind: FileFaultKind,
}

/// What is wrong with a file or folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFaultKind {
    /// It is larger than a record may be.
    TooLarge {
        /// Its size, as far as it was seen.
        bytes: u64,
    },
    /// It is a link, and links are not followed.
    Link,
    /// It is no plain file but the thing named.
    NotAFile(&'static str),
    /// Its name does not end in `.toml`.
    NotARecord,
    /// Its name is no id and `.toml`.
    BadName(IdFault),
    /// Its name is no Unicode text.
    NotUnicode,
    /// It lies in too many folders.
    TooDeep,
    /// It does not lie within `records/`.
    Outside,
    /// The system does not give it.
    Unreadable {
        /// What kind of refusal.
        kind: io::ErrorKind,
        /// The system's own words.
        message: String,
    },
}

impl FileFault {
    /// Whether it may be a record all the same, whose text is not known.
    pub fn is_unread(&self) -> bool {
        matches!(self.kind, FileFaultKind::Unreadable { .. } | FileFaultKind::TooLarge { .. })
    }

    /// The fault as a finding about its file.
    pub fn finding(&self) -> Finding {
        Finding::of_file(self.kind.rule(), &self.path, format!("this {}", self.kind)).help(self.kind.help())
    }
}

impl FileFaultKind {
    /// The rule that it breaks.
    const fn rule(&self) -> &'static Rule {
        match self {
            Self::TooLarge { .. } => &faults::FILE_TOO_LARGE,
            Self::Link => &faults::FILE_IS_A_LINK,
            Self::NotAFile(_) => &faults::NOT_A_PLAIN_FILE,
            Self::NotARecord | Self::Outside => &faults::NOT_A_RECORD,
            Self::BadName(_) | Self::NotUnicode => &faults::BAD_RECORD_NAME,
            Self::TooDeep => &faults::FOLDER_TOO_DEEP,
            Self::Unreadable { .. } => &faults::FILE_UNREADABLE,
        }
    }

    /// What to do about it.
    const fn help(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "keep documents elsewhere and name them by `url`",
            Self::Link => "put the file itself in place of the link",
            Self::NotAFile(_) => "rename it, or take it away",
            Self::NotARecord | Self::Outside => "rename it to end in .toml, or move it out of records/",
            Self::BadName(_) | Self::NotUnicode => {
                "name it by small letters a-z, digits and hyphens, such as 2020-03-prevent.toml"
            }
            Self::TooDeep => "keep records in records/, or in a folder a year",
            Self::Unreadable { .. } => "give everybody in the office the right to read it, then try again",
        }
    }
}

impl From<io::Error> for FileFaultKind {
    fn from(error: io::Error) -> Self {
        Self::Unreadable { kind: error.kind(), message: error.to_string() }
    }
}

impl fmt::Display for FileFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(f, "has {bytes} bytes; a record has at most {LARGEST}"),
            Self::Link => f.write_str("is a link, and links are not followed"),
            Self::NotAFile(what) => write!(f, "is a {what}, not a file"),
            Self::NotARecord => f.write_str("is no record: its name does not end in `.toml`"),
            Self::BadName(fault) => write!(f, "is not named by an id and `.toml`: {fault}"),
            Self::NotUnicode => f.write_str("has a name that is not Unicode text"),
            Self::TooDeep => write!(f, "lies in more than {DEEPEST} folders below `records/`"),
            Self::Outside => f.write_str("does not lie within `records/`"),
            Self::Unreadable { message, .. } => write!(f, "cannot be read: {}", visible(message)),
        }
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", visible(&self.path), self.kind)
    }
}

impl std::error::Error for FileFault {}

/// Puts faults into the order of their paths, the same on every machine.
pub(super) fn sort(faults: &mut [FileFault]) {
    faults.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| a.kind.to_string().cmp(&b.kind.to_string())));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_reads_as_a_sentence_and_steers_nothing() {
        let fault = FileFault { path: "records/\u{1b}[2J".into(), kind: FileFaultKind::Link };
        assert_eq!(fault.to_string(), "`records/\\u{1b}[2J` is a link, and links are not followed");
        let fault = FileFault { path: "records/A.toml".into(), kind: FileFaultKind::BadName(IdFault::Empty) };
        assert!(fault.to_string().ends_with("`.toml`: an id cannot be empty"));
    }
}
