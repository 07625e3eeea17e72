//! How dates and keys are spelt.

use crate::model::PartialDate;
use crate::schema::tree::{NodeId, Tree, Value};
use crate::schema::{FieldKind, written};

/// The spelling of a date where it is not the one it has: a day without quotes, a year in quotes.
///
/// None for what the reader would not take for a date of this kind: that is for a person to mend.
pub(super) fn date(kind: FieldKind, value: &Value<'_>) -> Option<String> {
    let date = match value {
        Value::String(text) => PartialDate::from_record_text(text).filter(|date| date.day().is_some()),
        Value::Integer(year) => PartialDate::from_record_text(&year.to_string()),
        _ => None,
    }?;
    let fits = match kind {
        FieldKind::Date | FieldKind::DateOrNone => true,
        FieldKind::Day => date.day().is_some(),
        _ => false,
    };
    fits.then(|| written::date(date))
}

/// What the elements of a list are, where the reader takes each of them.
pub(super) fn element_kind(kind: Option<FieldKind>, tree: &Tree<'_>, list: NodeId) -> Option<FieldKind> {
    match kind {
        Some(FieldKind::Dates) => {}
        Some(FieldKind::Visit) if tree.children(list).nth(2).is_none() => {}
        _ => return None,
    }
    let is_date = |value: &Value<'_>| match value {
        Value::String(text) => PartialDate::from_record_text(text).is_some(),
        Value::DateTime(raw) => PartialDate::from_record_text(raw).is_some(),
        Value::Integer(year) => PartialDate::from_record_text(&year.to_string()).is_some(),
        _ => false,
    };
    tree.children(list).all(|item| is_date(&tree.node(item).value)).then_some(FieldKind::Date)
}

/// A key as it is written: without quotes where it can be, else as it stands.
pub(super) fn key<'k>(text: &'k str, tree: &'k Tree<'_>, node: NodeId) -> &'k str {
    let node = tree.node(node);
    let is_bare = !node.key.is_empty()
        && node.key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    if is_bare { &node.key } else { text.get(node.key_span.start..node.key_span.end).unwrap_or_default() }
}
