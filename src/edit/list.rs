//! Adds tables to lists and takes them out: updates, recommendations, copies sent.

use super::blocks::Blocks;
use super::insert::{by_hand, cannot, insert_block, insert_key, line};
use super::lines::Lines;
use super::{EditFault, Written};
use crate::schema::tree::{NodeId, TableForm, Value};
use crate::schema::{SENT, Table};
use crate::text::{Edit, Span};

/// The keys of a table with their values.
pub(super) type Entries = [(&'static str, Written)];

/// Adds a table at the end of a list; `owner` is the table that the list belongs to.
pub(super) fn append(
    blocks: &Blocks<'_, '_>,
    owner: NodeId,
    table: &'static Table,
    entries: &Entries,
) -> Result<Vec<Edit>, EditFault> {
    let key = table.key();
    let list = blocks.tree.get(owner, key);
    match list.map(|list| (list, &blocks.tree.node(list).value)) {
        Some((list, Value::Array)) => append_inline(blocks, list, entries),
        Some((list, Value::Tables)) => Ok(vec![append_block(blocks, list, table, entries)]),
        Some((list, _)) => Err(cannot(blocks, blocks.tree.node(list).span, "this is no list")),
        None => first(blocks, owner, key, table, entries),
    }
}

/// The first table of a list, in the way its owner is written.
fn first(
    blocks: &Blocks<'_, '_>,
    owner: NodeId,
    key: &str,
    table: &'static Table,
    entries: &Entries,
) -> Result<Vec<Edit>, EditFault> {
    let node = blocks.tree.node(owner);
    match node.value {
        // A copy is a short line: a list between brackets, as the layout of records has it.
        Value::Table(TableForm::Header) if table.path == SENT.path => {
            insert_key(blocks, owner, key, &Written::same(format!("[{}]", braces(entries))))
        }
        Value::Table(TableForm::Root) => {
            // Before the response if that follows the report: in the order a record is written.
            let at = before_response(blocks, table).unwrap_or(blocks.text.len());
            Ok(vec![insert_block(blocks, at, "", &block(blocks, table, entries))])
        }
        Value::Table(TableForm::Header | TableForm::Implicit) => {
            let header = blocks.last_header(owner);
            let indentation = header.map_or("", |header| blocks.indentation(header.start));
            let at = header.map_or(blocks.text.len(), |header| blocks.block_end(Some(header)));
            Ok(vec![insert_block(blocks, at, indentation, &block(blocks, table, entries))])
        }
        _ => insert_key(blocks, owner, key, &Written::same(format!("[{}]", braces(entries)))),
    }
}

/// The end of the last line before the response's block, for what the report has.
fn before_response(blocks: &Blocks<'_, '_>, table: &'static Table) -> Option<usize> {
    if table.path.starts_with("response") {
        return None;
    }
    let response = blocks.tree.get(blocks.tree.root(), "response")?;
    let first = blocks.extents(response).first()?.start;
    let before = blocks.start() + blocks.text[blocks.start()..first].trim_end().len();
    (before > blocks.start()).then(|| blocks.line_end_at(before))
}

fn append_block(blocks: &Blocks<'_, '_>, list: NodeId, table: &'static Table, entries: &Entries) -> Edit {
    let header = blocks.last_header(list);
    let indentation = header.map_or("", |header| blocks.indentation(header.start));
    let at = header.map_or(blocks.text.len(), |header| blocks.block_end(Some(header)));
    insert_block(blocks, at, indentation, &block(blocks, table, entries))
}

fn block(blocks: &Blocks<'_, '_>, table: &Table, entries: &Entries) -> Vec<String> {
    let keys = entries.iter().map(|(key, value)| line(blocks, key, value));
    std::iter::once(format!("[[{}]]", table.path)).chain(keys).collect()
}

pub(super) fn braces(entries: &Entries) -> String {
    let keys: Vec<String> = entries.iter().map(|(key, value)| format!("{key} = {}", value.short)).collect();
    format!("{{ {} }}", keys.join(", "))
}

/// Adds a table between braces at the end of a list between brackets, on a line of its own if the others stand on such.
fn append_inline(blocks: &Blocks<'_, '_>, list: NodeId, entries: &Entries) -> Result<Vec<Edit>, EditFault> {
    const COMMENT: &str = "this list holds a comment where the new one would stand";
    let span = blocks.tree.node(list).span;
    let table = braces(entries);
    if let Some(lines) = Lines::of(blocks, span, &spans(blocks, list)) {
        return Ok(lines.push(table));
    }
    let Some(final_one) = blocks.tree.children(list).last() else {
        if !blocks.tree.comments_in(span).is_empty() {
            return Err(refuse(blocks, list, span, COMMENT));
        }
        return Ok(vec![Edit::replace(span, format!("[{table}]"))]);
    };
    let end = blocks.tree.node(final_one).span;
    if !blocks.tree.comments_in(Span::new(end.end, span.end)).is_empty() {
        return Err(refuse(blocks, list, end, COMMENT));
    }
    let comma = blocks.text[end.end..span.end].find(',');
    let at = comma.map_or(end.end, |comma| end.end + comma + 1);
    let own_line = blocks.text[blocks.line_start(end.start)..end.start].trim().is_empty();
    let between = if own_line {
        format!("{}{}", blocks.line_end, blocks.indentation(end.start))
    } else {
        " ".to_owned()
    };
    let text = match comma {
        Some(_) => format!("{between}{table},"),
        None => format!(",{between}{table}"),
    };
    Ok(vec![Edit::insert(at, text)])
}

/// Refuses for the comments in a list: items get headers with them, unless they hold some between their own braces.
fn refuse(blocks: &Blocks<'_, '_>, list: NodeId, at: Span, why: &str) -> EditFault {
    let items = spans(blocks, list);
    let stays = !blocks.has_line(list)
        || items.is_empty()
        || items.iter().any(|item| !blocks.tree.comments_in(*item).is_empty());
    if stays { by_hand(blocks, at, why) } else { cannot(blocks, at, why) }
}

fn spans(blocks: &Blocks<'_, '_>, list: NodeId) -> Vec<Span> {
    blocks.tree.children(list).map(|item| blocks.tree.node(item).span).collect()
}

/// Takes a table out of a list, with all that belongs to it.
pub(super) fn take_out(blocks: &Blocks<'_, '_>, list: NodeId, item: NodeId) -> Result<Vec<Edit>, EditFault> {
    if blocks.tree.node(list).value == Value::Tables {
        let mut extents: Vec<Span> = Vec::new();
        for extent in blocks.extents(item) {
            match extents.last_mut() {
                Some(before) if before.end == extent.start => before.end = extent.end,
                _ => extents.push(extent),
            }
        }
        return Ok(extents.into_iter().map(|extent| Edit::remove(paragraph(blocks, extent))).collect());
    }
    take_out_inline(blocks, list, item)
}

fn take_out_inline(blocks: &Blocks<'_, '_>, list: NodeId, item: NodeId) -> Result<Vec<Edit>, EditFault> {
    let whole = blocks.tree.node(list).span;
    let items = spans(blocks, list);
    let span = blocks.tree.node(item).span;
    let at = items.iter().position(|other| *other == span).unwrap_or_default();
    if let Some(lines) = Lines::of(blocks, whole, &items) {
        return Ok(vec![lines.remove(at)]);
    }
    if blocks.tree.comments_in(whole).len() > blocks.tree.comments_in(span).len() {
        return Err(refuse(blocks, list, span, "a comment stands beside this one in the list"));
    }
    let gone = match (at.checked_sub(1).map(|before| items[before]), items.get(at + 1)) {
        (Some(before), _) => Span::new(before.end, span.end),
        (None, Some(next)) => Span::new(span.start, next.start),
        (None, None) => Span::new(whole.start + 1, whole.end - 1),
    };
    Ok(vec![Edit::remove(gone)])
}

/// A block with the blank lines below it; at the end of the text, with those above it, and its last line ending stays.
///
/// Comments below it that a blank line sets apart are not its own: they stay, and stay apart.
fn paragraph(blocks: &Blocks<'_, '_>, extent: Span) -> Span {
    let text = blocks.text;
    let end = own_end(blocks, extent);
    let blank = text[end..extent.end].len() - text[end..extent.end].trim_start().len();
    if end + blank < extent.end {
        let above = text[..extent.start].trim_end_matches([' ', '\t']);
        let above = above.strip_suffix('\n').map_or("", |line| line.trim_end_matches([' ', '\t', '\r']));
        let is_apart = extent.start == blocks.start() || above.is_empty() || above.ends_with('\n');
        return Span::new(extent.start, if is_apart { blocks.line_start(end + blank) } else { end });
    }
    if extent.end < text.len() {
        return extent;
    }
    let kept = text[..extent.start].trim_end().len().max(blocks.start());
    let ending = if text.ends_with("\r\n") { 2 } else { usize::from(text.ends_with('\n')) };
    Span::new(kept, text.len() - ending)
}

/// The end of the last key or header of a block, with the comments that touch it: of whole lines.
fn own_end(blocks: &Blocks<'_, '_>, extent: Span) -> usize {
    let behind = |at: usize| blocks.text[at..].find('\n').map_or(blocks.text.len(), |end| at + end + 1);
    let mut end = behind(blocks.last_end(extent.end).max(extent.start));
    while end < extent.end && blocks.text[end..].trim_start_matches([' ', '\t']).starts_with('#') {
        end = behind(end);
    }
    end.min(extent.end)
}
