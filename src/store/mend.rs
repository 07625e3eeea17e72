//! Mends records by the fixes of their findings: worked out for all, then written one by one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Repository, StoreError, WriteError, Writing};
use crate::check::{Facts, Remote, check_record, check_records};
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::edit::mend;
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
    /// How many findings are mended by it.
    pub findings: usize,
}

impl Repository {
    /// Works out what can be mended in the records named (or all), and writes nothing: by safe fixes, and with `guess` by the
    /// likely ones too. Only records that change are given, in the order of paths.
    pub fn mend(
        &self,
        named: Option<&BTreeSet<String>>,
        today: NaiveDate,
        settings: &Settings,
        guess: bool,
    ) -> Result<Vec<Mend>, StoreError> {
        let is_named = |path: &str| named.is_none_or(|named| named.contains(path));
        let scan = self.scan(None, &|file| {
            let (id, path) = (file.id.as_str(), file.path);
            let facts = |bytes: &[u8]| read(path, bytes, |reading| Facts::of(id, reading));
            let own = |reading: &Reading<'_>| check_record(id, reading, today, settings);
            let text = std::str::from_utf8(file.bytes).ok().filter(|_| is_named(path));
            match text.and_then(|text| mended(path, text, guess, &own)) {
                Some(mend) => (facts(mend.after.as_bytes()), Some(mend)),
                None => (facts(file.bytes), None),
            }
        })?;
        let (facts, mends): (Vec<Facts>, Vec<Option<Mend>>) = scan.records.into_iter().unzip();
        let mut mends: BTreeMap<String, Mend> =
            mends.into_iter().flatten().map(|mend| (mend.path.clone(), mend)).collect();
        if guess {
            self.mend_references(&facts, &is_named, &mut mends, today, settings);
        }
        Ok(mends.into_values().collect())
    }

    /// Mends what only all records together show, in the texts mended so far.
    fn mend_references(
        &self,
        facts: &[Facts],
        is_named: &dyn Fn(&str) -> bool,
        mends: &mut BTreeMap<String, Mend>,
        today: NaiveDate,
        settings: &Settings,
    ) {
        let mut by_record: BTreeMap<usize, Vec<Remote>> = BTreeMap::new();
        for remote in check_records(facts, today, settings) {
            if remote.likely.is_some() && is_named(&facts[remote.record].path) {
                by_record.entry(remote.record).or_default().push(remote);
            }
        }
        for (record, remotes) in by_record {
            let own = &facts[record];
            let before = match mends.get(&own.path) {
                Some(mend) => mend.after.clone(),
                None => match self.read(&own.path).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
                    Some(text) => text,
                    None => continue, // it went away, or was never text
                },
            };
            let find = |reading: &Reading<'_>| -> Vec<Finding> {
                // Once a reference is mended, or the file changed since, what was found is found no more.
                if Facts::of(&own.id, reading) != *own {
                    return Vec::new();
                }
                let mut place = |path: &str, steps: &_| {
                    if path == own.path { reading.place(steps) } else { Place::of_file(path) }
                };
                remotes.iter().map(|remote| remote.clone().locate(facts, &mut place)).collect()
            };
            let Some(found) = mended(&own.path, &before, true, &find) else { continue };
            let mend = mends.entry(own.path.clone()).or_insert_with(|| Mend { findings: 0, ..found.clone() });
            mend.after = found.after;
            mend.findings += found.findings;
        }
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
