//! Prose on a terminal: paragraphs and lists, wrapped and indented.

use crate::text::visible_prose;

/// Lays prose out: paragraphs are wrapped, list items hang, every line is indented.
pub(super) fn prose(text: &str, indent: usize, width: usize) -> String {
    let shown = visible_prose(text);
    let pad = " ".repeat(indent);
    let mut out = String::new();
    let mut blank = false;
    for line in shown.trim().lines() {
        let line = line.trim();
        if line.is_empty() {
            blank = !out.is_empty();
            continue;
        }
        if blank {
            out.push('\n');
            blank = false;
        }
        let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("• "));
        let (first, rest, words) = match item {
            Some(words) => (format!("{pad}- "), format!("{pad}  "), words.trim_start()),
            None => (pad.clone(), pad.clone(), line),
        };
        let options =
            super::wrap::options(width.max(indent + 20)).initial_indent(&first).subsequent_indent(&rest);
        for piece in textwrap::wrap(words, options) {
            out.push_str(piece.trim_end());
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_lists_are_wrapped_and_indented() {
        let text =
            "One two three four five.\r\n\r\n\r\n- an item that is long enough to wrap\n• another\u{1b}\n";
        let expected = "  One two three four\n  five.\n\n  - an item that is\n    long enough to\n    wrap\n  - another\\u{1b}\n";
        assert_eq!(prose(text, 2, 22), expected);
    }
}
