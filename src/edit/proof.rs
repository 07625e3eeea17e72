//! Proves that edits of a record's text mended what they should and left all else as it was, faulty as the text may be.

use std::collections::HashMap;

use super::proved::misread;
use super::said::{Said, bare};
use crate::diagnostic::{Finding, Fix};
use crate::schema::faults::NEWER_TOML;
use crate::schema::tree::{NodeId, Tree, Value};
use crate::schema::{Reading, read};
use crate::text::{Edit, Span};

/// How many values a text may have to be mended; records have some hundreds.
const MOST_VALUES: usize = 20_000;

/// A text as it was read.
pub(super) struct State {
    /// What was found in it.
    pub(super) findings: Vec<Finding>,
    /// The errors of reading, by rule and message, with whether they can be mended.
    errors: Vec<(String, bool)>,
    misread: usize,
    /// Whether all that must be there could be read.
    is_sound: bool,
    values: Values,
}

/// The values of a text that are no tables, and the ways to them.
#[derive(Default)]
struct Values {
    leaves: Vec<Leaf>,
    parts: Vec<Part>,
}

/// A value that is no table, and the last part of the way to it.
struct Leaf {
    span: Span,
    said: Said,
    part: usize,
}

/// A key on the way to a value, and the place in the list behind it.
#[derive(Clone)]
struct Part {
    key: String,
    at: Vec<usize>,
    /// Where the key, and the header of its table, stand.
    spans: [Span; 2],
    /// The part before it.
    before: Option<usize>,
}

/// A fix and the finding that it mends.
#[derive(Clone, Copy)]
pub(super) struct Mend<'f> {
    pub(super) finding: &'f Finding,
    pub(super) fix: &'f Fix,
}

impl State {
    /// Reads a text; `None` where it has more values than a record can have.
    pub(super) fn of(
        path: &str,
        text: &str,
        find: &dyn Fn(&Reading<'_>) -> Vec<Finding>,
        may: &dyn Fn(&Fix) -> bool,
    ) -> Option<Self> {
        let misread = misread(text);
        read(path, text.as_bytes(), |reading| {
            let errors = reading.findings.iter().filter(|finding| finding.is_error());
            let errors = errors.map(|finding| {
                (format!("{} {}", finding.rule.code, finding.message), finding.fix.as_ref().is_some_and(may))
            });
            let tree = reading.tree();
            let mut values = Values::default();
            values.gather(tree, text, tree.root(), None);
            (values.leaves.len() <= MOST_VALUES).then(|| Self {
                findings: find(reading),
                errors: errors.collect(),
                misread,
                is_sound: reading.is_sound,
                values,
            })
        })
    }

    /// Whether the mends made of this text the other, and nothing but what they should:
    ///
    /// what was found is gone; no fault of syntax came, and no error that cannot be mended itself; what must be there can
    /// be read if it could; every value that could
    /// be read and no edit touched says the same, under the same keys; and one that was touched is there.
    pub(super) fn becomes(&self, after: &Self, mends: &[Mend<'_>]) -> bool {
        let edits = Moves::of(mends.iter().flat_map(|mend| &mend.fix.edits));
        let gone = mends.iter().all(|mend| {
            let at = edits.first(mend.finding.place.byte_start);
            !after.findings.iter().any(|left| left.rule == mend.finding.rule && left.place.byte_start == at)
        });
        gone && after.misread <= self.misread
            && (after.is_sound || !self.is_sound)
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
        let there: HashMap<usize, &Leaf> =
            after.values.leaves.iter().map(|leaf| (leaf.span.start, leaf)).collect();
        let mut starts: Vec<usize> = there.keys().copied().collect();
        starts.sort_unstable();
        // What could not be read may become anything, and a table with nothing in it may turn out to have something.
        let says = |leaf: &&Leaf| !matches!(leaf.said, Said::Broken(_) | Said::EmptyTable);
        self.values.leaves.iter().filter(says).all(|leaf| {
            let (start, end) = (moves.first(leaf.span.start), moves.last(leaf.span.end));
            if changes.touch(leaf.span) {
                let next = starts.partition_point(|at| *at < start);
                return starts.get(next).is_some_and(|at| *at < end);
            }
            there.get(&moves.last(leaf.span.start)).is_some_and(|now| {
                now.said == leaf.said
                    && now.span.end == moves.first(leaf.span.end)
                    && same_way(self.values.way(leaf), after.values.way(now), moves)
            })
        })
    }
}

/// Whether two values stand under the same keys, save those that were changed on purpose.
fn same_way<'s>(
    mut before: impl Iterator<Item = &'s Part>,
    mut after: impl Iterator<Item = &'s Part>,
    moves: &Moves<'_>,
) -> bool {
    loop {
        let (old, new) = match (before.next(), after.next()) {
            (Some(old), Some(new)) => (old, new),
            (None, None) => return true,
            _ => return false,
        };
        let is_changed = old.spans.iter().any(|span| moves.touch(*span));
        let first = |at: &[usize]| at.is_empty() || at == [0];
        let same_key = old.key == new.key || is_changed;
        let same_place = old.at == new.at || (is_changed && first(&old.at) && first(&new.at));
        if !same_key || !same_place {
            return false;
        }
    }
}

impl Values {
    fn gather(&mut self, tree: &Tree<'_>, text: &str, at: NodeId, part: Option<usize>) {
        if self.leaves.len() > MOST_VALUES {
            return;
        }
        let node = tree.node(at);
        match node.value {
            Value::Table(_) if at == tree.root() || tree.children(at).next().is_some() => {
                for child in tree.children(at) {
                    let inner = tree.node(child);
                    let is_table = matches!(inner.value, Value::Table(_) | Value::Tables);
                    let spans = [inner.key_span, if is_table { inner.span } else { inner.key_span }];
                    let key = inner.key.to_string();
                    self.step(tree, text, child, Part { key, at: Vec::new(), spans, before: part });
                }
            }
            Value::Array | Value::Tables if tree.children(at).next().is_some() => {
                for (index, item) in tree.children(at).enumerate() {
                    // A list stands behind a key: the root is a table.
                    let Some(mut next) = part.map(|part| self.parts[part].clone()) else { return };
                    next.at.push(index);
                    if node.value == Value::Tables {
                        next.spans = [tree.node(item).key_span, tree.node(item).span];
                    }
                    self.step(tree, text, item, next);
                }
            }
            _ => self.leaves.extend(part.map(|part| Leaf { span: node.span, said: bare(node, text), part })),
        }
    }

    fn step(&mut self, tree: &Tree<'_>, text: &str, to: NodeId, part: Part) {
        self.parts.push(part);
        self.gather(tree, text, to, Some(self.parts.len() - 1));
    }

    /// The way to a value, from its end.
    fn way(&self, leaf: &Leaf) -> impl Iterator<Item = &Part> {
        let part = |at: usize| self.parts.get(at);
        std::iter::successors(part(leaf.part), move |last| last.before.and_then(part))
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

    /// The first place that a byte comes to: before what is inserted at it, or put in its place.
    fn first(&self, at: usize) -> usize {
        self.moved(at, |edit| edit.span.end <= at && edit.span.start < at)
    }

    /// The last place that a byte comes to: after what is inserted at it, or put in its place.
    fn last(&self, at: usize) -> usize {
        self.moved(at, |edit| edit.span.end <= at || edit.span.start < at)
    }

    fn moved(&self, at: usize, comes_before: impl Fn(&Edit) -> bool) -> usize {
        let gone = |edit: &&Edit| edit.span.end.min(at).saturating_sub(edit.span.start);
        let come = self.edits.iter().filter(|edit| comes_before(edit)).map(|edit| edit.with.len());
        at - self.edits.iter().map(gone).sum::<usize>() + come.sum::<usize>()
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
