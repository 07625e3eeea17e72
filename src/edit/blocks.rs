//! The blocks of a record: a header and the lines up to the next, and where in them things stand.

use std::collections::HashSet;

use crate::schema::tree::{NodeId, TableForm, Tree, Value};
use crate::text::{Span, line_ending};

/// A record's text with its blocks.
pub(super) struct Blocks<'t, 'a> {
    pub(super) text: &'a str,
    pub(super) tree: &'t Tree<'a>,
    /// The line ending of the file.
    pub(super) line_end: &'static str,
    /// The headers with their tables, as they stand in the file.
    headers: Vec<(Span, NodeId)>,
    /// The keys with values that stand on lines of their own: where the key is, and the value.
    lines: Vec<(Span, NodeId)>,
    on_lines: HashSet<NodeId>,
}

impl<'t, 'a> Blocks<'t, 'a> {
    pub(super) fn of(text: &'a str, tree: &'t Tree<'a>) -> Self {
        let line_end = line_ending(text);
        let mut blocks =
            Self { text, tree, line_end, headers: Vec::new(), lines: Vec::new(), on_lines: HashSet::new() };
        blocks.gather(tree.root());
        blocks.headers.sort_by_key(|(span, _)| *span);
        blocks.lines.sort_by_key(|(span, _)| *span);
        blocks.on_lines = blocks.lines.iter().map(|(_, line)| *line).collect();
        blocks
    }

    fn gather(&mut self, table: NodeId) {
        let tree = self.tree;
        if matches!(tree.node(table).value, Value::Table(TableForm::Header)) {
            self.headers.push((tree.node(table).span, table));
        }
        for child in tree.children(table) {
            match tree.node(child).value {
                Value::Table(TableForm::Header | TableForm::Implicit | TableForm::Dotted) => {
                    self.gather(child);
                }
                Value::Tables => tree.children(child).for_each(|item| self.gather(item)),
                _ => self.lines.push((tree.node(child).key_span, child)),
            }
        }
    }

    /// The headers with their tables, as they stand in the file.
    pub(super) fn headers(&self) -> &[(Span, NodeId)] {
        &self.headers
    }

    /// The keys with values that stand on lines of their own, as they stand in the file: where the key is, and the value.
    pub(super) fn lines(&self) -> &[(Span, NodeId)] {
        &self.lines
    }

    /// The keys of a table that stand on lines of their own, in their order.
    pub(super) fn keys_of(&self, table: NodeId) -> Vec<NodeId> {
        self.tree.children(table).filter(|child| self.has_line(*child)).collect()
    }

    /// Whether a key stands on a line of its own.
    pub(super) fn has_line(&self, key: NodeId) -> bool {
        self.on_lines.contains(&key)
    }

    /// The last key of the block that begins with a header, or of the lines before the first header.
    pub(super) fn last_key(&self, header: Option<Span>) -> Option<NodeId> {
        let start = header.map_or(0, |header| header.start);
        let end = self.next_header(start + usize::from(header.is_some()));
        let end = end.map_or(usize::MAX, |header| header.start);
        let last = self.lines.partition_point(|(key, _)| key.start < end).checked_sub(1)?;
        self.lines.get(last).filter(|(key, _)| key.start >= start).map(|(_, line)| *line)
    }

    /// The first header at a place or after it.
    pub(super) fn next_header(&self, at: usize) -> Option<Span> {
        let next = self.headers.partition_point(|(span, _)| span.start < at);
        self.headers.get(next).map(|(span, _)| *span)
    }

    /// The end of the last header or value that begins before a place.
    pub(super) fn last_end(&self, before: usize) -> usize {
        let header = self.headers[..self.headers.partition_point(|(span, _)| span.start < before)].last();
        let line = self.lines[..self.lines.partition_point(|(key, _)| key.start < before)].last();
        let value = line.map_or(0, |(_, line)| self.tree.node(*line).span.end);
        header.map_or(0, |(span, _)| span.end).max(value)
    }

    /// Whether a comment begins at a place.
    pub(super) fn is_comment_at(&self, at: usize) -> bool {
        self.tree.comments().binary_search_by_key(&at, |comment| comment.start).is_ok()
    }

    /// The header of the last block that belongs to a table: its own, or one of a table inside it.
    pub(super) fn last_header(&self, table: NodeId) -> Option<Span> {
        let mut last = None;
        let mut open = vec![table];
        while let Some(at) = open.pop() {
            if matches!(self.tree.node(at).value, Value::Table(TableForm::Header)) {
                last = last.max(Some(self.tree.node(at).span));
            }
            if matches!(self.tree.node(at).value, Value::Table(_) | Value::Tables) {
                open.extend(self.tree.children(at));
            }
        }
        last
    }

    /// The blocks of a table and of the tables inside it, each from the comments that touch its header to those of the next.
    pub(super) fn extents(&self, table: NodeId) -> Vec<Span> {
        let mut open = vec![table];
        let mut extents = Vec::new();
        while let Some(at) = open.pop() {
            let node = self.tree.node(at);
            if matches!(node.value, Value::Table(TableForm::Header)) {
                let next = self.next_header(node.span.start + 1);
                let end = next.map_or(self.text.len(), |next| self.with_comments(next.start));
                extents.push(Span::new(self.with_comments(node.span.start), end));
            }
            if matches!(node.value, Value::Table(_) | Value::Tables) {
                open.extend(self.tree.children(at));
            }
        }
        extents.sort();
        extents
    }

    /// The end of the last line with anything on it, of the block that begins with a header: comments that touch the next
    /// header belong to that.
    pub(super) fn block_end(&self, header: Option<Span>) -> usize {
        let next = self.next_header(header.map_or(0, |header| header.end));
        let end = next.map_or(self.text.len(), |next| self.with_comments(next.start));
        let start = header.map_or(self.start(), |header| header.end);
        let last_line = start + self.text[start..end.max(start)].trim_end().len();
        self.line_end_at(last_line).min(end.max(start))
    }

    /// The start of the lines of comments that touch a header, or of its own line.
    pub(super) fn with_comments(&self, header: usize) -> usize {
        let mut start = self.line_start(header);
        // A line within a text of several lines is no comment, nor is one that a value ends on.
        let value = self.last_end(header);
        while start > self.start() {
            let above = self.line_start(start - 1);
            let line = self.text[above..start].trim_start();
            if above < value || !line.starts_with('#') || is_for_editors(line) {
                break;
            }
            start = above;
        }
        start
    }

    /// Where the text begins: after a byte order mark.
    pub(super) fn start(&self) -> usize {
        if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The start of the line that a byte stands in.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(self.start(), |end| end + 1).max(self.start())
    }

    /// The end of the line that a byte stands in, before its line ending.
    pub(super) fn line_end_at(&self, at: usize) -> usize {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |end| at + end);
        if self.text[at..end].ends_with('\r') { end - 1 } else { end }
    }

    /// The spaces that a line begins with.
    pub(super) fn indentation(&self, at: usize) -> &'a str {
        let start = self.line_start(at);
        let line = &self.text[start..at];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }
}

/// Whether a comment tells editors something of the file, as `#:schema` does: it stands at its top, whatever is below it.
pub(super) fn is_for_editors(comment: &str) -> bool {
    comment.starts_with("#:")
}
