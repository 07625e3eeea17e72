//! The store of the nodes: one vector, children as linked lists, an index only for large tables.

use std::collections::HashMap;

use super::{Node, NodeId, TableForm, Value};
use crate::model::Text;
use crate::text::Span;

/// From how many children on a table is indexed; below, walking them is quicker.
const INDEXED_FROM: u32 = 32;

/// A TOML document as nodes.
#[derive(Debug)]
pub struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    index: HashMap<(NodeId, Text<'a>), NodeId>,
    comments: Vec<Span>,
}

impl<'a> Tree<'a> {
    pub(super) fn with_capacity(nodes: usize) -> Self {
        let mut tree = Self { nodes: Vec::with_capacity(nodes), index: HashMap::new(), comments: Vec::new() };
        tree.detached(Span::default(), Value::Table(TableForm::Root));
        tree
    }

    /// Returns the table that is the document.
    pub fn root(&self) -> NodeId {
        NodeId::ROOT
    }

    /// Returns a node; a `NodeId` of another tree is a bug.
    pub fn node(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id.0 as usize]
    }

    /// Returns where the comments stand, from `#` to the end of the line, in the order of the file.
    pub fn comments(&self) -> &[Span] {
        &self.comments
    }

    /// Returns where the comments in a piece of the text stand.
    pub fn comments_in(&self, span: Span) -> &[Span] {
        let first = self.comments.partition_point(|comment| comment.start < span.start);
        let end = self.comments.partition_point(|comment| comment.start < span.end);
        &self.comments[first..end.max(first)]
    }

    pub(super) fn add_comment(&mut self, span: Span) {
        self.comments.push(span);
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node<'a> {
        &mut self.nodes[id.0 as usize]
    }

    /// Walks the children of a table or an array as they stand in the file.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.node(id).first_child.link(), |child| self.node(*child).next_sibling.link())
    }

    pub(super) fn last_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).last_child.link()
    }

    /// Finds a key of a table.
    pub fn get(&self, table: NodeId, key: &str) -> Option<NodeId> {
        if self.node(table).children > INDEXED_FROM {
            return self.index.get(&(table, Text::Borrowed(key))).copied();
        }
        self.children(table).find(|child| self.node(*child).key == key)
    }

    /// Adds the last child of a table or an array; of a table, one whose key it does not have.
    pub(super) fn add(
        &mut self,
        parent: NodeId,
        key: Text<'a>,
        key_span: Span,
        span: Span,
        value: Value<'a>,
    ) -> NodeId {
        let id = self.detached(span, value);
        let (last, children) = {
            let parent = self.node_mut(parent);
            parent.children += 1;
            (std::mem::replace(&mut parent.last_child, id), parent.children)
        };
        match last.link() {
            None => self.node_mut(parent).first_child = id,
            Some(last) => self.node_mut(last).next_sibling = id,
        }
        let node = self.node_mut(id);
        node.key = key;
        node.key_span = key_span;
        if children > INDEXED_FROM && matches!(self.node(parent).value, Value::Table(_)) {
            self.index_child(parent, id, children);
        }
        id
    }

    /// Adds an element of an array.
    pub(super) fn push(&mut self, array: NodeId, span: Span, value: Value<'a>) -> NodeId {
        self.add(array, Text::Borrowed(""), Span::new(span.start, span.start), span, value)
    }

    /// Adds a node that belongs to nothing: what stands under a faulty key is read only for its faults.
    pub(super) fn detached(&mut self, span: Span, value: Value<'a>) -> NodeId {
        // A node takes a byte of text at least and a hundred of memory: their number stays below the 32 bits.
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node {
            key: Text::Borrowed(""),
            key_span: Span::default(),
            span,
            value,
            first_child: NodeId::ROOT,
            last_child: NodeId::ROOT,
            next_sibling: NodeId::ROOT,
            children: 0,
        });
        id
    }

    #[cold]
    fn index_child(&mut self, table: NodeId, id: NodeId, children: u32) {
        if children == INDEXED_FROM + 1 {
            let all: Vec<_> = self.children(table).collect();
            for child in all {
                let key = self.node(child).key.clone();
                self.index.insert((table, key), child);
            }
        } else {
            let key = self.node(id).key.clone();
            self.index.insert((table, key), id);
        }
    }

    /// Makes a tree of a changed copy a tree of the text itself; the copy has the same places.
    pub(super) fn owned(self, text: &str) -> Tree<'_> {
        let own = |text: Text<'_>| Text::Owned(text.into_owned());
        let nodes = self.nodes.into_iter().map(|node| Node {
            key: own(node.key),
            value: match node.value {
                Value::String(string) => Value::String(own(string)),
                Value::DateTime(_) => Value::DateTime(text.get(node.span.start..node.span.end).unwrap_or("")),
                Value::Integer(number) => Value::Integer(number),
                Value::Float => Value::Float,
                Value::Boolean(is) => Value::Boolean(is),
                Value::Array => Value::Array,
                Value::Tables => Value::Tables,
                Value::Table(form) => Value::Table(form),
                Value::Broken => Value::Broken,
            },
            key_span: node.key_span,
            span: node.span,
            first_child: node.first_child,
            last_child: node.last_child,
            next_sibling: node.next_sibling,
            children: node.children,
        });
        let index = self.index.into_iter().map(|((table, key), id)| ((table, own(key)), id)).collect();
        Tree { nodes: nodes.collect(), index, comments: self.comments }
    }
}
