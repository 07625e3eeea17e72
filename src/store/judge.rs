//! What would be found in a record that was not found before: a change is judged before it is written.

use chrono::NaiveDate;

use super::{Repository, StoreError};
use crate::check::{Facts, check_record, check_records};
use crate::config::Settings;
use crate::diagnostic::{Finding, sort_findings};
use crate::schema::{Steps, read};
use crate::text::Place;

/// A record as it would stand.
#[derive(Debug, Clone, Copy)]
pub struct Change<'c> {
    /// Its id.
    pub id: &'c str,
    /// Its path from the root.
    pub path: &'c str,
    /// What stands there now; none for a record that is not there yet.
    pub before: Option<&'c [u8]>,
    /// What would stand there.
    pub after: &'c [u8],
}

impl Repository {
    /// Tells what `check` would find after a change and does not find now, in the record and about it across records.
    pub fn judge(
        &self,
        change: Change<'_>,
        today: NaiveDate,
        settings: &Settings,
    ) -> Result<Vec<Finding>, StoreError> {
        let one = |bytes: &[u8]| {
            read(change.path, bytes, |reading| {
                (Facts::of(change.id, reading), check_record(change.id, reading, today, settings))
            })
        };
        let (facts, mut found) = one(change.after);
        let old = change.before.map(one);
        let mut known: Vec<Finding> = Vec::new();
        let same_facts = old.as_ref().is_some_and(|(old, _)| *old == facts);
        let (old_facts, old_found) = old.unzip();
        known.extend(old_found.into_iter().flatten());
        if !same_facts {
            let mut others = self.facts()?;
            others.retain(|other| other.path != change.path);
            found.extend(self.about(change, change.after, facts, &others, today, settings));
            if let (Some(facts), Some(before)) = (old_facts, change.before) {
                known.extend(self.about(change, before, facts, &others, today, settings));
            }
        }
        let mut news = without(found, known);
        sort_findings(&mut news);
        Ok(news)
    }

    /// The findings across records that a record takes part in.
    fn about(
        &self,
        change: Change<'_>,
        text: &[u8],
        own: Facts,
        others: &[Facts],
        today: NaiveDate,
        settings: &Settings,
    ) -> Vec<Finding> {
        let at = others.partition_point(|other| other.path.as_str() < change.path);
        let mut facts = others.to_vec();
        facts.insert(at, own);
        let takes_part = |record: usize, related: &[(usize, Steps, String)]| {
            record == at || related.iter().any(|(other, ..)| *other == at)
        };
        let mut place = |path: &str, steps: &Steps| {
            if path == change.path {
                return read(path, text, |reading| reading.place(steps));
            }
            match self.read(path) {
                Ok(bytes) => read(path, &bytes, |reading| reading.place(steps)),
                Err(_) => Place::of_file(path),
            }
        };
        check_records(&facts, today, settings)
            .into_iter()
            .filter(|remote| takes_part(remote.record, &remote.related))
            .map(|remote| remote.locate(&facts, &mut place))
            .collect()
    }
}

/// The findings that are not among those known, whatever their place has become.
fn without(found: Vec<Finding>, mut known: Vec<Finding>) -> Vec<Finding> {
    let same =
        |a: &Finding, b: &Finding| a.rule == b.rule && a.message == b.message && a.place.path == b.place.path;
    found
        .into_iter()
        .filter(|finding| match known.iter().position(|old| same(old, finding)) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        })
        .collect()
}
