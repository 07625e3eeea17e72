//! A file's path and text.

use super::{Excerpt, Lines, Place, Region, Span};

/// A file as it was read: where it is and what stands in it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The path as findings name it: relative to the repository's root, with `/`.
    pub path: &'a str,
    /// The whole text, a byte order mark included.
    pub text: &'a str,
}

/// A point of a text: its line, and its column in Unicode scalar values and in UTF-16 code units.
#[derive(Clone, Copy)]
struct Point {
    line: usize,
    column: usize,
    unit: usize,
}

impl Point {
    fn to(self, end: Self) -> Region {
        Region { line: self.line, column: self.unit, end_line: end.line, end_column: end.unit }
    }
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
        let (start, end) = self.bounds(span);
        let (first, last) = (self.point(lines, start), self.point(lines, end));
        let (line, bytes) = lines.line_of(start, self.text);
        Place {
            path: self.path.to_owned(),
            line: first.line,
            column: first.column,
            end_line: last.line,
            end_column: last.column,
            byte_start: start,
            byte_end: end,
            region: first.to(last),
            excerpt: Excerpt::of(self.text, Span::new(start, end), line, bytes),
        }
    }

    /// Tells where a span stands as programs count that know UTF-16; drawn to what exists as a place is.
    pub fn region_by(&self, lines: &Lines, span: Span) -> Region {
        let (start, end) = self.bounds(span);
        self.point(lines, start).to(self.point(lines, end))
    }

    fn bounds(&self, span: Span) -> (usize, usize) {
        let start = self.boundary(span.start);
        (start, self.boundary(span.end).max(start))
    }

    /// Counts line and columns from 1, a byte order mark not counted.
    fn point(&self, lines: &Lines, offset: usize) -> Point {
        let (line, Span { mut start, .. }) = lines.line_of(offset, self.text);
        if start == 0 && offset > 0 && self.text.starts_with(BYTE_ORDER_MARK) {
            start = BYTE_ORDER_MARK.len();
        }
        let count = lines.count(self.text, Span::new(start, offset));
        Point { line, column: count.scalars + 1, unit: count.units + 1 }
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
    fn regions_count_utf_16_and_no_byte_order_mark() {
        let source = Source::new("x", "\u{feff}a😀é\n\t😀b");
        let region = |needle: &str| {
            let start = source.text.find(needle).unwrap();
            let span = Span::new(start, start + needle.len());
            let region = source.place(span).region;
            assert_eq!(source.region_by(&Lines::of(source.text), span), region);
            (region.line, region.column, region.end_line, region.end_column)
        };
        assert_eq!(region("a"), (1, 1, 1, 2));
        assert_eq!(region("é"), (1, 4, 1, 5));
        assert_eq!(region("b"), (2, 4, 2, 5));
        assert_eq!(region("😀é\n\t"), (1, 2, 2, 2));
        assert_eq!(source.place(Span::default()).region, Region::default());
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

    #[test]
    fn many_places_of_one_long_line_take_little_time() {
        let text = format!("\u{feff}{}", "é, ".repeat(100_000));
        let (source, lines) = (Source::new("x", &text), Lines::of(&text));
        for n in 0..100_000 {
            let at = 3 + 4 * n;
            let place = source.place_by(&lines, Span::new(at, at + 2));
            assert_eq!((place.line, place.column, place.end_column), (1, 3 * n + 1, 3 * n + 2));
            assert_eq!(&place.excerpt.text[place.excerpt.span.start..place.excerpt.span.end], "é");
        }
    }
}
