//! Why a change was not made.

use std::fmt;

/// Why a change was not made; nothing of the record is touched. Message and hint may quote the record: show them escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditFault {
    /// What is wrong.
    pub message: String,
    /// What to do, a line each.
    pub hints: Vec<String>,
}

impl EditFault {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hints: Vec::new() }
    }

    #[must_use]
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for EditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for EditFault {}
