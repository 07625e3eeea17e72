//! Changes to a text as pieces put in the place of others: every byte outside them stays.

use super::Span;

/// A piece of a text and what is put in its place. An empty span inserts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go; of the text before any edit.
    pub span: Span,
    /// What comes in their place.
    pub with: String,
}

impl Edit {
    /// Puts a text in the place of another.
    pub fn replace(span: Span, with: impl Into<String>) -> Self {
        Self { span, with: with.into() }
    }

    /// Puts a text before a byte.
    pub fn insert(at: usize, with: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), with)
    }

    /// Takes a piece out.
    pub fn remove(span: Span) -> Self {
        Self::replace(span, "")
    }
}

/// Makes the changes; those at the same place in the order given. `None` where two overlap or one lies outside the text.
pub fn apply_edits(text: &str, edits: &[Edit]) -> Option<String> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut changed =
        String::with_capacity(text.len() + sorted.iter().map(|edit| edit.with.len()).sum::<usize>());
    let mut at = 0;
    for edit in sorted {
        changed.push_str(text.get(at..edit.span.start)?);
        changed.push_str(&edit.with);
        at = edit.span.end;
    }
    changed.push_str(text.get(at..)?);
    Some(changed)
}

/// The line ending of a text: that of most of its lines; a line feed where it has none.
pub fn line_ending(text: &str) -> &'static str {
    let both = text.matches("\r\n").count();
    let feeds = text.matches('\n').count();
    if both * 2 > feeds { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_outside_stands() {
        let edits = [
            Edit::replace(Span::new(4, 5), "BB"),
            Edit::insert(0, "<"),
            Edit::remove(Span::new(2, 3)),
            Edit::insert(0, "="),
        ];
        assert_eq!(apply_edits("a b c d", &edits).as_deref(), Some("<=a  BB d"));
        assert_eq!(apply_edits("é", &[]).as_deref(), Some("é"));
    }

    #[test]
    fn what_overlaps_or_lies_outside_is_refused() {
        let twice = [Edit::remove(Span::new(0, 2)), Edit::remove(Span::new(1, 3))];
        assert_eq!(apply_edits("abc", &twice), None);
        assert_eq!(apply_edits("abc", &[Edit::insert(4, "x")]), None);
        assert_eq!(apply_edits("é", &[Edit::insert(1, "x")]), None);
    }

    #[test]
    fn the_line_ending_is_that_of_most_lines() {
        assert_eq!(line_ending("a\r\nb\r\nc\n"), "\r\n");
        assert_eq!(line_ending("a\r\nb\n"), "\n");
        assert_eq!(line_ending(""), "\n");
    }
}
