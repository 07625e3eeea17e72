//! The line of a span, safe to show.

use super::{Span, visible};

/// How many characters of a line are kept on each side of the span.
const REACH: usize = 120;

/// The line that a span begins on: escaped, cut to what a reader needs, with the span's part of it inside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// The number of the line.
    pub line: usize,
    /// The text of the line, without its end.
    pub text: String,
    /// The bytes of `text` that the span covers.
    pub span: Span,
}

impl Excerpt {
    /// Cuts the line out of a text; `span` must lie on characters, `line` is the line of its start, `bytes` are those of the
    /// line.
    pub(super) fn of(text: &str, span: Span, line: usize, bytes: Span) -> Self {
        let (offset, stop) = (bytes.start, bytes.end);
        let window = window(text, offset, stop, span);
        let (a, b) = (span.start.clamp(window.start, window.end), span.end.clamp(window.start, window.end));
        let mut shown = String::new();
        if window.start > offset {
            shown.push('…');
        }
        push_visible(&mut shown, &text[window.start..a]);
        let start = shown.len();
        push_visible(&mut shown, &text[a..b]);
        let end = shown.len();
        push_visible(&mut shown, &text[b..window.end]);
        if window.end < stop.saturating_sub(usize::from(text[offset..stop].ends_with('\r'))) {
            shown.push('…');
        }
        Self { line, text: shown, span: Span::new(start, end) }
    }
}

/// The part of a line that is shown: the span and `REACH` characters on each side of it.
fn window(text: &str, offset: usize, stop: usize, span: Span) -> Span {
    let line = text[offset..stop].strip_suffix('\r').unwrap_or(&text[offset..stop]);
    let stop = offset + line.len();
    let a = span.start.clamp(offset, stop);
    let b = span.end.clamp(a, stop);
    let start = text[offset..a].char_indices().rev().take(REACH).last().map_or(a, |(at, _)| offset + at);
    let inner = text[a..b].char_indices().nth(2 * REACH).map_or(b, |(at, _)| a + at);
    let end = text[inner..stop].char_indices().nth(REACH).map_or(stop, |(at, _)| inner + at);
    let end = if inner < b { inner } else { end };
    Span::new(start, end)
}

fn push_visible(shown: &mut String, text: &str) {
    for (index, piece) in text.split('\t').enumerate() {
        if index > 0 {
            shown.push_str("    ");
        }
        shown.push_str(&visible(piece.trim_start_matches('\u{feff}')));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lines;

    fn of(text: &str, span: Span, line: usize) -> Excerpt {
        let (number, bytes) = Lines::of(text).line_of(span.start, text);
        assert_eq!(number, line);
        Excerpt::of(text, span, number, bytes)
    }

    #[test]
    fn the_span_is_found_again_in_the_escaped_text() {
        let text = "a = 1\nb\t= \"\u{202e}x\"\r\n";
        let start = text.find('"').unwrap();
        let excerpt = of(text, Span::new(start, start + 6), 2);
        assert_eq!(excerpt.text, "b    = \"\\u{202e}x\"");
        assert_eq!(&excerpt.text[excerpt.span.start..excerpt.span.end], "\"\\u{202e}x\"");
    }

    #[test]
    fn of_a_long_value_the_first_line_is_shown() {
        let text = "a = 1\r\ntext = \"\"\"\r\nOne.\r\nTwo.\"\"\"\r\n";
        let start = text.find('"').unwrap();
        let excerpt = of(text, Span::new(start, text.len() - 2), 2);
        assert_eq!((excerpt.text.as_str(), excerpt.span), ("text = \"\"\"", Span::new(7, 10)));
    }

    #[test]
    fn a_long_line_is_cut_around_the_span() {
        let text = format!("{}HERE{}", "a".repeat(10_000), "é".repeat(10_000));
        let excerpt = of(&text, Span::new(10_000, 10_004), 1);
        assert_eq!(&excerpt.text[excerpt.span.start..excerpt.span.end], "HERE");
        assert!(excerpt.text.chars().count() < 300);
        assert!(excerpt.text.starts_with('…') && excerpt.text.ends_with('…'));
    }
}
