//! The id of a record: the stem of its file's name.

use std::fmt;

/// The id of a record: `[a-z0-9][a-z0-9-]*`, at most 100 characters, no name that Windows keeps for itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(String);

/// Why a text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdFault {
    /// It is empty.
    Empty,
    /// It is longer than 100 characters.
    TooLong,
    /// It does not begin with a letter or digit.
    Start,
    /// It has a character that is not allowed.
    Character(char),
    /// Windows keeps the name for a device.
    Reserved,
}

const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

impl RecordId {
    /// The most characters of an id.
    pub const LONGEST: usize = 100;

    /// Takes a text that is made of an id's letters and short enough.
    pub(super) fn made(text: String) -> Self {
        debug_assert!(Self::new(&text).is_ok(), "{text} is no id");
        Self(text)
    }

    /// Checks a text.
    pub fn new(text: &str) -> Result<Self, IdFault> {
        if text.is_empty() {
            return Err(IdFault::Empty);
        }
        if let Some(wrong) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(IdFault::Character(wrong));
        }
        if text.len() > Self::LONGEST {
            return Err(IdFault::TooLong);
        }
        if text.starts_with('-') {
            return Err(IdFault::Start);
        }
        let device = ["com", "lpt"].iter().any(|port| {
            text.strip_prefix(port)
                .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
        });
        if device || RESERVED.contains(&text) {
            return Err(IdFault::Reserved);
        }
        Ok(Self(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Display for IdFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an id cannot be empty"),
            Self::TooLong => write!(f, "an id has at most {} characters", RecordId::LONGEST),
            Self::Start => f.write_str("an id begins with a small letter or a digit"),
            Self::Character(c) => {
                write!(
                    f,
                    "an id has only small letters a-z, digits and hyphens, not `{}`",
                    crate::text::visible(&c.to_string())
                )
            }
            Self::Reserved => f.write_str("Windows keeps this name for a device"),
        }
    }
}

impl std::error::Error for IdFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_small_letters_digits_and_hyphens() {
        for good in ["a", "2020-03-prevent", "0", "com", "com10", "console", &"a".repeat(100)] {
            assert!(RecordId::new(good).is_ok(), "{good}");
        }
        for (bad, fault) in [
            ("", IdFault::Empty),
            ("-a", IdFault::Start),
            ("A", IdFault::Character('A')),
            ("a b", IdFault::Character(' ')),
            ("../a", IdFault::Character('.')),
            ("é", IdFault::Character('é')),
            ("con", IdFault::Reserved),
            ("lpt1", IdFault::Reserved),
            (&"a".repeat(101), IdFault::TooLong),
        ] {
            assert_eq!(RecordId::new(bad), Err(fault), "{bad}");
        }
    }
}
