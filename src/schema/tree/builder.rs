//! From the parser's events to nodes.

use std::cell::RefCell;

use toml_parser::decoder::Encoding;
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, Source, Span as Place};

use super::fault::Faults;
use super::{DEPTH, NodeId, SyntaxFault, SyntaxFaultKind, TableForm, Tree, Value};
use crate::model::Text;
use crate::text::Span;

/// Builds the tree while the parser goes through the text.
///
/// It also bounds the depth: the guard of `toml_parser` counts a bracket as closed that it never counted as opened
/// (`{ {}, a = { {}, a = …`), so that a file could exhaust the stack.
pub(super) struct Builder<'s, 'f, 't> {
    pub(super) source: Source<'s>,
    pub(super) tree: Tree<'s>,
    pub(super) faults: &'f RefCell<Faults<'t>>,
    /// The table of the last header.
    pub(super) table: NodeId,
    /// Tells that the last header stood before, so that its keys standing twice is told already.
    pub(super) repeated: bool,
    pub(super) keys: Keys<'s>,
    pub(super) header: Option<Header>,
    /// The arrays and inline tables that are open.
    frames: Vec<Frame>,
    /// Tells that the parser skips to a closing bracket whose opening is no frame.
    skipping: bool,
    /// The value that ended on this line.
    ended: Option<NodeId>,
}

/// The key that was read last: the parts before its last dot, and the last part.
#[derive(Default)]
pub(super) struct Keys<'s> {
    pub(super) path: Vec<Key<'s>>,
    pub(super) last: Option<Key<'s>>,
    /// Tells that a part has a fault, so that the key names nothing.
    pub(super) broken: bool,
    after_dot: bool,
}

/// One part of a key.
pub(super) struct Key<'s> {
    pub(super) text: Text<'s>,
    pub(super) span: Span,
}

/// A header that is being read.
pub(super) struct Header {
    pub(super) of_array: bool,
    start: usize,
}

struct Frame {
    node: NodeId,
    is_table: bool,
    /// Tells that it is written as only TOML 1.1 allows.
    newer: bool,
    after_comma: bool,
}

impl<'s, 'f, 't> Builder<'s, 'f, 't> {
    pub(super) fn new(source: Source<'s>, tokens: usize, faults: &'f RefCell<Faults<'t>>) -> Self {
        Self {
            source,
            tree: Tree::with_capacity(tokens / 5 + 8), // `key = "text"` and its line end are six tokens
            faults,
            table: NodeId::ROOT,
            repeated: false,
            keys: Keys::default(),
            header: None,
            frames: Vec::new(),
            skipping: false,
            ended: None,
        }
    }

    /// Ends a piece of the text: whatever is open is closed.
    pub(super) fn end(&mut self) {
        self.end_line();
        self.frames.clear();
        self.skipping = false;
    }

    pub(super) fn into_tree(self) -> Tree<'s> {
        self.tree
    }

    pub(super) fn text(&self, span: Place) -> &'s str {
        // Places come from the lexer, which cuts between characters only.
        self.source.input().get(span.start()..span.end()).unwrap_or("")
    }

    pub(super) fn report(&self, fault: SyntaxFault) {
        self.faults.borrow_mut().add(fault);
    }

    /// Tells whether the value stands in an array or inline table.
    pub(super) fn is_nested(&self) -> bool {
        !self.frames.is_empty()
    }

    fn end_line(&mut self) {
        self.ended = None;
        if let Some(header) = self.header.take() {
            let end = self.keys.last.as_ref().map_or(header.start, |key| key.span.end);
            self.open_table(&header, Span::new(header.start, end));
        }
    }

    fn close_header(&mut self, close: Place) {
        if let Some(header) = self.header.take() {
            self.open_table(&header, Span::new(header.start, close.end()));
        }
    }

    fn open_header(&mut self, of_array: bool, open: Place) {
        self.end_line();
        self.keys.clear();
        self.header = Some(Header { of_array, start: open.start() });
    }

    /// Puts a value where it belongs: behind the key just read, or at the end of the open array.
    fn place(&mut self, span: Span, value: Value<'s>) -> NodeId {
        match self.frames.last() {
            Some(Frame { node, is_table: false, .. }) => self.tree.push(*node, span, value),
            Some(Frame { node, .. }) => self.define(*node, span, value),
            None => self.define(self.table, span, value),
        }
    }

    fn open(&mut self, open: Place, value: Value<'s>) -> bool {
        let is_table = value != Value::Array;
        if self.frames.len() >= DEPTH {
            let message = "lists and tables are nested too deeply here";
            self.report(SyntaxFault::new(SyntaxFaultKind::Syntax, span_of(open), message));
            self.skipping = true;
            return false;
        }
        let node = self.place(span_of(open), value);
        self.frames.push(Frame { node, is_table, newer: false, after_comma: false });
        true
    }

    fn close(&mut self, close: Place, is_table: bool) {
        if std::mem::take(&mut self.skipping) {
            return;
        }
        let Some(frame) = self.frames.pop_if(|frame| frame.is_table == is_table) else { return };
        let node = self.tree.node_mut(frame.node);
        node.span.end = node.span.end.max(close.end());
        let span = node.span;
        // An empty place means that the parser closed it at the end of the text.
        if is_table && !close.is_empty() && (frame.newer || frame.after_comma) {
            let message = "an inline table over several lines or with a comma at its end is new in TOML 1.1";
            let fault = SyntaxFault::new(SyntaxFaultKind::Toml11, span, message);
            self.report(fault.help("write it on one line, without a comma before the `}`"));
        }
        if self.frames.is_empty() {
            self.ended = Some(frame.node);
        }
    }

    /// Notes that a line ended, or was left to a comment, in what is open.
    fn break_line(&mut self) {
        match self.frames.last_mut() {
            Some(frame) => frame.newer |= frame.is_table && !self.skipping,
            None => self.end_line(),
        }
    }
}

impl Keys<'_> {
    fn clear(&mut self) {
        self.path.clear();
        self.last = None;
        self.broken = false;
        self.after_dot = false;
    }
}

pub(super) fn span_of(place: Place) -> Span {
    Span::new(place.start(), place.end())
}

impl EventReceiver for Builder<'_, '_, '_> {
    fn std_table_open(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.open_header(false, span);
    }

    fn std_table_close(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.close_header(span);
    }

    fn array_table_open(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.open_header(true, span);
    }

    fn array_table_close(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.close_header(span);
    }

    fn inline_table_open(&mut self, span: Place, _: &mut dyn ErrorSink) -> bool {
        self.open(span, Value::Table(TableForm::Inline))
    }

    fn inline_table_close(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.close(span, true);
    }

    fn array_open(&mut self, span: Place, _: &mut dyn ErrorSink) -> bool {
        self.open(span, Value::Array)
    }

    fn array_close(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.close(span, false);
    }

    fn simple_key(&mut self, span: Place, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        if std::mem::take(&mut self.keys.after_dot) {
            if self.keys.path.len() < DEPTH {
                self.keys.path.extend(self.keys.last.take());
            }
        } else {
            self.keys.clear();
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.after_comma = false;
        }
        let text = self.key(span, encoding);
        self.keys.broken |= text.is_none();
        self.keys.last = Some(Key { text: text.unwrap_or_default(), span: span_of(span) });
    }

    fn key_sep(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.keys.after_dot = true;
        if self.keys.path.len() == DEPTH - 1 && !self.keys.broken {
            self.keys.broken = true;
            let message = "this key has too many parts";
            self.report(SyntaxFault::new(SyntaxFaultKind::Syntax, span_of(span), message));
        }
    }

    fn scalar(&mut self, span: Place, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        let value = self.value(span, encoding);
        let node = self.place(span_of(span), value);
        if self.frames.is_empty() {
            self.ended = Some(node);
        }
    }

    fn value_sep(&mut self, _: Place, _: &mut dyn ErrorSink) {
        if let Some(frame) = self.frames.last_mut() {
            frame.after_comma = true;
        }
    }

    fn comment(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.tree.add_comment(span_of(span));
        self.break_line();
    }

    fn newline(&mut self, _: Place, _: &mut dyn ErrorSink) {
        self.break_line();
    }

    fn error(&mut self, span: Place, _: &mut dyn ErrorSink) {
        if let Some(frame) = self.frames.last() {
            self.skipping |= frame.is_table && self.text(span).starts_with(['{', '[']);
        } else if let Some(ended) = self.ended.take() {
            // Text after the value, as in `"a "quoted" word"`: what was read is not what is meant.
            self.tree.node_mut(ended).value = Value::Broken;
        }
    }
}
