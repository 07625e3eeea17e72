//! The few lines around a span, safe to show.

use super::{Span, visible};

/// How many lines of a long span are kept.
const LINES: usize = 4;
/// How many characters of a line are kept on each side of the span.
const REACH: usize = 120;

/// The lines of a span: escaped, cut to what a reader needs, with the span inside them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// The number of the first line.
    pub first_line: usize,
    /// The text, lines parted by `\n`, without the last line's end.
    pub text: String,
    /// The bytes of `text` that the span covers.
    pub span: Span,
}

impl Excerpt {
    /// Cuts the lines out of a text; `span` must lie on characters, `first_line` is the line of its start.
    pub(super) fn of(text: &str, span: Span, first_line: usize) -> Self {
        let from = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let mut shown = String::new();
        let (mut start, mut end) = (0, 0);
        let mut offset = from;
        for (index, line) in text[from..].split('\n').take(LINES).enumerate() {
            let stop = offset + line.len();
            if index > 0 {
                if offset >= span.end {
                    break;
                }
                shown.push('\n');
            }
            let window = window(text, offset, stop, span);
            if window.start > offset {
                shown.push('…');
            }
            let (a, b) =
                (span.start.clamp(window.start, window.end), span.end.clamp(window.start, window.end));
            push_visible(&mut shown, &text[window.start..a]);
            if index == 0 {
                start = shown.len();
            }
            push_visible(&mut shown, &text[a..b]);
            end = shown.len();
            push_visible(&mut shown, &text[b..window.end]);
            if window.end < stop.saturating_sub(usize::from(line.ends_with('\r'))) {
                shown.push('…');
            }
            offset = stop + 1;
        }
        Self { first_line, text: shown, span: Span::new(start, end) }
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

    #[test]
    fn the_span_is_found_again_in_the_escaped_text() {
        let text = "a = 1\nb\t= \"\u{202e}x\"\r\n";
        let start = text.find('"').unwrap();
        let excerpt = Excerpt::of(text, Span::new(start, start + 6), 2);
        assert_eq!(excerpt.text, "b    = \"\\u{202e}x\"");
        assert_eq!(&excerpt.text[excerpt.span.start..excerpt.span.end], "\"\\u{202e}x\"");
    }

    #[test]
    fn a_long_line_is_cut_around_the_span() {
        let text = format!("{}HERE{}", "a".repeat(10_000), "é".repeat(10_000));
        let excerpt = Excerpt::of(&text, Span::new(10_000, 10_004), 1);
        assert_eq!(&excerpt.text[excerpt.span.start..excerpt.span.end], "HERE");
        assert!(excerpt.text.chars().count() < 300);
        assert!(excerpt.text.starts_with('…') && excerpt.text.ends_with('…'));
    }
}
