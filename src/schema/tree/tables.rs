//! Which tables a key or a header names, and whether it may.

use super::builder::{Builder, Header, Key};
use super::{NodeId, SyntaxFault, SyntaxFaultKind, TableForm, Value};
use crate::text::Span;

/// What a table on the way to a key is made by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The parts of a header before the last.
    Header,
    /// The parts of a dotted key before the last.
    Dotted,
}

impl<'s> Builder<'s, '_, '_> {
    /// Gives a value to the key just read; it belongs to nothing if the key is faulty or taken.
    pub(super) fn define(&mut self, table: NodeId, span: Span, value: Value<'s>) -> NodeId {
        match self.free_key(table) {
            Some((parent, key)) => self.tree.add(parent, key.text, key.span, span, value),
            None => self.tree.detached(span, value),
        }
    }

    fn free_key(&mut self, table: NodeId) -> Option<(NodeId, Key<'s>)> {
        let key = self.keys.last.take().filter(|_| !self.keys.broken)?;
        let parent = if self.keys.path.is_empty() { table } else { self.walk(table, Way::Dotted)? };
        match self.tree.get(parent, &key.text) {
            None => Some((parent, key)),
            Some(first) => {
                if !self.repeated {
                    self.twice(&key, first, "this key stands twice");
                }
                None
            }
        }
    }

    /// Goes to the table of a header, whose keys follow.
    pub(super) fn open_table(&mut self, header: &Header, span: Span) {
        self.repeated = false;
        let table = self.header_table(header, span);
        let nowhere = Value::Table(TableForm::Header);
        self.table = table.unwrap_or_else(|| self.tree.detached(span, nowhere));
    }

    fn header_table(&mut self, header: &Header, span: Span) -> Option<NodeId> {
        let key = self.keys.last.take().filter(|_| !self.keys.broken)?;
        let parent = self.walk(NodeId::ROOT, Way::Header)?;
        let found = self.tree.get(parent, &key.text);
        let table = Value::Table(TableForm::Header);
        if !header.of_array {
            return match found {
                Some(found) => self.open_again(found, &key, span),
                None => Some(self.tree.add(parent, key.text, key.span, span, table)),
            };
        }
        let key_span = key.span;
        let array = match found {
            None => self.tree.add(parent, key.text, key.span, span, Value::Tables),
            Some(found) if self.tree.node(found).value == Value::Tables => found,
            Some(found) => {
                self.twice(&key, found, "this list of tables has the name of something else");
                return None;
            }
        };
        let element = self.tree.push(array, span, table);
        self.tree.node_mut(element).key_span = key_span;
        Some(element)
    }

    /// Opens a table that is there: rightly, if so far only the header of a table inside it named it.
    fn open_again(&mut self, found: NodeId, key: &Key<'s>, span: Span) -> Option<NodeId> {
        match self.tree.node(found).value {
            Value::Table(TableForm::Implicit) => {
                let node = self.tree.node_mut(found);
                node.value = Value::Table(TableForm::Header);
                node.key_span = key.span;
                node.span = span;
            }
            Value::Table(TableForm::Header | TableForm::Dotted) => {
                self.twice(key, found, "this table stands twice");
                self.repeated = true;
            }
            _ => {
                self.twice(key, found, "this table has the name of something else");
                return None;
            }
        }
        Some(found)
    }

    /// Goes down the parts of the key before its last, making the tables that are not there.
    fn walk(&mut self, from: NodeId, way: Way) -> Option<NodeId> {
        let mut path = std::mem::take(&mut self.keys.path);
        let mut table = Some(from);
        for key in path.drain(..) {
            table = table.and_then(|table| self.step(table, key, way));
        }
        self.keys.path = path;
        table
    }

    fn step(&mut self, table: NodeId, key: Key<'s>, way: Way) -> Option<NodeId> {
        let Some(found) = self.tree.get(table, &key.text) else {
            let form = if way == Way::Dotted { TableForm::Dotted } else { TableForm::Implicit };
            return Some(self.tree.add(table, key.text, key.span, key.span, Value::Table(form)));
        };
        match (&self.tree.node(found).value, way) {
            (Value::Table(TableForm::Implicit), Way::Dotted) => {
                self.tree.node_mut(found).value = Value::Table(TableForm::Dotted);
                Some(found)
            }
            (Value::Table(TableForm::Dotted), _)
            | (Value::Table(TableForm::Implicit | TableForm::Header), Way::Header) => Some(found),
            (Value::Tables, Way::Header) => self.tree.last_child(found),
            (Value::Broken, _) => None,
            (Value::Table(TableForm::Inline), _) => {
                self.twice(&key, found, "nothing can be added to a table between braces");
                None
            }
            (Value::Tables, Way::Dotted) => {
                self.twice(&key, found, "keys are added to a list of tables only below its headings");
                None
            }
            (Value::Table(_), _) => {
                self.twice(&key, found, "this table has a heading of its own and takes keys only below it");
                None
            }
            _ => {
                self.twice(&key, found, "this key has a value already and cannot be a table");
                None
            }
        }
    }

    #[cold]
    fn twice(&self, key: &Key<'_>, first: NodeId, message: &'static str) {
        let kind = SyntaxFaultKind::DuplicateKey { first: self.tree.node(first).key_span };
        self.report(
            SyntaxFault::new(kind, key.span, message)
                .help("keep one of the two, and remove or rename the other"),
        );
    }
}
