//! A record as it was read: what stands in it, where, and what is wrong with its writing.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::encoding;
use super::faults::MERGE_CONFLICT;
use super::reader::Reader;
use super::sink::Sink;
use super::steps::{Step, Steps};
use super::syntax;
use super::tree::{NodeId, Tree, Value};
use crate::diagnostic::{Finding, Rule, sort_findings};
use crate::model::Inspection;
use crate::text::{Lines, Place, Region, Source, Span};

/// A record as it was read.
pub struct Reading<'a> {
    /// The file.
    pub source: Source<'a>,
    /// What could be read. A title, type or date that could not be read is empty, `other` or `unknown`.
    pub inspection: Inspection<'a>,
    /// The faults of reading, by place.
    pub findings: Vec<Finding>,
    /// Whether what must be there could be read and no fault of syntax may have hidden the rest.
    pub is_sound: bool,
    /// Whether wrong bytes or a fault of syntax may have hidden some of the file.
    pub is_misread: bool,
    tree: Tree<'a>,
    /// The lines, once a place is asked for.
    lines: OnceCell<Lines>,
    /// The items of the lists that a place was asked for in.
    lists: RefCell<HashMap<NodeId, Vec<NodeId>>>,
}

/// Reads a record and hands it over while its text is there; nothing is copied that the file spells out.
///
/// Never fails: every fault of the bytes is a finding.
pub fn read<T>(path: &str, bytes: &[u8], take: impl FnOnce(&Reading<'_>) -> T) -> T {
    let (text, encoding_faults) = encoding::decode(path, bytes);
    let source = Source::new(path, &text);
    let (tree, syntax_faults) = Tree::read(&text);
    let sink = Sink::new(source);
    let encoded = encoding_faults.is_empty();
    for fault in encoding_faults {
        sink.push(fault);
    }
    let misread = syntax::report(syntax_faults, &sink);
    let unread = !encoded && text.is_empty();
    let (inspection, is_complete) =
        if unread { (Reader::nothing(), false) } else { Reader::new(&tree, &sink, misread).inspection() };
    let mut findings = sink.into_findings();
    if !encoded || findings.iter().any(|finding| finding.rule == &MERGE_CONFLICT) {
        // The text is not what stands in the file, or two files in one: nobody but a person mends that.
        for finding in &mut findings {
            finding.fix = None;
        }
    }
    sort_findings(&mut findings);
    take(&Reading {
        source,
        inspection,
        findings,
        is_sound: is_complete && encoded && !misread,
        is_misread: misread || !encoded,
        tree,
        lines: OnceCell::new(),
        lists: RefCell::default(),
    })
}

impl<'a> Reading<'a> {
    /// The first error of reading; a record with one is left out of lists.
    pub fn first_error(&self) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.is_error())
    }

    /// The keys and values as they stand in the file.
    pub fn tree(&self) -> &Tree<'a> {
        &self.tree
    }

    /// The place of a value; of the table it would stand in where it is missing; of the file where that is missing too.
    pub fn place(&self, steps: &Steps) -> Place {
        self.place_of(self.span(steps))
    }

    /// The place of a span of the file.
    pub fn place_of(&self, span: Span) -> Place {
        self.source.place_by(self.lines(), span)
    }

    /// Tells a span of the file as programs count that know UTF-16.
    pub fn region_of(&self, span: Span) -> Region {
        self.source.region_by(self.lines(), span)
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(self.source.text))
    }

    /// Reports a rule broken at a value.
    pub fn finding(&self, rule: &'static Rule, steps: &Steps, message: impl Into<String>) -> Finding {
        Finding::in_place(rule, self.place(steps), message)
    }

    /// The bytes of a value as they stand in the file, quotes included; found as `place` finds it.
    pub fn span(&self, steps: &Steps) -> Span {
        let mut at = self.tree.root();
        for step in &steps.0 {
            match self.step(at, *step) {
                Some(next) => at = next,
                None => break,
            }
        }
        if at == self.tree.root() { Span::default() } else { self.tree.node(at).span }
    }

    /// The bytes of a part of a text value, where the value is borrowed from the file; else those of the whole value.
    ///
    /// `part` is a slice of the value, as in `&inspection.title[3..8]`: it is found by where it lies in memory.
    pub fn span_of_part(&self, steps: &Steps, part: &str) -> Span {
        let value = self.span(steps);
        let start = part.as_ptr().addr().checked_sub(self.source.text.as_ptr().addr());
        match start.map(|start| Span::new(start, start + part.len())) {
            Some(span) if span.start >= value.start && span.end <= value.end => span,
            _ => value,
        }
    }

    fn step(&self, at: NodeId, step: Step) -> Option<NodeId> {
        match step {
            Step::Key(key) => self.tree.get(at, key),
            Step::Item(index) if matches!(self.tree.node(at).value, Value::Array | Value::Tables) => {
                let mut lists = self.lists.borrow_mut();
                let items = lists.entry(at).or_insert_with(|| self.tree.children(at).collect());
                items.get(index).copied()
            }
            Step::Item(_) => None,
        }
    }
}
