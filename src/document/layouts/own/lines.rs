//! The lines of a template: one with nothing but statements and remarks prints nothing, not even its end.

use std::borrow::Cow;

use super::tags::{Kind, Tag};

/// Marks in a template where the engine keeps space: at tags on lines on which something else stands. At the others it takes
/// the space before them, and the end of the line behind them.
pub(super) fn keep_space(source: &str, tags: &[Tag]) -> String {
    let mut kept = String::with_capacity(source.len() + 16);
    let mut from = 0;
    for line in tags.chunk_by(|one, next| !source[one.range.end..next.range.start].contains('\n')) {
        let is_alone = is_alone(source, line);
        for tag in line.iter().filter(|tag| tag.kind != Kind::Expression) {
            if is_alone {
                kept.push_str(&source[from..tag.range.end]);
                from = tag.range.end + space(&source[tag.range.end..]);
                continue;
            }
            let (open, close) = (tag.range.start + 2, tag.range.end - 2);
            let inside = tag.inside(source);
            kept.push_str(&source[from..open]);
            kept.push_str(if inside.start == open { "+" } else { "" });
            kept.push_str(&source[open..close]);
            kept.push_str(if inside.end == close { "+" } else { "" });
            from = close;
        }
    }
    kept.push_str(&source[from..]);
    kept
}

/// How many bytes of space a text begins with, before the end of its line.
fn space(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_whitespace() && c != '\n').len()
}

/// Whether nothing that prints stands on a line with these tags.
fn is_alone(source: &str, line: &[Tag]) -> bool {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return false };
    let before = source[..first.range.start].rsplit('\n').next().unwrap_or_default();
    let behind = source[last.range.end..].split('\n').next().unwrap_or_default();
    let between = line.windows(2).map(|two| &source[two[0].range.end..two[1].range.start]);
    // One that says itself what becomes of the space is left alone.
    let is_marked = |tag: &Tag| tag.inside(source).len() + 4 < tag.range.len();
    line.iter().all(|tag| tag.kind != Kind::Expression && !is_marked(tag))
        && between.chain([before, behind]).all(|text| text.trim().is_empty())
}

/// Takes blank lines together: of several, one stays, and none stands first or last. The text ends with its line.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut was_blank = true;
    for line in text.lines() {
        let is_blank = line.trim().is_empty();
        if !is_blank {
            out.push_str(line);
        }
        if !(is_blank && was_blank) {
            out.push('\n');
        }
        was_blank = is_blank;
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A template as the engine takes it: without a mark of its encoding, its lines ended as in Unix.
pub(super) fn plain(source: &str) -> Cow<'_, str> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.contains('\r') {
        source.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        source.into()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tags::tags;
    use super::*;

    #[test]
    fn space_stays_where_something_else_stands_on_the_line() {
        for (source, expected) in [
            ("a\n  {% if b %}  \nc\n", "a\n  {% if b %}\nc\n"),
            ("{# x #}{% if b %}\n", "{# x #}{% if b %}\n"),
            (" {%- if b %}\n", " {%- if b +%}\n"),
            ("a {% if b %}\n", "a {%+ if b +%}\n"),
            ("{% if b %}{{ c }}\n{%- else -%}d", "{%+ if b +%}{{ c }}\n{%- else -%}d"),
            ("{# one\ntwo #}\n", "{# one\ntwo #}\n"),
            (" {% if a %} {% for b in c %} \n", " {% if a %}{% for b in c %}\n"),
            ("{% if b %}x{% endif %}\n", "{%+ if b +%}x{%+ endif +%}\n"),
        ] {
            let tags = tags(source).map_err(|refused| refused.what).unwrap();
            assert_eq!(keep_space(source, &tags), expected);
        }
    }

    #[test]
    fn blank_lines_are_taken_together() {
        for (text, expected) in
            [("", "\n"), ("\n\n a  \n \n\t\nb\n\nc\n\n", " a  \n\nb\n\nc\n"), ("a", "a\n")]
        {
            assert_eq!(tidy(text), expected);
            assert_eq!(tidy(expected), expected);
        }
        assert_eq!(plain("\u{feff}a\r\nb\rc\n"), "a\nb\nc\n");
    }
}
