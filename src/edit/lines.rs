//! Lists between brackets, and tables between braces, with a line for each part: parts come and go by whole lines, so that
//! every comment stays by what it stands by.

use super::blocks::Blocks;
use crate::text::{Edit, Span};

/// A list or table whose parts stand on lines of their own, as do its brackets.
pub(super) struct Lines<'b, 't, 'a> {
    blocks: &'b Blocks<'t, 'a>,
    whole: Span,
    parts: Vec<Part>,
}

/// An element of a list, or a key with its value.
struct Part {
    span: Span,
    /// The end of its last line, before the line ending.
    end: usize,
    comma: bool,
}

impl<'b, 't, 'a> Lines<'b, 't, 'a> {
    /// `None` where a part shares a line with another or with a bracket, or a comma does not follow its part.
    pub(super) fn of(blocks: &'b Blocks<'t, 'a>, whole: Span, parts: &[Span]) -> Option<Self> {
        let mut lines = Self { blocks, whole, parts: Vec::with_capacity(parts.len()) };
        lines.line_ends_behind(whole.start + 1)?;
        lines.begins_line(whole.end - 1)?;
        for span in parts {
            lines.begins_line(span.start)?;
            let rest = &blocks.text[span.end..whole.end];
            let behind = span.end + rest.len() - rest.trim_start_matches([' ', '\t']).len();
            let comma = blocks.text[behind..].starts_with(',');
            let end = lines.line_ends_behind(behind + usize::from(comma))?;
            lines.parts.push(Part { span: *span, end, comma });
        }
        let commas = lines.parts.iter().rev().skip(1).all(|part| part.comma);
        (commas && !lines.has_late_comma()).then_some(lines)
    }

    /// Takes a part out, with the comment on its line.
    pub(super) fn remove(&self, at: usize) -> Edit {
        let part = &self.parts[at];
        // The line above is at least that of the opening bracket.
        let above = &self.blocks.text[..self.blocks.line_start(part.span.start)];
        let above = above.strip_suffix('\n').unwrap_or(above);
        Edit::remove(Span::new(above.strip_suffix('\r').unwrap_or(above).len(), part.end))
    }

    /// Puts a text in the place of a part.
    pub(super) fn replace(&self, at: usize, with: &str) -> Edit {
        Edit::replace(self.parts[at].span, with)
    }

    /// Adds parts on lines below the first few, which stay.
    pub(super) fn insert(&self, below: usize, texts: &[String]) -> Vec<Edit> {
        let blocks = self.blocks;
        let last = below.checked_sub(1).map(|at| &self.parts[at]);
        let line_end = last.map_or_else(|| blocks.line_end_at(self.whole.start), |part| part.end);
        let is_end = below == self.parts.len();
        let open_end = last.is_some_and(|part| is_end && !part.comma);
        let indentation = self.indentation();
        let mut lines = String::new();
        for (index, text) in texts.iter().enumerate() {
            let comma = if open_end && index + 1 == texts.len() { "" } else { "," };
            lines.push_str(&format!("{}{indentation}{text}{comma}", blocks.line_end));
        }
        let comma = last.filter(|_| open_end && !texts.is_empty());
        let comma = comma.map(|part| Edit::insert(part.span.end, ","));
        comma.into_iter().chain((!lines.is_empty()).then(|| Edit::insert(line_end, lines))).collect()
    }

    /// Adds a part below all others.
    pub(super) fn push(&self, text: String) -> Vec<Edit> {
        self.insert(self.parts.len(), &[text])
    }

    fn indentation(&self) -> String {
        match self.parts.first() {
            Some(first) => self.blocks.indentation(first.span.start).to_owned(),
            None => format!("{}  ", self.blocks.indentation(self.whole.end - 1)),
        }
    }

    /// The end of a line on which nothing but a comment follows.
    fn line_ends_behind(&self, at: usize) -> Option<usize> {
        let end = self.blocks.line_end_at(at);
        let rest = &self.blocks.text[at..end];
        let next = at + rest.len() - rest.trim_start_matches([' ', '\t']).len();
        (end < self.whole.end && (next == end || self.blocks.is_comment_at(next))).then_some(end)
    }

    fn begins_line(&self, at: usize) -> Option<()> {
        self.blocks.text[self.blocks.line_start(at)..at].trim().is_empty().then_some(())
    }

    /// Whether a comma stands on a line below the last part.
    fn has_late_comma(&self) -> bool {
        let Some(last) = self.parts.last() else { return false };
        self.blocks.text[last.end..self.whole.end].lines().any(|line| line.trim_start().starts_with(','))
    }
}
