//! What is wrong with a template.

use std::fmt;

use minijinja::{Error, ErrorKind};

use super::VARIABLES;
use crate::text::{nearest, visible};

/// What is wrong with the template of a layout; safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutFault {
    /// Its file, relative to the repository.
    pub file: String,
    /// The line, where it is one line's.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What there is, or what to do; may be empty.
    pub hint: String,
}

impl LayoutFault {
    /// A fault of a whole file.
    pub(super) fn of_file(file: &str, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, message: message.into(), hint: String::new() }
    }

    /// What the engine says.
    pub(super) fn of(file: &str, source: &str, error: &Error) -> Self {
        let there = || {
            error.range().and_then(|range| source.get(range)).map(str::trim).filter(|said| !said.is_empty())
        };
        let detail = || visible(error.detail().unwrap_or_default()).into_owned();
        let (message, hint) = match error.kind() {
            ErrorKind::UndefinedError => {
                let name = there().unwrap_or_default();
                (format!("there is no `{}`", visible(name)), near(name))
            }
            ErrorKind::OutOfFuel => (
                "it takes too many steps".to_owned(),
                "are there loops within loops within loops?".to_owned(),
            ),
            ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownFunction => {
                (detail(), "the only filter is `length`; there are no tests and no functions".to_owned())
            }
            _ if error.detail().is_some() => (detail(), String::new()),
            kind => (kind.to_string(), String::new()),
        };
        Self { file: file.to_owned(), line: error.line(), message, hint }
    }
}

/// The variables near a name, and where all of them stand.
fn near(name: &str) -> String {
    let last = |path: &'static str| path.rsplit('.').next().unwrap_or(path);
    let typed = name.rsplit('.').next().unwrap_or(name);
    let names = VARIABLES.iter().map(|variable| variable.name);
    let meant = nearest(name, names.clone()).or_else(|| {
        let word = nearest(typed, names.clone().map(last))?;
        names.clone().find(|path| last(path) == word)
    });
    if let Some(meant) = meant {
        return format!("did you mean `{meant}`? docs/reference/templates.md lists all");
    }
    let first: Vec<&str> = names.filter(|path| !path.contains('.')).collect();
    format!("there are {}", crate::text::and_list(&first))
}

impl fmt::Display for LayoutFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line.map(|line| format!(", line {line}")).unwrap_or_default();
        write!(f, "`{}`{line}: {}", visible(&self.file), self.message)
    }
}

impl std::error::Error for LayoutFault {}
