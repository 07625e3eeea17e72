//! Proves by reading again that a new layout says what the old one said.

use std::collections::BTreeMap;

use super::super::said::{Said, said};
use crate::diagnostic::Finding;
use crate::model::PartialDate;
use crate::schema::tree::Tree;
use crate::schema::{FieldKind, Reading, TABLES, faults, read};

/// Whether a text says what a record says: each value, each comment, and the same faults but for those of layout.
pub(super) fn says_the_same(before: &Reading<'_>, text: &str) -> bool {
    let path = before.source.path;
    read(path, text.as_bytes(), |after| {
        !after.is_misread
            && after.inspection == before.inspection
            && findings(before) == findings(after)
            && newer(before) >= newer(after)
            && comments(before.source.text, before.tree()) == comments(text, after.tree())
            && values(before) == values(after)
    })
}

/// The findings without their places; syntax of TOML 1.1 is a matter of layout.
fn findings<'r>(reading: &'r Reading<'_>) -> Vec<(&'static str, &'r str, &'r str)> {
    let said = |finding: &'r Finding| (finding.rule.code, &*finding.message, &*finding.label);
    let others = reading.findings.iter().filter(|finding| finding.rule != &faults::NEWER_TOML);
    let mut all: Vec<_> = others.map(said).collect();
    all.sort_unstable();
    all
}

fn newer(reading: &Reading<'_>) -> usize {
    reading.findings.iter().filter(|finding| finding.rule == &faults::NEWER_TOML).count()
}

fn comments<'t>(text: &'t str, tree: &Tree<'_>) -> Vec<&'t str> {
    let comment = |span: &crate::text::Span| text.get(span.start..span.end).unwrap_or_default();
    let mut all: Vec<&str> =
        tree.comments().iter().map(|span| comment(span).trim_end_matches([' ', '\t', '\r'])).collect();
    all.sort_unstable();
    all
}

fn values(reading: &Reading<'_>) -> BTreeMap<String, Said> {
    let mut all = said(reading.tree(), reading.source.text);
    for (path, value) in &mut all {
        if is_date(path) {
            level(value);
        }
    }
    all
}

/// Whether a path is that of a date of a record, or of one in a list.
fn is_date(path: &str) -> bool {
    let mut keys = String::with_capacity(path.len());
    for part in path.split("[#") {
        keys.push_str(part.split_once(']').map_or(part, |(_, key)| key));
    }
    TABLES.iter().any(|table| {
        let key = match table.path {
            "" => Some(&*keys),
            above => keys.strip_prefix(above).and_then(|rest| rest.strip_prefix('.')),
        };
        let kind = key.and_then(|key| table.field(key)).map(|(_, field)| field.kind);
        matches!(
            kind,
            Some(
                FieldKind::Date
                    | FieldKind::Dates
                    | FieldKind::Day
                    | FieldKind::DateOrNone
                    | FieldKind::Visit
            )
        )
    })
}

/// Gives a date the one spelling that all of the same have.
fn level(value: &mut Said) {
    let date = match value {
        Said::Text(text) | Said::Date(text) => PartialDate::from_record_text(text),
        Said::Number(year) => PartialDate::from_record_text(&year.to_string()),
        _ => None,
    };
    if let Some(date) = date {
        *value = Said::Date(date.to_string());
    }
}
