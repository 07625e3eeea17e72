//! Where a new key goes: a root key after the last root key, another after the last value of its table's own block.

use super::blocks::Blocks;
use super::lines::Lines;
use super::{EditFault, Written};
use crate::schema::tree::{NodeId, TableForm, Value};
use crate::text::{Edit, Span};

/// Adds a key to a table that is there.
pub(super) fn insert_key(
    blocks: &Blocks<'_, '_>,
    table: NodeId,
    key: &str,
    value: &Written,
) -> Result<Vec<Edit>, EditFault> {
    let node = blocks.tree.node(table);
    let edit = match node.value {
        Value::Table(TableForm::Root) => root_key(blocks, key, value),
        Value::Table(TableForm::Header) => match blocks.last_key(Some(node.span)) {
            Some(last) => after_key(blocks, last, key, value),
            None => after_line(blocks, node.span, &line(blocks, key, value)),
        },
        Value::Table(TableForm::Dotted) => dotted(blocks, table, key, value)?,
        Value::Table(TableForm::Inline) => return inline(blocks, table, key, value),
        Value::Table(TableForm::Implicit) => implicit(blocks, table, key, value),
        _ => return Err(cannot(blocks, node.span, "this is no table")),
    };
    Ok(vec![edit])
}

/// Adds a table with one key, which the record does not have yet.
pub(super) fn insert_table(blocks: &Blocks<'_, '_>, path: &str, key: &str, value: &Written) -> Edit {
    let lines = [format!("[{path}]"), line(blocks, key, value)];
    insert_block(blocks, blocks.text.len(), "", &lines)
}

/// Adds a block of lines after the end of another, or before a line; blank lines set it apart.
///
/// `at` is the end of a line, before its line ending.
pub(super) fn insert_block(blocks: &Blocks<'_, '_>, at: usize, indentation: &str, lines: &[String]) -> Edit {
    let end = blocks.line_end;
    let at = if at == blocks.text.len() {
        blocks.start() + blocks.text[blocks.start()..].trim_end().len()
    } else {
        at
    };
    let mut block = String::new();
    if at > blocks.start() {
        block.push_str(end);
        block.push_str(end);
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("{indentation}{line}")).collect();
    block.push_str(&lines.join(end));
    let below = &blocks.text[at..];
    let next = below.strip_prefix("\r\n").or_else(|| below.strip_prefix('\n')).unwrap_or(below);
    let touches = !next.is_empty() && !next.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
    if touches && !next.trim().is_empty() {
        block.push_str(end);
    }
    Edit::insert(at, block)
}

/// `key = value`, with the line ending of the file inside a text of several lines.
pub(super) fn line(blocks: &Blocks<'_, '_>, key: &str, value: &Written) -> String {
    format!("{key} = {}", long(blocks, value))
}

/// A value as it stands on lines of its own.
pub(super) fn long(blocks: &Blocks<'_, '_>, value: &Written) -> String {
    value.long.replace('\n', blocks.line_end)
}

/// Refuses at a place what can be done in the usual layout.
pub(super) fn cannot(blocks: &Blocks<'_, '_>, span: Span, why: &str) -> EditFault {
    at_line(blocks, span, why).hint(
        "`track fmt` gives the record the usual layout, where this can be changed; `track edit` opens it",
    )
}

/// Refuses at a place what only a person can do: no layout makes room for it.
pub(super) fn by_hand(blocks: &Blocks<'_, '_>, span: Span, why: &str) -> EditFault {
    at_line(blocks, span, why).hint("`track edit` opens the record, to change it by hand")
}

fn at_line(blocks: &Blocks<'_, '_>, span: Span, why: &str) -> EditFault {
    let line = blocks.text[..span.start].matches('\n').count() + 1;
    EditFault::new(format!("line {line}: {why}"))
}

fn root_key(blocks: &Blocks<'_, '_>, key: &str, value: &Written) -> Edit {
    if let Some(last) = blocks.last_key(None) {
        let plain = blocks.keys_of(blocks.tree.root()).contains(&last);
        let indented = if plain { blocks.indentation(blocks.tree.node(last).key_span.start) } else { "" };
        return after_value(blocks, last, &format!("{indented}{}", line(blocks, key, value)));
    }
    let line = line(blocks, key, value);
    if let Some(header) = blocks.next_header(0) {
        let at = blocks.with_comments(header.start);
        return Edit::insert(at, format!("{line}{0}{0}", blocks.line_end));
    }
    let end = blocks.start() + blocks.text[blocks.start()..].trim_end().len();
    let is_empty = end == blocks.start();
    let before = if is_empty { "" } else { blocks.line_end };
    let after = if is_empty && end == blocks.text.len() { blocks.line_end } else { "" };
    Edit::insert(end, format!("{before}{line}{after}"))
}

/// Adds a line below another key, indented as that is.
fn after_key(blocks: &Blocks<'_, '_>, last: NodeId, key: &str, value: &Written) -> Edit {
    let indentation = blocks.indentation(blocks.tree.node(last).key_span.start);
    after_value(blocks, last, &format!("{indentation}{}", line(blocks, key, value)))
}

fn after_value(blocks: &Blocks<'_, '_>, last: NodeId, line: &str) -> Edit {
    let end = blocks.tree.node(last).span.end;
    Edit::insert(blocks.line_end_at(end), format!("{}{line}", blocks.line_end))
}

/// Adds a line below a header, indented as that is.
fn after_line(blocks: &Blocks<'_, '_>, header: Span, line: &str) -> Edit {
    let indentation = blocks.indentation(header.start);
    Edit::insert(blocks.line_end_at(header.end), format!("{}{indentation}{line}", blocks.line_end))
}

/// Adds a dotted key below the last that begins alike.
fn dotted(blocks: &Blocks<'_, '_>, table: NodeId, key: &str, value: &Written) -> Result<Edit, EditFault> {
    let span = blocks.tree.node(table).span;
    let Some(last) = blocks.keys_of(table).pop() else {
        return Err(cannot(blocks, span, "this table is written in a way that takes no new key"));
    };
    let at = blocks.tree.node(last).key_span.start;
    let begins = &blocks.text[blocks.line_start(at)..at];
    Ok(after_value(blocks, last, &format!("{begins}{}", line(blocks, key, value))))
}

/// Adds a key between braces.
fn inline(
    blocks: &Blocks<'_, '_>,
    table: NodeId,
    key: &str,
    value: &Written,
) -> Result<Vec<Edit>, EditFault> {
    let span = blocks.tree.node(table).span;
    let entry = format!("{key} = {}", value.short);
    let keys: Vec<_> = blocks.tree.children(table).map(|key| blocks.tree.node(key)).collect();
    if keys.last().is_some_and(|last| matches!(last.value, Value::Table(TableForm::Dotted))) {
        return Err(cannot(blocks, span, "a table between braces has dotted keys"));
    }
    let parts: Vec<Span> = keys.iter().map(|key| key.key_span.join(key.span)).collect();
    if let Some(lines) = Lines::of(blocks, span, &parts) {
        return Ok(lines.push(entry));
    }
    let edit = match keys.last() {
        Some(last) => Edit::insert(last.span.end, format!(", {entry}")),
        None if blocks.tree.comments_in(span).is_empty() => Edit::replace(span, format!("{{ {entry} }}")),
        None => return Err(by_hand(blocks, span, "comments stand between these braces")),
    };
    Ok(vec![edit])
}

/// Adds the header that only those of the tables inside it have named so far, before the first of them.
fn implicit(blocks: &Blocks<'_, '_>, table: NodeId, key: &str, value: &Written) -> Edit {
    let first = blocks.extents(table).first().map_or(blocks.text.len(), |extent| extent.start);
    let path = &blocks.tree.node(table).key;
    let line = line(blocks, key, value);
    let end = blocks.line_end;
    Edit::insert(first, format!("[{path}]{end}{line}{end}{end}"))
}
