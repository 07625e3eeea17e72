//! Writes a record from head to end.

use super::notes::{Around, Note, Notes};
use super::order::{Block, Header, Line, Order};
use super::value::Values;
use crate::schema::INSPECTION;
use crate::schema::tree::{NodeId, Tree};

/// Writes a record in the layout of all.
pub(super) fn write(text: &str, tree: &Tree<'_>) -> String {
    let notes = Notes::of(text, tree);
    let values = Values { text, tree, line_end: notes.line_end };
    let mut page = Page { out: String::with_capacity(text.len() + 64), values, notes, begins: true };
    if text.starts_with('\u{feff}') {
        page.out.push('\u{feff}');
    }
    page.root(tree.root());
    page.out
}

struct Page<'t, 'a> {
    out: String,
    values: Values<'t, 'a>,
    notes: Notes<'a>,
    /// Whether the next line is the first of its block: no blank line stands above it.
    begins: bool,
}

impl<'a> Page<'_, 'a> {
    fn root(&mut self, root: NodeId) {
        let order = Order::of(&self.values, &self.notes, root, Some(&INSPECTION), "");
        let head = std::mem::take(&mut self.notes.head);
        let tail = self.notes.take_tail(root);
        self.lead(&head.lead);
        if !head.lead.is_empty() {
            // A note below the head would become part of it but for a blank line.
            let apart = match order.lines.first() {
                Some(first) => head.apart || self.notes.has_lead(first.node),
                None => !tail.is_empty(),
            };
            if apart {
                self.end_line();
            }
            self.begins = apart;
        }
        self.body(order, &tail);
    }

    /// Writes what stands below a header.
    fn body(&mut self, order: Order, tail: &[Note<'a>]) {
        for line in &order.lines {
            self.line(line);
        }
        self.lead(tail);
        for block in order.blocks {
            let inner = Order::of(&self.values, &self.notes, block.node, block.table, &block.path);
            let tail = self.notes.take_tail(block.node);
            let [list, own] =
                block.comments_of.map(|node| node.map(|node| self.notes.take(node)).unwrap_or_default());
            let around = list.and(own);
            let holds_tables_only = inner.lines.is_empty() && !inner.blocks.is_empty();
            let goes_without_saying = block.header == Header::Table
                && block.table.is_some()
                && holds_tables_only
                && tail.is_empty()
                && around.is_empty();
            if block.header != Header::None && !goes_without_saying {
                self.header(&block, &around);
            }
            self.body(inner, &tail);
        }
    }

    /// Writes a header, its comments right above it and one blank line above those.
    fn header(&mut self, block: &Block, around: &Around<'a>) {
        if !self.out.is_empty() && self.out != "\u{feff}" {
            self.end_line();
        }
        for note in &around.lead {
            // Without blank lines between them: what does not touch a header would belong to the block above it.
            self.out.push_str(note.text);
            self.end_line();
        }
        let (open, close) = if block.header == Header::Item { ("[[", "]]") } else { ("[", "]") };
        self.out.push_str(open);
        self.out.push_str(&block.path);
        self.out.push_str(close);
        self.trail(around);
        self.begins = true;
    }

    fn line(&mut self, line: &Line) {
        let around = self.notes.take(line.node);
        self.lead(&around.lead);
        if around.apart && !around.lead.is_empty() {
            self.end_line();
        }
        self.values.write(&mut self.out, &line.key, line.node, line.field);
        self.trail(&around);
        self.begins = false;
    }

    /// Writes comments on lines of their own, with the blank lines between them.
    fn lead(&mut self, notes: &[Note<'a>]) {
        for note in notes {
            if note.apart && !self.begins {
                self.end_line();
            }
            self.out.push_str(note.text);
            self.end_line();
            self.begins = false;
        }
    }

    fn trail(&mut self, around: &Around<'a>) {
        if let Some(comment) = around.trail {
            self.out.push(' ');
            self.out.push_str(comment);
        }
        self.end_line();
    }

    fn end_line(&mut self) {
        self.out.push_str(self.values.line_end);
    }
}
