//! A file's path and text.

use super::{Excerpt, Lines, Place, Span};

/// A file as it was read: where it is and what stands in it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The path as findings name it: relative to the repository's root, with `/`.
    pub path: &'a str,
    /// The whole text, a byte order mark included.
    pub text: &'a str,
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

impl<'a> Source<'a> {
    /// Names a text by its path.
    pub const fn new(path: &'a str, text: &'a str) -> Self {
        Self { path, text }
    }

    /// Tells where a span stands, in lines and columns, with the lines around it.
    ///
    /// A span past the end, or inside a character, is drawn to the nearest place that exists.
    pub fn place(&self, span: Span) -> Place {
        self.place_by(&Lines::of(self.text), span)
    }

    /// The same by the lines of the text, for many places of one source.
    pub fn place_by(&self, lines: &Lines, span: Span) -> Place {
        let start = self.boundary(span.start);
        let end = self.boundary(span.end).max(start);
        let (line, column) = self.line_column(lines, start);
        let (end_line, end_column) = self.line_column(lines, end);
        Place {
            path: self.path.to_owned(),
            line,
            column,
            end_line,
            end_column,
            byte_start: start,
            byte_end: end,
            excerpt: Excerpt::of(self.text, Span::new(start, end), line),
        }
    }

    /// Counts line and column from 1: columns in Unicode scalar values, a byte order mark not counted.
    fn line_column(&self, lines: &Lines, offset: usize) -> (usize, usize) {
        let (line, line_start) = lines.line_of(offset);
        let mut head = &self.text[line_start..offset];
        if line_start == 0 {
            head = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head);
        }
        (line, head.chars().count() + 1)
    }

    fn boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = Source::new("records/a.toml", "\u{feff}title = \"é\"\n\ttype = 1\r\n");
        let at = |needle: &str| {
            let start = source.text.find(needle).unwrap();
            let place = source.place(Span::new(start, start + needle.len()));
            (place.line, place.column, place.end_line, place.end_column)
        };
        assert_eq!(at("title"), (1, 1, 1, 6));
        assert_eq!(at("\"é\""), (1, 9, 1, 12));
        assert_eq!(at("type"), (2, 2, 2, 6));
    }

    #[test]
    fn any_span_has_a_place() {
        let source = Source::new("x", "aé\n");
        for start in 0..8 {
            for end in 0..8 {
                let place = source.place(Span::new(start, end));
                assert!(place.byte_end <= source.text.len() && place.byte_start <= place.byte_end);
            }
        }
    }
}
