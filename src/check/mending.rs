//! Fixes of many small pieces of a record's texts.

use super::Subject;
use crate::diagnostic::Fix;
use crate::schema::Steps;
use crate::text::Edit;

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

    /// Mends a text by what is put in the place of its pieces; `None` where one of them cannot be mended.
    pub(super) fn fix<'t>(
        &mut self,
        steps: &Steps,
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
        self.left -= edits.len();
        Some(Fix::safe(what, edits))
    }
}
