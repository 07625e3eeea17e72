//! Mends records by the fixes of their findings: looked for in all, then made one by one, so that few texts are held at once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Repository, StoreError, WriteError, Writing};
use crate::check::{Facts, Remote, check_record, check_records};
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::edit::{MendedFinding, mend};
use crate::schema::{Reading, read};
use crate::text::Place;

/// A record as it would stand once it is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The path from the root.
    pub path: String,
    /// What stands there.
    pub before: String,
    /// What would stand there.
    pub after: String,
    /// The findings that are mended by it, by line.
    pub findings: Vec<MendedFinding>,
}

/// The records that can be mended.
#[derive(Debug)]
pub struct Mends<'r> {
    repository: &'r Repository,
    today: NaiveDate,
    settings: &'r Settings,
    guess: bool,
    /// Of all records, as they would stand once they are mended by themselves.
    facts: Vec<Facts>,
    /// The records that can be mended, as indices, with what only all records together show.
    records: BTreeMap<usize, Vec<Remote>>,
}

impl Repository {
    /// Looks which of the records named (or all) can be mended: by safe fixes, and with `guess` by the likely ones too.
    pub fn mends<'r>(
        &'r self,
        named: Option<&BTreeSet<String>>,
        today: NaiveDate,
        settings: &'r Settings,
        guess: bool,
    ) -> Result<Mends<'r>, StoreError> {
        let is_named = |path: &str| named.is_none_or(|named| named.contains(path));
        let scan = self.scan(None, &|file| {
            let (id, path) = (file.id.as_str(), file.path);
            let facts = |bytes: &[u8]| read(path, bytes, |reading| Facts::of(id, reading));
            let own = |reading: &Reading<'_>| check_record(id, reading, today, settings);
            let text = std::str::from_utf8(file.bytes).ok().filter(|_| is_named(path));
            match text.and_then(|text| mended(path, text, guess, &own)) {
                Some(mend) => (facts(mend.after.as_bytes()), true),
                None => (facts(file.bytes), false),
            }
        })?;
        let mut records: BTreeMap<usize, Vec<Remote>> = BTreeMap::new();
        let mut facts = Vec::with_capacity(scan.records.len());
        for (index, (fact, can_be_mended)) in scan.records.into_iter().enumerate() {
            facts.push(fact);
            if can_be_mended {
                records.insert(index, Vec::new());
            }
        }
        if guess {
            for remote in check_records(&facts, today, settings) {
                if remote.likely.is_some() && is_named(&facts[remote.record].path) {
                    records.entry(remote.record).or_default().push(remote);
                }
            }
        }
        Ok(Mends { repository: self, today, settings, guess, facts, records })
    }
}

impl Mends<'_> {
    /// Whether nothing can be mended.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Reads each record as it stands now and mends it, in the order of paths; writes nothing.
    pub fn iter(&self) -> impl Iterator<Item = Mend> {
        self.records.iter().filter_map(|(record, remotes)| self.mend(&self.facts[*record], remotes))
    }

    fn mend(&self, own: &Facts, remotes: &[Remote]) -> Option<Mend> {
        // A file that went away since needs no mending.
        let before = String::from_utf8(self.repository.read(&own.path).ok()?).ok()?;
        let find = |reading: &Reading<'_>| check_record(&own.id, reading, self.today, self.settings);
        let first = mended(&own.path, &before, self.guess, &find);
        let text = first.as_ref().map_or(before.as_str(), |mend| mend.after.as_str());
        let across = |reading: &Reading<'_>| self.across(own, remotes, reading);
        let Some(second) = mended(&own.path, text, self.guess, &across) else { return first };
        let mut findings = first.map(|mend| mend.findings).unwrap_or_default();
        findings.extend(second.findings);
        Some(Mend { before, findings, ..second })
    }

    /// What only all records together show of one.
    fn across(&self, own: &Facts, remotes: &[Remote], reading: &Reading<'_>) -> Vec<Finding> {
        // Once a reference is mended, or the file changed since, what was found is found no more.
        if remotes.is_empty() || Facts::of(&own.id, reading) != *own {
            return Vec::new();
        }
        let mut place = |path: &str, steps: &_| {
            if path == own.path { reading.place(steps) } else { Place::of_file(path) }
        };
        remotes.iter().map(|remote| remote.clone().locate(&self.facts, &mut place)).collect()
    }
}

impl Writing<'_> {
    /// Writes a mended record, unless it changed since it was read.
    pub fn write_mend(&self, mend: &Mend) -> Result<(), WriteError> {
        self.replace(&mend.path, mend.before.as_bytes(), mend.after.as_bytes())
    }
}

/// A text mended; `None` where nothing could be.
fn mended(path: &str, text: &str, guess: bool, find: &dyn Fn(&Reading<'_>) -> Vec<Finding>) -> Option<Mend> {
    let made = mend(path, text, guess, find);
    let changed = made.text != text;
    changed.then(|| Mend {
        path: path.to_owned(),
        before: text.to_owned(),
        after: made.text,
        findings: made.findings,
    })
}
