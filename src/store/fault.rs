//! What can be wrong with one file, so that it is named and the others go on.

use std::fmt;
use std::io;

use super::{DEEPEST, LARGEST};
use crate::diagnostic::{Finding, Rule};
use crate::model::{IdFault, id_from_name};
use crate::schema::faults;
use crate::text::{or_list, visible};

/// How many wrong characters of a name are told.
const MOST_CHARACTERS: usize = 6;

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
        let message = match &self.kind {
            FileFaultKind::BadName(fault) => format!("the name of this file is no id: {}", self.why(*fault)),
            kind => format!("this {kind}"),
        };
        Finding::of_file(self.kind.rule(), &self.path, message).help(self.help())
    }

    /// What to do about it: of a wrong name, the id made from it.
    fn help(&self) -> String {
        let wrong = matches!(self.kind, FileFaultKind::BadName(_)).then(|| self.name());
        match wrong.and_then(|(stem, _)| id_from_name(stem)) {
            Some(id) => format!("name it {id}.toml, or otherwise by small letters a-z, digits and hyphens"),
            None => self.kind.help().to_owned(),
        }
    }

    /// Why the name is no id, with all of its characters that no id has.
    fn why(&self, fault: IdFault) -> String {
        let (stem, ending) = self.name();
        let is_wrong = |c: &char| !matches!(c, 'a'..='z' | '0'..='9' | '-');
        let capitals = ending.chars().filter(char::is_ascii_uppercase);
        let mut wrong: Vec<String> = Vec::new();
        for c in stem.chars().filter(is_wrong).chain(capitals) {
            let shown = format!("`{}`", visible(&c.to_string()));
            if !wrong.contains(&shown) && wrong.len() < MOST_CHARACTERS {
                wrong.push(shown);
            }
        }
        match fault {
            IdFault::Character(_) if !wrong.is_empty() => {
                format!("an id has only small letters a-z, digits and hyphens, not {}", or_list(&wrong))
            }
            _ => fault.to_string(),
        }
    }

    /// The name of the file, parted before `.toml` in any letters.
    fn name(&self) -> (&str, &str) {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        let at = name.len().saturating_sub(".toml".len());
        match name.split_at_checked(at) {
            Some((stem, ending)) if ending.eq_ignore_ascii_case(".toml") => (stem, ending),
            _ => (name, ""),
        }
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
            Self::NotARecord | Self::Outside => {
                "move it out of records/; if it is a record, rename it to end in .toml"
            }
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
            Self::BadName(fault) => write!(f, "has a name that is no id: {fault}"),
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
        assert!(fault.to_string().ends_with("is no id: an id cannot be empty"));
    }

    #[test]
    fn all_that_is_wrong_with_a_name_is_told_at_once_and_another_proposed() {
        for (name, says, help) in [
            ("2026 Rural.toml", "not ` ` or `R`", "name it 2026-rural.toml,"),
            ("2020/Café & Bar.toml", "not `C`, `é`, ` `, `&` or `B`", "name it cafe-bar.toml,"),
            ("a.TOML", "not `T`, `O`, `M` or `L`", "name it a.toml,"),
            ("a\u{202e}.toml", "not `\\u{202e}`", "name it a.toml,"),
            ("!!.toml", "not `!`", "name it by small letters"),
            ("con.toml", "Windows keeps this name for a device", "name it by small letters"),
        ] {
            let stem = name.rsplit('/').next().unwrap().strip_suffix(".toml").unwrap_or(name);
            let fault = crate::model::RecordId::new(stem).unwrap_err();
            let fault = if name == "a.TOML" { IdFault::Character('T') } else { fault };
            let path = format!("records/{name}");
            let finding = FileFault { path, kind: FileFaultKind::BadName(fault) }.finding();
            assert!(finding.message.ends_with(says), "{name}: {}", finding.message);
            assert!(finding.help.as_deref().unwrap().starts_with(help), "{name}: {:?}", finding.help);
        }
    }
}
