//! Values as they are laid out: as they stand, but for spaces and for dates; a long list with an element a line.

use super::spelling;
use crate::schema::tree::{NodeId, TableForm, Tree, Value};
use crate::schema::{Field, FieldKind, Table};
use crate::text::Span;

/// How many characters a line may have before a list on it is given a line for each element.
const WIDTH: usize = 80;

/// The values of a record.
pub(super) struct Values<'t, 'a> {
    pub(super) text: &'a str,
    pub(super) tree: &'t Tree<'a>,
    pub(super) line_end: &'static str,
}

impl<'a> Values<'_, 'a> {
    /// The comments in a piece of the text.
    fn comments_in(&self, span: Span) -> &[Span] {
        self.tree.comments_in(span)
    }

    pub(super) fn has_comment(&self, span: Span) -> bool {
        !self.comments_in(span).is_empty()
    }

    fn raw(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Whether a table holds nothing but values on one line, so that it can stand between braces.
    pub(super) fn is_short(&self, table: NodeId) -> bool {
        self.tree.children(table).all(|key| {
            let node = self.tree.node(key);
            let is_plain = !matches!(node.value, Value::Array | Value::Tables | Value::Table(_));
            is_plain && !self.raw(node.span).contains('\n')
        })
    }

    /// Writes `key = value`.
    pub(super) fn write(&self, out: &mut String, key: &str, node: NodeId, field: Option<&'static Field>) {
        let start = out.len();
        out.push_str(key);
        out.push_str(" = ");
        let value = out.len();
        let at = self.tree.node(node);
        let kind = field.map(|field| field.kind);
        let is_list = matches!(at.value, Value::Array | Value::Tables);
        if !(is_list && self.holds_comment(node)) {
            self.short(out, node, kind);
            let line = &out[start..];
            let is_empty = self.tree.children(node).next().is_none();
            if !is_list || is_empty || (!line.contains('\n') && line.chars().count() <= WIDTH) {
                return;
            }
            out.truncate(value);
        }
        self.long(out, node, kind);
    }

    /// Whether a comment stands in a value; the tables of a list of headers have none when they come here.
    fn holds_comment(&self, node: NodeId) -> bool {
        let node = self.tree.node(node);
        node.value == Value::Array && self.has_comment(node.span)
    }

    /// Writes a value on one line, as far as its texts have one.
    fn short(&self, out: &mut String, node: NodeId, kind: Option<FieldKind>) {
        let at = self.tree.node(node);
        match &at.value {
            // What holds a comment cannot stand on one line: it stays as it is.
            Value::Array | Value::Table(TableForm::Inline) if self.has_comment(at.span) => {
                out.push_str(self.raw(at.span));
            }
            Value::Array | Value::Tables => {
                let element = self.element_kind(node, kind);
                out.push('[');
                for (index, item) in self.tree.children(node).enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    self.short(out, item, element);
                }
                out.push(']');
            }
            Value::Table(_) => self.braces(out, node, kind),
            value => match kind.and_then(|kind| spelling::date(kind, value)) {
                Some(date) => out.push_str(&date),
                None => out.push_str(self.raw(at.span)),
            },
        }
    }

    /// What the elements of a list are.
    fn element_kind(&self, list: NodeId, kind: Option<FieldKind>) -> Option<FieldKind> {
        match kind {
            Some(FieldKind::Tables(table)) => Some(FieldKind::Table(table)),
            kind => spelling::element_kind(kind, self.tree, list),
        }
    }

    /// Writes a table between braces.
    fn braces(&self, out: &mut String, table: NodeId, kind: Option<FieldKind>) {
        let fields = if let Some(FieldKind::Table(table)) = kind { Some(table) } else { None };
        let mut keys: Vec<(usize, String, NodeId, Option<FieldKind>)> = Vec::new();
        self.keys(table, fields, "", &mut keys);
        keys.sort_by_key(|(rank, ..)| *rank);
        if keys.is_empty() {
            out.push_str("{}");
            return;
        }
        for (index, (_, key, node, kind)) in keys.into_iter().enumerate() {
            out.push_str(if index > 0 { ", " } else { "{ " });
            out.push_str(&key);
            out.push_str(" = ");
            self.short(out, node, kind);
        }
        out.push_str(" }");
    }

    /// The keys of a table between braces: rank, key with its dots, value and what it may hold.
    fn keys(
        &self,
        table: NodeId,
        fields: Option<&'static Table>,
        prefix: &str,
        keys: &mut Vec<(usize, String, NodeId, Option<FieldKind>)>,
    ) {
        for node in self.tree.children(table) {
            let key = format!("{prefix}{}", spelling::key(self.text, self.tree, node));
            if matches!(self.tree.node(node).value, Value::Table(TableForm::Dotted)) {
                self.keys(node, None, &format!("{key}."), keys);
                continue;
            }
            let found = fields.and_then(|table| table.field(&self.tree.node(node).key));
            let kind = found.map(|(_, field)| field.kind);
            keys.push((found.map_or(usize::MAX, |(rank, _)| rank), key, node, kind));
        }
    }

    /// Writes a list with a line for each element and each comment.
    fn long(&self, out: &mut String, list: NodeId, kind: Option<FieldKind>) {
        let element = self.element_kind(list, kind);
        let at = self.tree.node(list);
        let (is_array, end) = (at.value == Value::Array, at.span.end);
        let mut done = at.span.start + 1;
        out.push('[');
        out.push_str(self.line_end);
        for item in self.tree.children(list) {
            let span = self.tree.node(item).span;
            if is_array {
                self.notes(out, Span::new(done, span.start));
            }
            out.push_str("  ");
            self.short(out, item, element);
            out.push(',');
            done = span.end;
            if is_array {
                done = self.trail(out, Span::new(done, end));
            }
            out.push_str(self.line_end);
        }
        if is_array {
            self.notes(out, Span::new(done, end));
        }
        out.push(']');
    }

    /// Writes the comments between two elements, each on a line.
    fn notes(&self, out: &mut String, between: Span) {
        for comment in self.comments_in(between) {
            out.push_str("  ");
            out.push_str(self.raw(*comment).trim_end_matches([' ', '\t', '\r']));
            out.push_str(self.line_end);
        }
    }

    /// Writes the comment on the line of an element, if there is one; returns where the text behind it begins.
    fn trail(&self, out: &mut String, rest: Span) -> usize {
        let Some(comment) = self.comments_in(rest).first() else { return rest.start };
        let between = self.raw(Span::new(rest.start, comment.start));
        if !between.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b',')) {
            return rest.start;
        }
        out.push(' ');
        out.push_str(self.raw(*comment).trim_end_matches([' ', '\t', '\r']));
        comment.end
    }
}
