//! Which comment belongs to what: a comment on a line of its own to what it stands above, one at the end of a line to
//! that line, the rest to the end of a block or the head of the file.

use std::collections::HashMap;

use super::super::blocks::{Blocks, is_for_editors};
use crate::schema::tree::{NodeId, Tree, Value};
use crate::text::Span;

/// A comment on a line of its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Note<'a> {
    /// From `#` on, without spaces at its end.
    pub(super) text: &'a str,
    /// Whether a blank line stands above it.
    pub(super) apart: bool,
}

/// The comments of a header or a line.
#[derive(Debug, Default)]
pub(super) struct Around<'a> {
    /// Those above it.
    pub(super) lead: Vec<Note<'a>>,
    /// Whether a blank line stands between those and it.
    pub(super) apart: bool,
    /// The one at the end of its line.
    pub(super) trail: Option<&'a str>,
}

impl Around<'_> {
    /// The comments of a list and of its first element, together.
    pub(super) fn and(mut self, inner: Self) -> Self {
        let trails = [inner.trail, self.trail];
        let mut trails = trails.into_iter().flatten();
        let trail = trails.next();
        // A line has one comment at its end: that of the list comes first otherwise.
        self.lead.extend(trails.map(|text| Note { text, apart: false }));
        self.lead.extend(inner.lead);
        Around { lead: self.lead, apart: self.apart, trail }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lead.is_empty() && self.trail.is_none()
    }
}

/// All comments that stand in no value, and those in lists whose elements may get headers.
#[derive(Debug)]
pub(super) struct Notes<'a> {
    /// The first lines of a file that begins with a comment above a key.
    pub(super) head: Around<'a>,
    around: HashMap<NodeId, Around<'a>>,
    tails: HashMap<NodeId, Vec<Note<'a>>>,
    /// The line ending of the lines that are no part of a value.
    pub(super) line_end: &'static str,
}

impl<'a> Notes<'a> {
    pub(super) fn of(text: &'a str, tree: &Tree<'a>) -> Self {
        let blocks = Blocks::of(text, tree);
        let mut things: Vec<Thing> = Vec::new();
        for (span, node) in blocks.headers() {
            things.push(Thing { at: span.start, end: span.end, node: *node, is_header: true });
        }
        for (key, node) in blocks.lines() {
            things.push(Thing {
                at: key.start,
                end: tree.node(*node).span.end,
                node: *node,
                is_header: false,
            });
        }
        things.sort_by_key(|thing| thing.at);
        let mut walk = Walk::new(text, tree.root(), blocks.start());
        let mut comments = tree.comments().iter().copied().peekable();
        for thing in things {
            while let Some(comment) = comments.next_if(|comment| comment.start < thing.at) {
                walk.comment(comment);
            }
            walk.thing(&thing);
            while comments.next_if(|comment| comment.start < thing.end).is_some() {} // it stands in the value
            if tree.node(thing.node).value == Value::Array {
                walk.elements(tree, thing.node);
            }
        }
        comments.for_each(|comment| walk.comment(comment));
        walk.into_notes()
    }

    /// The comments of a header or a line; each is given once.
    pub(super) fn take(&mut self, node: NodeId) -> Around<'a> {
        self.around.remove(&node).unwrap_or_default()
    }

    /// The comments at the end of the block of a table; they are given once.
    pub(super) fn take_tail(&mut self, table: NodeId) -> Vec<Note<'a>> {
        self.tails.remove(&table).unwrap_or_default()
    }

    /// Whether comments stand above a header or a line.
    pub(super) fn has_lead(&self, node: NodeId) -> bool {
        self.around.get(&node).is_some_and(|around| !around.lead.is_empty())
    }

    /// Whether a header or a line has comments, or the block of a table has some at its end.
    pub(super) fn has(&self, node: NodeId) -> bool {
        self.around.contains_key(&node) || self.tails.contains_key(&node)
    }
}

/// A header, or a key with its value.
struct Thing {
    at: usize,
    end: usize,
    node: NodeId,
    is_header: bool,
}

/// The way through a file, from comment to header to line.
struct Walk<'a> {
    text: &'a str,
    notes: Notes<'a>,
    /// Where the last thing or comment ended.
    end: usize,
    last: Option<NodeId>,
    block: NodeId,
    /// The comments whose place is not known yet.
    open: Vec<Note<'a>>,
    line_feeds: usize,
    both: usize,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str, root: NodeId, start: usize) -> Self {
        let notes =
            Notes { head: Around::default(), around: HashMap::new(), tails: HashMap::new(), line_end: "\n" };
        Self { text, notes, end: start, last: None, block: root, open: Vec::new(), line_feeds: 0, both: 0 }
    }

    /// Counts the line ends since the last thing or comment.
    fn lines_to(&mut self, at: usize) -> usize {
        let between = self.text.get(self.end..at).unwrap_or_default();
        let lines = between.matches('\n').count();
        self.line_feeds += lines;
        self.both += between.matches("\r\n").count();
        lines
    }

    fn comment(&mut self, span: Span) {
        let lines = self.lines_to(span.start);
        let text = &self.text[span.start..span.end];
        let text = text.trim_end_matches([' ', '\t', '\r']);
        match self.last {
            Some(last) if lines == 0 && self.open.is_empty() => {
                self.notes.around.entry(last).or_default().trail = Some(text);
            }
            _ => self.open.push(Note { text, apart: lines > 1 }),
        }
        self.end = span.end;
    }

    fn thing(&mut self, thing: &Thing) {
        let apart = self.lines_to(thing.at) > 1;
        let lead = if thing.is_header { self.touching(apart) } else { std::mem::take(&mut self.open) };
        let around = Around { lead, apart, trail: None };
        let around = if self.last.is_none() { self.keep_head(around, thing.is_header) } else { around };
        if !around.lead.is_empty() {
            self.notes.around.insert(thing.node, around);
        }
        if thing.is_header {
            self.close_block();
            self.block = thing.node;
        }
        self.last = Some(thing.node);
        self.end = thing.end;
    }

    /// Gives the comments in a list to its elements, for those that get a header: one behind an element to that, others to
    /// the element below; those below the last are the end of its block.
    fn elements(&mut self, tree: &Tree<'a>, list: NodeId) {
        let items = tree.children(list);
        let list = tree.node(list).span;
        let mut done = list.start + 1;
        let mut above = None;
        for item in items {
            let span = tree.node(item).span;
            let lead = self.between(tree, Span::new(done, span.start), above);
            if !lead.is_empty() {
                self.notes.around.entry(item).or_default().lead = lead;
            }
            (done, above) = (span.end, Some(item));
        }
        let mut rest = self.between(tree, Span::new(done, list.end), above);
        // It is not the last element's own.
        rest.iter_mut().take(1).for_each(|note| note.apart = true);
        if let Some(item) = above.filter(|_| !rest.is_empty()) {
            self.notes.tails.insert(item, rest);
        }
    }

    /// The comments between two elements of a list, without the one on the line of the first: that becomes its own.
    fn between(&mut self, tree: &Tree<'a>, span: Span, before: Option<NodeId>) -> Vec<Note<'a>> {
        let mut notes = Vec::new();
        let mut end = span.start;
        for comment in tree.comments_in(span) {
            let lines = self.text[end..comment.start].matches('\n').count();
            let text = self.text[comment.start..comment.end].trim_end_matches([' ', '\t', '\r']);
            match before {
                Some(before) if lines == 0 => self.notes.around.entry(before).or_default().trail = Some(text),
                _ => notes.push(Note { text, apart: lines > 1 }),
            }
            end = comment.end;
        }
        notes
    }

    /// Takes the comments that touch a header: those above a blank line belong to the block before.
    fn touching(&mut self, apart: bool) -> Vec<Note<'a>> {
        if apart {
            return Vec::new();
        }
        let first = self.open.iter().rposition(|note| note.apart).unwrap_or(0);
        self.open.split_off(first)
    }

    /// Parts the first lines of the file from what else stands above its first key; above a header only those for editors
    /// are of the file.
    fn keep_head(&mut self, mut around: Around<'a>, is_header: bool) -> Around<'a> {
        let ends = |at: usize, note: &Note<'_>| {
            if is_header { !is_for_editors(note.text) } else { at > 0 && note.apart }
        };
        let next = around.lead.iter().enumerate().position(|(at, note)| ends(at, note));
        let rest = next.map(|at| around.lead.split_off(at)).unwrap_or_default();
        if around.lead.is_empty() {
            return Around { lead: rest, ..around };
        }
        let apart = around.apart;
        around.apart |= !rest.is_empty();
        self.notes.head = around;
        Around { lead: rest, apart, trail: None }
    }

    fn close_block(&mut self) {
        if !self.open.is_empty() {
            self.notes.tails.insert(self.block, std::mem::take(&mut self.open));
        }
    }

    fn into_notes(mut self) -> Notes<'a> {
        self.lines_to(self.text.len());
        self.close_block();
        self.notes.line_end = if self.both * 2 > self.line_feeds { "\r\n" } else { "\n" };
        self.notes
    }
}
