//! What a change does to a file, as lines that go and lines that come.

use similar::{ChangeTag, TextDiff};

use super::Paint;
use crate::text::visible;

/// How many lines that stay are shown around a change.
const AROUND: usize = 3;

/// The change of a file in the unified form; nothing where the texts are the same.
///
/// What could steer a terminal is spelt out and line endings are not shown, so it is for reading, not for `patch`.
pub fn unified_diff(path: &str, before: &str, after: &str, paint: Paint) -> String {
    if before == after {
        return String::new();
    }
    let path = visible(path);
    let mut text = paint.heading(&format!("--- a/{path}")) + "\n";
    text.push_str(&(paint.heading(&format!("+++ b/{path}")) + "\n"));
    let diff = TextDiff::from_lines(before, after);
    for group in diff.grouped_ops(AROUND) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let span = |start: usize, end: usize| match end - start {
            0 => format!("{start},0"),
            1 => (start + 1).to_string(),
            lines => format!("{},{lines}", start + 1),
        };
        let old = span(first.old_range().start, last.old_range().end);
        let new = span(first.new_range().start, last.new_range().end);
        text.push_str(&(paint.faint(&format!("@@ -{old} +{new} @@")) + "\n"));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            text.push_str(&line(change.tag(), change.value(), paint));
        }
    }
    text
}

fn line(tag: ChangeTag, value: &str, paint: Paint) -> String {
    let ended = value.ends_with('\n');
    let shown = value.strip_suffix("\r\n").or_else(|| value.strip_suffix('\n')).unwrap_or(value);
    let shown = visible(shown);
    let mut line = match tag {
        ChangeTag::Equal => format!(" {shown}"),
        ChangeTag::Delete => paint.removed(&format!("-{shown}")),
        ChangeTag::Insert => paint.added(&format!("+{shown}")),
    };
    line.push('\n');
    if !ended {
        line.push_str("\\ no line ending at the end of the file\n");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_go_and_come_are_marked() {
        let shown = unified_diff("records/a.toml", "a\nb\nc\n", "a\nB\nc\n", Paint::plain());
        assert_eq!(shown, "--- a/records/a.toml\n+++ b/records/a.toml\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
        assert_eq!(unified_diff("x", "a\n", "a\n", Paint::plain()), "");
        let from_nothing = unified_diff("x", "", "a\n", Paint::plain());
        assert!(from_nothing.ends_with("@@ -0,0 +1 @@\n+a\n"), "{from_nothing}");
    }

    #[test]
    fn what_steers_is_spelt_out_and_line_endings_are_no_text() {
        let shown = unified_diff("x", "a\u{1b}[2J\r\n", "b\r\nc", Paint::plain());
        assert!(shown.contains("-a\\u{1b}[2J\n+b\n+c\n\\ no line ending"), "{shown}");
    }
}
