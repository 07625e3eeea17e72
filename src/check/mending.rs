//! Fixes of many small pieces of a record's texts.

use super::Subject;
use crate::diagnostic::Fix;
use crate::schema::Steps;
use crate::schema::tree::{Tree, Value};
use crate::text::{Edit, Span, apply_edits};

/// How many pieces of one record are offered a mend by one rule; those beyond get theirs once these are mended.
const MOST: usize = 2_000;

/// Makes the fixes of one rule in one record.
pub(super) struct Mender<'s> {
    subject: &'s Subject<'s>,
    left: usize,
}

impl<'s> Mender<'s> {
    pub(super) const fn new(subject: &'s Subject<'s>) -> Self {
        Self { subject, left: MOST }
    }

    /// Mends a text by what is put in the place of its pieces; `None` where one of them cannot be mended, or where the file
    /// would not say just that.
    pub(super) fn fix<'t>(
        &mut self,
        steps: &Steps,
        text: &str,
        what: &str,
        pieces: impl Iterator<Item = (&'t str, Option<String>)>,
    ) -> Option<Fix> {
        let mut edits: Vec<Edit> = Vec::new();
        for (part, with) in pieces {
            if edits.len() == self.left {
                return None;
            }
            edits.push(self.subject.edit_of(steps, part, with?)?);
        }
        if !self.says_so(steps, text, &edits)? {
            return None;
        }
        self.left -= edits.len();
        Some(Fix::safe(what, edits))
    }

    /// Whether the file says, once it is changed, the same with the pieces mended, and more than nothing: what goes from
    /// between two quotation marks may make them the end of the text.
    fn says_so(&self, steps: &Steps, text: &str, edits: &[Edit]) -> Option<bool> {
        let value = self.subject.reading.span(steps);
        let inner = self.subject.reading.span_of_part(steps, text);
        let within = |outer: Span| -> Option<Vec<Edit>> {
            let moved = edits.iter().map(|edit| {
                let start = edit.span.start.checked_sub(outer.start)?;
                Some(Edit::replace(Span::new(start, edit.span.end.checked_sub(outer.start)?), &*edit.with))
            });
            moved.collect()
        };
        let said = apply_edits(text, &within(inner)?)?;
        let raw = self.subject.reading.source.text.get(value.start..value.end)?;
        let raw = ["text = ", &apply_edits(raw, &within(value)?)?].concat();
        let (tree, faults) = Tree::read(&raw);
        let read = tree.get(tree.root(), "text").map(|node| &tree.node(node).value);
        Some(
            !said.trim().is_empty()
                && faults.is_empty()
                && matches!(read, Some(Value::String(text)) if **text == *said),
        )
    }
}
