//! A key and its value.

use crate::model::Text;
use crate::text::Span;

/// The number of a node in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    /// The root, and, as a link, none: the root is nobody's child.
    pub(super) const ROOT: Self = Self(0);

    pub(super) fn link(self) -> Option<Self> {
        (self != Self::ROOT).then_some(self)
    }
}

/// A key and its value, or an element of an array.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// The key; empty for the root and for elements of arrays.
    pub key: Text<'a>,
    /// Where the key stands; for a `[[table]]` the last key of its header, for an element of an array an empty span.
    pub key_span: Span,
    /// Where the value stands; for a `[table]` or `[[table]]` its header, for a table that only keys name the key.
    pub span: Span,
    /// The value.
    pub value: Value<'a>,
    pub(super) first_child: NodeId,
    pub(super) last_child: NodeId,
    pub(super) next_sibling: NodeId,
    pub(super) children: u32,
}

/// What stands behind a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text, borrowed from the file unless it is written with escapes.
    String(Text<'a>),
    /// A whole number.
    Integer(i64),
    /// A number with a point or an exponent, `inf` or `nan`.
    Float,
    /// `true` or `false`.
    Boolean(bool),
    /// A day, a time or both, as it is written; it is in the calendar.
    DateTime(&'a str),
    /// An array between brackets.
    Array,
    /// An array of `[[tables]]`; its children are tables.
    Tables,
    /// A table.
    Table(TableForm),
    /// A value with a fault that is reported already: nothing more is to be said about it.
    Broken,
}

/// How a table came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    /// The document itself.
    Root,
    /// By a `[header]` or `[[header]]`.
    Header,
    /// By the header of a table inside it.
    Implicit,
    /// By a dotted key.
    Dotted,
    /// Between braces.
    Inline,
}
