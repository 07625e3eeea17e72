//! Messages: text that a reader of SARIF takes for nothing but text.

use super::log::Message;
use crate::text::visible_prose;

/// A message without links or placeholders, safe to show.
///
/// To a reader of SARIF `[words](place)` is a link and `{0}` is filled in. Both are escaped as the standard has it, and
/// only where they would be read so: not every viewer knows the escapes.
pub(super) fn plain(text: &str) -> Message {
    let mut shown = visible_prose(text).into_owned();
    if shown.contains("](") {
        shown = shown.replace('[', "\\[").replace(']', "\\]");
    }
    Message { text: without_placeholders(&shown), markdown: None }
}

/// Doubles the braces of what would be a placeholder: `{`, digits, `}`.
fn without_placeholders(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let after = &rest[open + 1..];
        let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        escaped.push_str(&rest[..open]);
        if digits > 0 && after[digits..].starts_with('}') {
            escaped.push_str(&format!("{{{{{}}}}}", &after[..digits]));
            rest = &after[digits + 1..];
        } else {
            escaped.push('{');
            rest = after;
        }
    }
    escaped.push_str(rest);
    escaped
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_a_reader_would_fill_in_or_follow_is_escaped() {
        assert_eq!(plain("a {0} {12} {} {x} {1").text, "a {{0}} {{12}} {} {x} {1");
        assert_eq!(plain("see [here](https://x) [1]").text, "see \\[here\\](https://x) \\[1\\]");
    }

    #[test]
    fn all_else_stays() {
        for text in ["", "expects `[[recommendation]]`", "{a = 1}", "f(x) [1]", "\\u{1b}"] {
            assert_eq!(plain(text).text, text);
        }
        assert_eq!(plain("a\u{1b}b\nc").text, "a\\u{1b}b\nc");
    }
}
