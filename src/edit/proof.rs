//! Proves that edits of a record's text mended what they should and left all else as it was, faulty as the text may be.

use std::collections::HashMap;

use super::revision::misread;
use super::said::{Said, bare};
use crate::diagnostic::{Finding, Fix};
use crate::schema::faults::NEWER_TOML;
use crate::schema::tree::{NodeId, Tree, Value};
use crate::schema::{Reading, read};
use crate::text::{Edit, Span};

/// A text as it was read.
pub(super) struct State {
    /// What was found in it.
    pub(super) findings: Vec<Finding>,
    /// The errors of reading, by rule and message, with whether they can be mended.
    errors: Vec<(String, bool)>,
    misread: usize,
    leaves: Vec<Leaf>,
}

/// A value that is no table, and the way to it.
struct Leaf {
    span: Span,
    said: Said,
    way: Vec<Part>,
}

/// A key on the way to a value, and the place in the list behind it.
#[derive(Clone)]
struct Part {
    key: String,
    at: Vec<usize>,
    /// Where the key, and the header of its table, stand.
    spans: [Span; 2],
}

/// A fix and the finding that it mends.
#[derive(Clone, Copy)]
pub(super) struct Mend<'f> {
    pub(super) finding: &'f Finding,
    pub(super) fix: &'f Fix,
}

impl State {
    pub(super) fn of(
        path: &str,
        text: &str,
        find: &dyn Fn(&Reading<'_>) -> Vec<Finding>,
        may: &dyn Fn(&Fix) -> bool,
    ) -> Self {
        read(path, text.as_bytes(), |reading| {
            let errors = reading.findings.iter().filter(|finding| finding.is_error());
            let errors = errors.map(|finding| {
                (format!("{} {}", finding.rule.code, finding.message), finding.fix.as_ref().is_some_and(may))
            });
            let mut leaves = Vec::new();
            gather(reading.tree(), text, reading.tree().root(), &mut Vec::new(), &mut leaves);
            Self { findings: find(reading), errors: errors.collect(), misread: misread(text), leaves }
        })
    }

    /// Whether the mends made of this text the other, and nothing but what they should:
    ///
    /// what was found is gone; no fault of syntax came, and no error that cannot be mended itself; every value that could
    /// be read and no edit touched says the same, under the same keys; and one that was touched is there.
    pub(super) fn becomes(&self, after: &Self, mends: &[Mend<'_>]) -> bool {
        let edits = Moves::of(mends.iter().flat_map(|mend| &mend.fix.edits));
        let gone = mends.iter().all(|mend| {
            let at = edits.first(mend.finding.place.byte_start);
            !after.findings.iter().any(|left| left.rule == mend.finding.rule && left.place.byte_start == at)
        });
        gone && after.misread <= self.misread
            && !self.has_worse(after)
            && self.says_the_same(after, mends, &edits)
    }

    /// Whether there are errors that were not there before, and that cannot be mended.
    fn has_worse(&self, after: &Self) -> bool {
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (error, _) in &self.errors {
            *known.entry(error).or_default() += 1;
        }
        after.errors.iter().any(|(error, is_mendable)| match known.get_mut(error.as_str()) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => !is_mendable,
        })
    }

    fn says_the_same(&self, after: &Self, mends: &[Mend<'_>], moves: &Moves<'_>) -> bool {
        // Newer syntax is another way of writing the same value; all else may change the value it stands in.
        let is_change = |mend: &&Mend<'_>| mend.finding.rule != &NEWER_TOML;
        let changes = Moves::of(mends.iter().filter(is_change).flat_map(|mend| &mend.fix.edits));
        let there: HashMap<usize, &Leaf> = after.leaves.iter().map(|leaf| (leaf.span.start, leaf)).collect();
        let mut starts: Vec<usize> = there.keys().copied().collect();
        starts.sort_unstable();
        // What could not be read may become anything, and a table with nothing in it may turn out to have something.
        let says = |leaf: &&Leaf| !matches!(leaf.said, Said::Broken(_) | Said::EmptyTable);
        self.leaves.iter().filter(says).all(|leaf| {
            let (start, end) = (moves.first(leaf.span.start), moves.last(leaf.span.end));
            if changes.touch(leaf.span) {
                let next = starts.partition_point(|at| *at < start);
                return starts.get(next).is_some_and(|at| *at < end);
            }
            there.get(&moves.last(leaf.span.start)).is_some_and(|now| {
                now.said == leaf.said
                    && now.span.end == moves.first(leaf.span.end)
                    && same_way(leaf, now, moves)
            })
        })
    }
}

/// Whether two values stand under the same keys, save those that were changed on purpose.
fn same_way(before: &Leaf, after: &Leaf, moves: &Moves<'_>) -> bool {
    before.way.len() == after.way.len()
        && before.way.iter().zip(&after.way).all(|(old, new)| {
            let is_changed = old.spans.iter().any(|span| moves.touch(*span));
            let first = |at: &[usize]| at.is_empty() || at == [0];
            (old.key == new.key || is_changed)
                && (old.at == new.at || (is_changed && first(&old.at) && first(&new.at)))
        })
}

fn gather(tree: &Tree<'_>, text: &str, at: NodeId, way: &mut Vec<Part>, leaves: &mut Vec<Leaf>) {
    let node = tree.node(at);
    match node.value {
        Value::Table(_) => {
            for child in tree.children(at) {
                let child_node = tree.node(child);
                let header = match child_node.value {
                    Value::Table(_) | Value::Tables => child_node.span,
                    _ => child_node.key_span,
                };
                let spans = [child_node.key_span, header];
                way.push(Part { key: child_node.key.to_string(), at: Vec::new(), spans });
                gather(tree, text, child, way, leaves);
                way.pop();
            }
        }
        Value::Array | Value::Tables if tree.children(at).next().is_some() => {
            for (index, item) in tree.children(at).enumerate() {
                let outer = way.last().cloned();
                if let Some(part) = way.last_mut() {
                    part.at.push(index);
                    if node.value == Value::Tables {
                        part.spans = [tree.node(item).key_span, tree.node(item).span];
                    }
                }
                gather(tree, text, item, way, leaves);
                if let (Some(part), Some(outer)) = (way.last_mut(), outer) {
                    *part = outer;
                }
            }
        }
        _ => leaves.push(Leaf { span: node.span, said: bare(node, text), way: way.clone() }),
    }
}

/// Where the bytes of a text come to stand.
struct Moves<'e> {
    /// In the order of places.
    edits: Vec<&'e Edit>,
}

impl<'e> Moves<'e> {
    fn of(edits: impl Iterator<Item = &'e Edit>) -> Self {
        let mut edits: Vec<&Edit> = edits.collect();
        edits.sort_by_key(|edit| edit.span);
        Self { edits }
    }

    /// Where a byte stands afterwards; what is inserted at it comes after it.
    fn first(&self, at: usize) -> usize {
        self.moved(at, |span| span.end <= at && span.start < at)
    }

    /// Where a byte stands afterwards; what is inserted at it comes before it.
    fn last(&self, at: usize) -> usize {
        self.moved(at, |span| span.end <= at)
    }

    fn moved(&self, at: usize, is_before: impl Fn(Span) -> bool) -> usize {
        let (mut gone, mut come) = (0, 0);
        for edit in &self.edits {
            if is_before(edit.span) {
                gone += edit.span.end - edit.span.start;
                come += edit.with.len();
            } else if edit.span.start < at && at < edit.span.end {
                gone += at - edit.span.start;
            }
        }
        at - gone + come
    }

    /// Whether an edit changes a piece of the text, or inserts at its ends.
    fn touch(&self, span: Span) -> bool {
        self.edits.iter().any(|edit| {
            if edit.span.is_empty() {
                (span.start..=span.end).contains(&edit.span.start)
            } else {
                edit.span.start < span.end && span.start < edit.span.end
            }
        })
    }
}
