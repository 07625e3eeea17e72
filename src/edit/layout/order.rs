//! What stands on lines of a table's own block, what has a block of its own, and in which order.

use super::notes::Notes;
use super::spelling;
use super::value::Values;
use crate::schema::tree::{NodeId, TableForm, Value};
use crate::schema::{Field, FieldKind, SENT, Table};

/// A key and its value, on a line of the block.
#[derive(Debug)]
pub(super) struct Line {
    rank: usize,
    pub(super) key: String,
    pub(super) node: NodeId,
    pub(super) field: Option<&'static Field>,
}

/// A table with a block of its own.
#[derive(Debug)]
pub(super) struct Block {
    rank: usize,
    /// Its header without brackets.
    pub(super) path: String,
    pub(super) header: Header,
    pub(super) node: NodeId,
    pub(super) table: Option<&'static Table>,
    /// What the comments around the header are taken from: a list before its first item.
    pub(super) comments_of: [Option<NodeId>; 2],
}

/// The header of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    /// `[path]`
    Table,
    /// `[[path]]`
    Item,
    /// None: only the tables inside it have some.
    None,
}

/// The lines and blocks of a table, in order: keys of the record by the table of fields, others behind them as they come.
#[derive(Debug, Default)]
pub(super) struct Order {
    pub(super) lines: Vec<Line>,
    pub(super) blocks: Vec<Block>,
}

/// Where the keys of a table come in order and how they are named.
struct Place<'p> {
    table: Option<&'static Table>,
    /// The rank of all its keys, where it only prolongs the keys of another table.
    rank: Option<usize>,
    /// What stands before each key on a line.
    prefix: &'p str,
    /// The header of the table.
    path: &'p str,
}

impl Order {
    pub(super) fn of(
        values: &Values<'_, '_>,
        notes: &Notes<'_>,
        node: NodeId,
        table: Option<&'static Table>,
        path: &str,
    ) -> Self {
        let mut order = Self::default();
        order.gather(values, notes, node, &Place { table, rank: None, prefix: "", path });
        order.lines.sort_by_key(|line| line.rank);
        order.blocks.sort_by_key(|block| block.rank);
        order
    }

    fn gather(&mut self, values: &Values<'_, '_>, notes: &Notes<'_>, table: NodeId, place: &Place<'_>) {
        let tree = values.tree;
        for node in tree.children(table) {
            let found = place.table.and_then(|table| table.field(&tree.node(node).key));
            let rank = place.rank.or(found.map(|(rank, _)| rank)).unwrap_or(usize::MAX);
            let field = found.map(|(_, field)| field);
            let key = spelling::key(values.text, tree, node);
            let path = if place.path.is_empty() { key.to_owned() } else { format!("{}.{key}", place.path) };
            let line = |key: &str| Line { rank, key: format!("{}{key}", place.prefix), node, field };
            match form(values, notes, node, field) {
                Form::Line => self.lines.push(line(key)),
                Form::Block(header, table) => {
                    let comments_of = [None, Some(node)];
                    self.blocks.push(Block { rank, path, header, node, table, comments_of });
                }
                Form::Items(table) => {
                    for (index, item) in tree.children(node).enumerate() {
                        let is_header = matches!(tree.node(item).value, Value::Table(TableForm::Header));
                        // The comments around a list between brackets come with its first item.
                        let comments_of = [(!is_header && index == 0).then_some(node), Some(item)];
                        let path = path.clone();
                        let header = Header::Item;
                        self.blocks.push(Block { rank, path, header, node: item, table, comments_of });
                    }
                }
                Form::Dotted => {
                    let prefix = format!("{}{key}.", place.prefix);
                    let inner = Place { table: None, rank: Some(rank), prefix: &prefix, path: &path };
                    self.gather(values, notes, node, &inner);
                }
            }
        }
    }
}

/// The form that a key and its value get.
enum Form {
    Line,
    Block(Header, Option<&'static Table>),
    Items(Option<&'static Table>),
    /// Lines that begin with its key and a dot.
    Dotted,
}

fn form(values: &Values<'_, '_>, notes: &Notes<'_>, node: NodeId, field: Option<&'static Field>) -> Form {
    let tree = values.tree;
    let at = tree.node(node);
    let kind = field.map(|field| field.kind);
    match (&at.value, kind) {
        (Value::Table(TableForm::Inline), Some(FieldKind::Table(_))) if values.has_comment(at.span) => {
            Form::Line
        }
        (Value::Table(_), Some(FieldKind::Table(table))) => Form::Block(Header::Table, Some(table)),
        (Value::Table(TableForm::Header), _) => Form::Block(Header::Table, None),
        (Value::Table(TableForm::Implicit), _) => Form::Block(Header::None, None),
        (Value::Table(TableForm::Dotted), _) => Form::Dotted,
        (Value::Tables, Some(FieldKind::Tables(table))) => {
            let inline = std::ptr::eq(table, &raw const SENT)
                && tree.children(node).all(|copy| values.is_short(copy) && !has_notes(values, notes, copy));
            if inline { Form::Line } else { Form::Items(Some(table)) }
        }
        (Value::Tables, _) => Form::Items(None),
        (Value::Array, Some(FieldKind::Tables(table))) => {
            // A comment between braces has no place but there.
            let is_table = |item| {
                let item = tree.node(item);
                matches!(item.value, Value::Table(TableForm::Inline)) && !values.has_comment(item.span)
            };
            let mut items = tree.children(node).peekable();
            let stays = items.peek().is_none()
                || !items.all(is_table)
                || (std::ptr::eq(table, &raw const SENT)
                    && tree.children(node).all(|copy| values.is_short(copy)));
            if stays { Form::Line } else { Form::Items(Some(table)) }
        }
        _ => Form::Line,
    }
}

/// Whether a table or one of its keys has comments.
fn has_notes(values: &Values<'_, '_>, notes: &Notes<'_>, table: NodeId) -> bool {
    notes.has(table) || values.tree.children(table).any(|key| notes.has(key))
}
