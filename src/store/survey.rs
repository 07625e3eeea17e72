//! Asks all records one question: reads each once, keeps the answer, lets the text go.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::fault::FileFaultKind;
use super::{FileFault, RecordFile, Repository, SETTINGS, Scan, StoreError};
use crate::check::{Allowed, Facts, Judged, Remote, check_record, check_records, judge, settings_of};
use crate::config::Settings;
use crate::diagnostic::{Finding, sort_findings};
use crate::duty::{Answer, ResponseDates};
use crate::query::{Filter, ItemFilter, ItemRow, Row, answer_elsewhere};
use crate::schema::{Reading, Steps, read};
use crate::text::Place;

/// Rows that were asked for, and what had to be left out.
#[derive(Debug, Default)]
pub struct Survey<R> {
    /// The rows, in the order of paths.
    pub rows: Vec<R>,
    /// The first error of each file that was left out, in the order of paths.
    pub left_out: Vec<Finding>,
    /// How many records there are, those left out included.
    pub records: usize,
}

/// What `check` found.
#[derive(Debug, Default)]
pub struct Checked {
    /// The files that were checked, as sorted paths from the root.
    pub files: Vec<String>,
    /// The findings, by file and place.
    pub findings: Vec<Finding>,
    /// The findings that their records allow.
    pub allowed: Vec<Allowed>,
}

/// A record's own part in the list.
struct Seen {
    /// Its id, the dates of its response, and who answers it: only where one of the two is there.
    answer: Option<(String, ResponseDates, Option<String>)>,
    /// Boxed: of many records few are asked for, and a row is large.
    row: Option<Box<Row>>,
}

impl Repository {
    /// Reads the office's settings; a fault in them is a finding, and the defaults stand in.
    pub fn settings(&self) -> Result<(Settings, Vec<Finding>), StoreError> {
        Ok(match self.settings_text()? {
            Some(bytes) => settings_of(SETTINGS, &bytes),
            None => (Settings::default(), Vec::new()),
        })
    }

    /// Lists the inspections that fit, as they stand on a day.
    pub fn survey(
        &self,
        filter: &Filter,
        today: NaiveDate,
        settings: &Settings,
    ) -> Result<Survey<Row>, StoreError> {
        let soon = settings.days_soon;
        let scan = self.scan(None, &|file| sound(file, |reading| see(file, reading, filter, today, soon)))?;
        let (seen, mut survey) = part(scan);
        let mut rows = Vec::new();
        let mut answers = Vec::new();
        for seen in seen {
            answers.extend(seen.answer);
            rows.extend(seen.row.map(|row| *row));
        }
        if rows.iter().any(|row| row.answered_by.is_some()) {
            let answers: Vec<Answer<'_>> = answers
                .iter()
                .map(|(id, dates, by)| Answer { id, dates: *dates, answered_by: by.as_deref() })
                .collect();
            answer_elsewhere(&mut rows, &answers, today, soon);
            rows.retain(|row| filter.keeps_row(row));
        }
        survey.rows = rows;
        Ok(survey)
    }

    /// Lists the items that fit, of the inspections that fit by what stands in them.
    pub fn survey_items(
        &self,
        filter: &Filter,
        items: &ItemFilter,
        today: NaiveDate,
    ) -> Result<Survey<ItemRow>, StoreError> {
        let scan = self.scan(None, &|file| {
            sound(file, |reading| {
                let (id, inspection) = (file.id.as_str(), &reading.inspection);
                let fits = filter.keeps_record(id, inspection);
                let rows =
                    fits.then(|| ItemRow::all_of(id, inspection, today).filter(|row| items.keeps(row)));
                rows.into_iter().flatten().collect::<Vec<_>>()
            })
        })?;
        let (rows, survey) = part(scan);
        Ok(Survey { rows: rows.into_iter().flatten().collect(), ..survey })
    }

    /// Checks the records: findings about one record for those named (or all), findings across records for all.
    pub fn check(
        &self,
        named: Option<&BTreeSet<String>>,
        today: NaiveDate,
        settings: &Settings,
    ) -> Result<Checked, StoreError> {
        let is_named = |path: &str| named.is_none_or(|named| named.contains(path));
        let scan = self.scan(None, &|file| {
            read(file.path, file.bytes, |reading| {
                let id = file.id.as_str();
                let own =
                    if is_named(file.path) { check_record(id, reading, today, settings) } else { Vec::new() };
                (Facts::of(id, reading), own)
            })
        })?;
        let mut findings: Vec<Finding> =
            scan.faults.iter().filter(|fault| is_named(&fault.path)).map(FileFault::finding).collect();
        let mut facts = Vec::with_capacity(scan.records.len());
        for (fact, own) in scan.records {
            facts.push(fact);
            findings.extend(own);
        }
        let remotes = check_records(&facts, today, settings);
        let places = self.places(&facts, &remotes);
        let mut place = |path: &str, steps: &Steps| {
            let found = places.get(path).and_then(|places| places.get(steps));
            found.cloned().unwrap_or_else(|| Place::of_file(path))
        };
        findings.extend(remotes.into_iter().map(|remote| remote.locate(&facts, &mut place)));
        let all_read = scan.faults.iter().all(|fault| fault.kind == FileFaultKind::NotARecord);
        let Judged { mut findings, allowed } = judge(findings, &facts, &settings.levels, &is_named, all_read);
        sort_findings(&mut findings);
        let paths = facts.into_iter().map(|facts| facts.path);
        let paths = paths.chain(scan.faults.into_iter().map(|fault| fault.path));
        let mut files: Vec<String> = paths.filter(|path| is_named(path)).collect();
        files.sort_unstable();
        Ok(Checked { files, findings, allowed })
    }

    /// Keeps of every record what checks across records need; files that cannot be read are passed over.
    pub fn facts(&self) -> Result<Vec<Facts>, StoreError> {
        let scan = self.scan(None, &|file| {
            read(file.path, file.bytes, |reading| Facts::of(file.id.as_str(), reading))
        })?;
        Ok(scan.records)
    }

    /// The row of a record whose response is kept in another, as the list has it; `None` where the record has errors.
    pub fn answered_row(
        &self,
        id: &str,
        path: &str,
        today: NaiveDate,
        settings: &Settings,
    ) -> Result<Option<Row>, StoreError> {
        let filter = Filter { ids: vec![id.to_owned()], ..Filter::default() };
        let survey = self.survey(&filter, today, settings)?;
        Ok(survey.rows.into_iter().find(|row| row.path == path))
    }

    /// Finds the places that findings across records are about, reading each of their records once more. A file that
    /// went away since has none.
    fn places<'f>(&self, facts: &'f [Facts], remotes: &[Remote]) -> HashMap<&'f str, HashMap<Steps, Place>> {
        let mut wanted: BTreeMap<&'f str, Vec<&Steps>> = BTreeMap::new();
        for remote in remotes {
            wanted.entry(facts[remote.record].path.as_str()).or_default().push(&remote.steps);
            for (record, steps, _) in &remote.related {
                wanted.entry(facts[*record].path.as_str()).or_default().push(steps);
            }
        }
        let places = wanted.into_iter().filter_map(|(path, wanted)| {
            let bytes = self.read(path).ok()?;
            let found = read(path, &bytes, |reading| {
                wanted.iter().map(|steps| ((*steps).clone(), reading.place(steps))).collect()
            });
            Some((path, found))
        });
        places.collect()
    }
}

/// Reads a record and makes something of it; an error of reading instead, where there is one.
fn sound<T>(file: &RecordFile<'_>, take: impl FnOnce(&Reading<'_>) -> T) -> Result<T, Box<Finding>> {
    read(file.path, file.bytes, |reading| match reading.first_error() {
        Some(error) => Err(Box::new(error.clone())),
        None => Ok(take(reading)),
    })
}

/// Parts what was read from what had to be left out.
fn part<T, R>(scan: Scan<Result<T, Box<Finding>>>) -> (Vec<T>, Survey<R>) {
    let records = scan.records.len() + scan.faults.len();
    let mut left_out: Vec<Finding> = scan.faults.iter().map(FileFault::finding).collect();
    let mut taken = Vec::with_capacity(scan.records.len());
    for record in scan.records {
        match record {
            Ok(made) => taken.push(made),
            Err(error) => left_out.push(*error),
        }
    }
    sort_findings(&mut left_out);
    (taken, Survey { rows: Vec::new(), left_out, records })
}

/// Makes the row of a record, unless the filter leaves it out for certain.
fn see(file: &RecordFile<'_>, reading: &Reading<'_>, filter: &Filter, today: NaiveDate, soon: u32) -> Seen {
    let (id, inspection) = (file.id.as_str(), &reading.inspection);
    let response = inspection.response.as_ref();
    let dates = response.map(ResponseDates::of).unwrap_or_default();
    let answered_by = response.and_then(|response| response.answered_by.as_deref());
    let answer = (dates.published.is_some() || answered_by.is_some())
        .then(|| (id.to_owned(), dates, answered_by.map(str::to_owned)));
    let elsewhere = dates.published.is_none() && answered_by.is_some();
    let fits =
        (elsewhere || filter.may_keep(inspection, dates, today, soon)) && filter.keeps_record(id, inspection);
    let row = fits.then(|| Row::of(id, file.path, inspection, today, soon));
    Seen { answer, row: row.filter(|row| elsewhere || filter.keeps_row(row)).map(Box::new) }
}
