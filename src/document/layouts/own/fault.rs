//! What is wrong with a template.

use std::fmt;
use std::ops::Range;

use minijinja::{Error, ErrorKind};

use super::guard::Refused;
use super::{NO_WORDS, VARIABLES};
use crate::text::{and_list, nearest, visible};

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

    /// A text that is not one: in UTF-8 up to a byte.
    pub(super) fn of_bytes(file: &str, up_to: &[u8]) -> Self {
        let up_to = String::from_utf8_lossy(up_to);
        let line = line_of(&up_to, up_to.len());
        Self { line: Some(line), ..Self::of_file(file, "it is not in UTF-8") }
    }

    /// What a template may not say.
    pub(super) fn of_refused(file: &str, source: &str, refused: Refused) -> Self {
        let line = Some(line_of(source, refused.at));
        Self { file: file.to_owned(), line, message: refused.what, hint: refused.hint }
    }

    /// What the engine says.
    pub(super) fn of(file: &str, source: &str, error: &Error) -> Self {
        let range = error.range().filter(|range| source.get(range.clone()).is_some());
        let said = range.clone().map(|range| said(source, range)).unwrap_or_default();
        let detail = || visible(error.detail().unwrap_or_default()).into_owned();
        let (message, hint) = match error.kind() {
            ErrorKind::UndefinedError => undefined(said),
            ErrorKind::OutOfFuel => (
                "it takes too many steps".to_owned(),
                "are there loops within loops within loops?".to_owned(),
            ),
            ErrorKind::UnknownFilter
            | ErrorKind::UnknownTest
            | ErrorKind::UnknownFunction
            | ErrorKind::UnknownMethod => {
                (detail(), "the only filter is `length`; there are no tests and no functions".to_owned())
            }
            _ if error.detail() == Some(NO_WORDS) => (detail(), parts(said).unwrap_or_default()),
            _ if error.detail().is_some_and(|detail| detail.starts_with("unexpected `=`")) => {
                (detail(), "`==` asks whether two things are the same".to_owned())
            }
            _ if error.detail().is_some() => (detail(), String::new()),
            kind => (kind.to_string(), String::new()),
        };
        let line = range.map(|range| line_of(source, range.start)).or(error.line());
        Self { file: file.to_owned(), line, message, hint }
    }
}

fn line_of(source: &str, at: usize) -> usize {
    source[..at].matches('\n').count() + 1
}

/// What stands at a place, the whole of a path: the engine begins it at its last dot.
fn said(source: &str, range: Range<usize>) -> &str {
    let before = &source[..range.start];
    let path = before.trim_end_matches(|c: char| is_path(c)).len();
    let start = if source[range.clone()].starts_with(is_path) { path } else { range.start };
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '%' | '-');
    source[start..range.end].trim_matches(is_mark)
}

fn is_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '[' | ']')
}

/// What is said of a variable that there is not.
fn undefined(said: &str) -> (String, String) {
    if let Some((of, _)) = said.rsplit_once('.')
        && VARIABLES.iter().any(|variable| variable.name == said)
    {
        let hint = format!("print it within {{% if {of} %}} … {{% endif %}}");
        return (format!("there is no `{said}`: the record has no `{of}`"), hint);
    }
    if !said.is_empty() && said.chars().all(is_path) {
        return (format!("there is no `{}`", visible(said)), near(said));
    }
    let hint = "a variable is named as docs/reference/templates.md has it, and an `if` within a line needs its `else`";
    (format!("something that there is not stands in `{}`", visible(said)), hint.into())
}

/// The variables near a name, or those beside it, and where all of them stand.
fn near(name: &str) -> String {
    let names = || VARIABLES.iter().map(|variable| variable.name);
    let (root, rest) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
    if root == "loop" {
        return "within a loop there are `loop.index`, `loop.first` and `loop.last`".to_owned();
    }
    let list = format!("{root}s");
    // What is right within a loop stands outside of it.
    if names().any(|known| known == list)
        && (rest.is_empty() || names().any(|known| known == format!("{list}[]{rest}")))
    {
        return format!("within {{% for {root} in {list} %}} there is `{name}`");
    }
    let end_of = |path: &'static str| path.rsplit('.').next().unwrap_or(path);
    let (typed, depth) = (name.rsplit('.').next().unwrap_or(name), name.matches('.').count());
    let beside =
        names().filter(|path| path.starts_with(&format!("{list}[].")) && path.matches('.').count() == 1);
    let alike = nearest(typed, beside.map(end_of))
        .and_then(|word| names().find(|path| **path == format!("{list}[].{word}")))
        .or_else(|| nearest(name, names().filter(|path| path.matches('.').count() == depth)))
        .or_else(|| {
            let word = nearest(typed, names().map(end_of))?;
            names().find(|path| end_of(path) == word)
        });
    if let Some(alike) = alike {
        return format!("did you mean `{alike}`? docs/reference/templates.md lists all");
    }
    let of = name.rsplit_once('.').map_or(name, |(of, _)| of);
    parts(of).or_else(|| parts(&list)).unwrap_or_else(|| {
        let first: Vec<&str> = names().filter(|path| !path.contains('.')).collect();
        format!("there are {}; docs/reference/templates.md lists all", and_list(&first))
    })
}

/// What there is in a variable that has parts, as in `report`, `report.published` or `recommendations`.
fn parts(name: &str) -> Option<String> {
    let below = |before: String| {
        let names = VARIABLES.iter().filter_map(|variable| variable.name.strip_prefix(before.as_str()));
        let parts: Vec<&str> = names.filter(|part| !part.contains('.')).collect();
        (!parts.is_empty()).then(|| and_list(&parts))
    };
    let name = visible(name);
    below(format!("{name}."))
        .map(|parts| format!("`{name}` has {parts}"))
        .or_else(|| below(format!("{name}[].")).map(|parts| format!("each of `{name}` has {parts}")))
}

impl fmt::Display for LayoutFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line.map(|line| format!(", line {line}")).unwrap_or_default();
        write!(f, "`{}`{line}: {}", visible(&self.file), self.message)
    }
}

impl std::error::Error for LayoutFault {}
