//! What would be found in a record that was not found before: a change is judged before it is written.

use chrono::NaiveDate;

use super::{Repository, StoreError};
use crate::check::{Facts, check_record, check_records, judge};
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
        let (facts, found) = one(change.after);
        let old = change.before.map(|before| (before, one(before)));
        let mut news = if let Some((_, (old, known))) = &old
            && *old == facts
        {
            // Across records nothing has changed.
            let facts = std::slice::from_ref(old);
            let left = |findings| judge(findings, facts, &settings.levels, &|_| false, false).findings;
            without(left(found), left(known.clone()))
        } else {
            let mut others = self.facts()?;
            others.retain(|other| other.path != change.path);
            let all =
                |text, (facts, own)| self.with_others(change, text, (facts, own), &others, today, settings);
            let known = old.map(|(before, read)| all(before, read));
            without(all(change.after, (facts, found)), known.unwrap_or_default())
        };
        sort_findings(&mut news);
        Ok(news)
    }

    /// A record's own findings and those across records that it takes part in, but for what is allowed.
    fn with_others(
        &self,
        change: Change<'_>,
        text: &[u8],
        (own, mut findings): (Facts, Vec<Finding>),
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
        let remotes = check_records(&facts, today, settings).into_iter();
        let own = remotes.filter(|remote| takes_part(remote.record, &remote.related));
        findings.extend(own.map(|remote| remote.locate(&facts, &mut place)));
        judge(findings, &facts, &settings.levels, &|_| false, false).findings
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
