//! Faults of the text as TOML, and their collection.

use toml_parser::ParseError;

use super::wording;
use crate::text::Span;

/// How many faults of a file are told; one more says that there are others.
const MOST: usize = 100;

/// A fault of the text as TOML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxFault {
    /// Which sort of fault.
    pub kind: SyntaxFaultKind,
    /// Where; inside the text and between characters.
    pub span: Span,
    /// What is wrong, in plain words and without text of the file.
    pub message: &'static str,
    /// What to do, without text of the file.
    pub help: Option<String>,
}

/// The sorts of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxFaultKind {
    /// The text is not TOML here.
    Syntax,
    /// A key or a table stands twice, or is added to where that is not allowed.
    DuplicateKey {
        /// Where the key stood first.
        first: Span,
    },
    /// The text is read, but only TOML 1.1 allows it.
    Toml11,
    /// A date or time has the right form and is not in the calendar.
    BadDate,
    /// A text or a date in another form stands without quotes.
    Unquoted,
    /// Two versions of the file stand in one another.
    MergeConflict,
    /// There are more faults than are told.
    TooMany,
}

impl SyntaxFault {
    pub(super) fn new(kind: SyntaxFaultKind, span: Span, message: &'static str) -> Self {
        Self { kind, span, message, help: None }
    }

    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The faults found so far.
pub(super) struct Faults<'t> {
    text: &'t str,
    list: Vec<SyntaxFault>,
    /// The lines on which no further syntax fault is told, and whether one is; never more than there are faults.
    told_lines: Vec<(Span, bool)>,
    full: bool,
    /// Tells that a bracket was never closed, so that all after it was read wrongly.
    pub(super) left_open: bool,
}

/// A state of the collection to return to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    faults: usize,
    full: bool,
}

impl<'t> Faults<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, list: Vec::new(), told_lines: Vec::new(), full: false, left_open: false }
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { faults: self.list.len(), full: self.full }
    }

    /// Forgets all since the mark; no line was told before it.
    pub(super) fn rewind(&mut self, mark: Mark) {
        self.list.truncate(mark.faults);
        self.told_lines.clear();
        self.full = mark.full;
    }

    /// Takes a fault of the parser.
    #[cold]
    pub(super) fn parser(&mut self, error: &ParseError) {
        self.left_open |= wording::leaves_open(error);
        if !self.full {
            self.add(wording::fault(error, self.text));
        }
    }

    /// Takes a fault, unless it only follows from another on its line.
    #[cold]
    pub(super) fn add(&mut self, mut fault: SyntaxFault) {
        fault.span = self.inside(fault.span);
        let is_syntax = fault.kind == SyntaxFaultKind::Syntax;
        let tells_line = is_syntax || fault.kind == SyntaxFaultKind::Unquoted;
        if self.full || (tells_line && self.is_told(fault.span.start, is_syntax)) {
            return;
        }
        if self.list.len() == MOST {
            self.full = true;
            let message = "there are more faults from here on: mend those above first";
            self.list.push(SyntaxFault::new(SyntaxFaultKind::TooMany, fault.span, message));
            return;
        }
        if tells_line {
            self.told_lines.push((line_around(self.text, fault.span.start), is_syntax));
        }
        self.list.push(fault);
    }

    /// Tells whether a line has a fault already: any for a syntax fault, a syntax fault for a text without quotes.
    fn is_told(&self, at: usize, by_any: bool) -> bool {
        let here = |line: &Span| (line.start..=line.end).contains(&at);
        self.told_lines.iter().rev().any(|(line, is_syntax)| (by_any || *is_syntax) && here(line))
    }

    /// Keeps a span inside the text and between characters; an empty one covers the character that follows on the line.
    fn inside(&self, span: Span) -> Span {
        let start = self.text.floor_char_boundary(span.start);
        let mut end = self.text.ceil_char_boundary(span.end.min(self.text.len()));
        if end <= start {
            let next = self.text[start..].chars().next().filter(|next| !next.is_whitespace());
            end = start + next.map_or(0, char::len_utf8);
        }
        Span::new(start, end)
    }

    pub(super) fn sorted(mut self) -> Vec<SyntaxFault> {
        self.list.sort_by_key(|fault| (fault.kind == SyntaxFaultKind::TooMany, fault.span));
        self.list
    }
}

/// Covers the line in which a byte stands, without its line feed.
pub(super) fn line_around(text: &str, at: usize) -> Span {
    let start = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
    Span::new(start, line_end(text, at))
}

/// Finds the end of the line in which a byte stands.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |feed| at + feed)
}
