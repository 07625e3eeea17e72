//! Takes a key away, with its line and the comment on it.

use super::EditFault;
use super::blocks::Blocks;
use super::insert::{by_hand, cannot};
use super::lines::Lines;
use crate::schema::tree::{NodeId, TableForm, Value};
use crate::text::{Edit, Span};

/// Takes a key out of its table.
pub(super) fn unset(blocks: &Blocks<'_, '_>, table: NodeId, key: NodeId) -> Result<Edit, EditFault> {
    let node = blocks.tree.node(key);
    if blocks.has_line(key) {
        return Ok(Edit::remove(lines(blocks, node.key_span.join(node.span))));
    }
    if blocks.tree.node(table).value != Value::Table(TableForm::Inline) {
        return Err(cannot(blocks, node.span, "this key cannot be taken away by itself"));
    }
    let keys: Vec<NodeId> = blocks.tree.children(table).collect();
    let at = keys.iter().position(|other| *other == key).unwrap_or_default();
    let start = |id: NodeId| blocks.tree.node(id).key_span.start;
    let dotted = |id: &NodeId| matches!(blocks.tree.node(*id).value, Value::Table(TableForm::Dotted));
    if keys.iter().any(dotted) {
        return Err(cannot(blocks, node.span, "a table between braces has dotted keys"));
    }
    let whole = blocks.tree.node(table).span;
    let parts: Vec<Span> =
        keys.iter().map(|key| blocks.tree.node(*key)).map(|node| node.key_span.join(node.span)).collect();
    if let Some(lines) = Lines::of(blocks, whole, &parts) {
        return Ok(lines.remove(at));
    }
    if !blocks.tree.comments_in(whole).is_empty() {
        return Err(by_hand(blocks, node.key_span, "comments stand between these braces"));
    }
    let span = match (at.checked_sub(1).map(|before| keys[before]), keys.get(at + 1)) {
        (Some(before), _) => Span::new(blocks.tree.node(before).span.end, node.span.end),
        (None, Some(next)) => Span::new(node.key_span.start, start(*next)),
        (None, None) => return Ok(Edit::replace(whole, "{}")),
    };
    Ok(Edit::remove(span))
}

/// The whole lines that a piece of the text stands on; at the end of a text without a last line ending, the one before.
fn lines(blocks: &Blocks<'_, '_>, span: Span) -> Span {
    let start = blocks.line_start(span.start);
    let end = blocks.line_end_at(span.end);
    if let Some(line_end) = blocks.text[end..].find('\n') {
        return Span::new(start, end + line_end + 1);
    }
    let before = &blocks.text[..start];
    let kept = before.strip_suffix("\r\n").or_else(|| before.strip_suffix('\n')).unwrap_or(before);
    Span::new(kept.len().max(blocks.start()), blocks.text.len())
}
