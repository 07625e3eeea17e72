//! Proves by reading again that a new layout says what the old one said.

use crate::model::PartialDate;
use crate::schema::tree::{Node, NodeId, Tree, Value};
use crate::schema::{FieldKind, INSPECTION, Reading, faults, read};
use crate::text::Span;

/// Whether a text says what a record says: each value, each comment, and the same faults but for those of layout.
pub(super) fn says_the_same(before: &Reading<'_>, text: &str) -> bool {
    read(before.source.path, text.as_bytes(), |after| {
        let [old, new] =
            [before, after].map(|reading| Text { text: reading.source.text, tree: reading.tree() });
        !after.is_misread
            && after.inspection == before.inspection
            && findings(before) == findings(after)
            && newer(before) >= newer(after)
            && old.comments() == new.comments()
            && old.says(old.tree.root(), &new, new.tree.root(), Some(FieldKind::Table(&INSPECTION)))
    })
}

/// The findings without their places; syntax of TOML 1.1 is a matter of layout.
fn findings<'r>(reading: &'r Reading<'_>) -> Vec<(&'static str, &'r str, &'r str)> {
    let others = reading.findings.iter().filter(|finding| finding.rule != &faults::NEWER_TOML);
    let mut all: Vec<_> =
        others.map(|finding| (finding.rule.code, &*finding.message, &*finding.label)).collect();
    all.sort_unstable();
    all
}

fn newer(reading: &Reading<'_>) -> usize {
    reading.findings.iter().filter(|finding| finding.rule == &faults::NEWER_TOML).count()
}

/// A text with its keys and values.
struct Text<'t, 'a> {
    text: &'t str,
    tree: &'t Tree<'a>,
}

impl<'t> Text<'t, '_> {
    fn raw(&self, span: Span) -> &'t str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    fn comments(&self) -> Vec<&'t str> {
        let comments = self.tree.comments().iter();
        let mut all: Vec<_> =
            comments.map(|span| self.raw(*span).trim_end_matches([' ', '\t', '\r'])).collect();
        all.sort_unstable();
        all
    }

    /// Whether two values say the same, whatever way they are written. Keys of a table may stand in any order, items of a
    /// list may not; `kind` tells where a date is one in quotes too.
    fn says(&self, node: NodeId, other: &Text<'_, '_>, second: NodeId, kind: Option<FieldKind>) -> bool {
        let (one, two) = (self.tree.node(node), other.tree.node(second));
        match (&one.value, &two.value) {
            (Value::Table(_), Value::Table(_)) => {
                let fields = if let Some(FieldKind::Table(table)) = kind { Some(table) } else { None };
                self.tree.children(node).count() == other.tree.children(second).count()
                    && self.tree.children(node).all(|key| {
                        let name = &self.tree.node(key).key;
                        let kind = fields.and_then(|table| table.field(name)).map(|(_, field)| field.kind);
                        other.tree.get(second, name).is_some_and(|twin| self.says(key, other, twin, kind))
                    })
            }
            (Value::Array | Value::Tables, Value::Array | Value::Tables) => {
                let kind = match kind {
                    Some(FieldKind::Dates | FieldKind::Visit) => Some(FieldKind::Date),
                    Some(FieldKind::Tables(table)) => Some(FieldKind::Table(table)),
                    _ => None,
                };
                let (mut ones, mut twos) = (self.tree.children(node), other.tree.children(second));
                loop {
                    match (ones.next(), twos.next()) {
                        (None, None) => return true,
                        (Some(one), Some(two)) if self.says(one, other, two, kind) => {}
                        _ => return false,
                    }
                }
            }
            (Value::Float, Value::Float) => self.raw(one.span) == other.raw(two.span),
            (one_value, two_value) => one_value == two_value || same_date(kind, one, two),
        }
    }
}

fn same_date(kind: Option<FieldKind>, one: &Node<'_>, two: &Node<'_>) -> bool {
    let is_date = matches!(kind, Some(FieldKind::Date | FieldKind::Day | FieldKind::DateOrNone));
    is_date && date(one).is_some_and(|date_of_one| date(two) == Some(date_of_one))
}

/// The date that a value is, in any spelling.
fn date(node: &Node<'_>) -> Option<PartialDate> {
    match &node.value {
        Value::String(text) => PartialDate::from_record_text(text),
        Value::DateTime(raw) => PartialDate::from_record_text(raw),
        Value::Integer(year) => PartialDate::from_record_text(&year.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "title = \"x\"\ntype = \"peel\"\npublished = 2020-01-01 # c\nz = [1, 1.50]\n\
        [[recommendation]]\ntext = \"a\"\n[[recommendation]]\ntext = \"b\"\ndue = \"2020\"\n";

    fn same(text: &str) -> bool {
        read("records/x.toml", RECORD.as_bytes(), |reading| says_the_same(reading, text))
    }

    #[test]
    fn another_layout_says_the_same() {
        assert!(same(RECORD));
        for (from, to) in [
            ("2020-01-01", "\"2020-01-01\""),
            ("\"2020\"", "2020"),
            ("type = \"peel\"\n", ""),
            ("# c", "# c \t"),
            ("\"a\"", "'a'"),
        ] {
            let head = if to.is_empty() { "type = 'peel'\n" } else { "" };
            assert!(same(&format!("{head}{}", RECORD.replacen(from, to, 1))), "{from}");
        }
    }

    #[test]
    fn anything_else_does_not() {
        for (from, to) in [
            ("\"x\"", "\"y\""),
            ("\"x\"", "\"x \""),
            ("2020-01-01", "2020-01-02"),
            ("2020-01-01", "\"2020-01\""),
            (" # c", ""),
            ("# c", "# d"),
            ("# c", "# c\n# c"),
            ("1.50", "1.5"),
            ("[1, 1.50]", "[1.50, 1]"),
            ("[1, 1.50]", "[1]"),
            ("[1, 1.50]", "[1, 1.50, 1]"),
            ("z =", "zz ="),
            ("\"a\"", "\"b\""),
            ("due = \"2020\"\n", ""),
            ("due = \"2020\"\n", "due = \"2020\"\nours = true\n"),
            ("[[recommendation]]\ntext = \"b\"", "[response]\nurl = \"b\""),
            ("text = \"a\"", "text = \"a\"\ntext = \"a\""),
        ] {
            assert!(RECORD.contains(from), "{from}");
            assert!(!same(&RECORD.replacen(from, to, 1)), "{from} -> {to}");
        }
    }
}
