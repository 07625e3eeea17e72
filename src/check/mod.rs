//! What a careful colleague would say about the records before they are published.
//!
//! A rule is one small file in `rules` and its line in `registry`. Rules read no file: they are given what was read.

mod allowed;
mod allowing;
mod characters;
mod circles;
mod citation;
mod counting;
mod distance;
mod example;
mod facts;
mod forces;
mod library;
mod mending;
mod named_titles;
mod numerals;
mod placeholder;
mod prose;
mod registry;
pub mod rules;
mod subject;
mod title_dates;
mod vocabulary;

pub use allowed::{Allowed, AllowedRule, Judged, judge};
pub use example::{Examined, examine};
pub use facts::{Facts, Reference, ReferenceKind};
pub use library::{Library, Remote};
pub use registry::{CHECKS, Check, Run, find_rule, rules, settings_of};
pub use subject::Subject;

use chrono::NaiveDate;

use citation::find_citation;

use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::schema::Reading;

/// Checks one record by itself: the faults of reading first, then the rules, unless a fault may have hidden something.
pub fn check_record(id: &str, reading: &Reading<'_>, today: NaiveDate, settings: &Settings) -> Vec<Finding> {
    let mut findings = reading.findings.clone();
    if reading.is_sound {
        let subject = Subject { id, reading, inspection: &reading.inspection, today, settings };
        for check in CHECKS {
            let Some(severity) = settings.levels.of(check.rule) else { continue };
            if let Run::Record(run) | Run::Both(run, _) = check.run {
                findings.extend(run(&subject).into_iter().map(|finding| finding.severity(severity)));
            }
        }
    }
    for fix in findings.iter_mut().filter_map(|finding| finding.fix.as_mut()) {
        fix.locate(|span| reading.region_of(span));
    }
    findings
}

/// The part of a text that cites section 33, or the inspectors' own duty, for the duty to respond.
pub fn wrong_citation(text: &str) -> Option<&str> {
    find_citation(text, "33", None).next().or_else(|| find_citation(text, "55", Some("(1)")).next())
}

/// The records that are likely the same report as one of them, as indices.
pub fn likely_twins(facts: &[Facts], of: usize, today: NaiveDate, settings: &Settings) -> Vec<usize> {
    let library = Library::new(facts, today, settings);
    let found = rules::likely_duplicate::check(&library).into_iter();
    let pairs = found.flat_map(|remote| {
        let record = remote.record;
        remote.related.into_iter().map(move |(other, ..)| (record, other))
    });
    let mut twins: Vec<usize> =
        pairs.filter_map(|(a, b)| if a == of { Some(b) } else { (b == of).then_some(a) }).collect();
    twins.sort_unstable();
    twins.dedup();
    twins
}

/// Checks all records together, by what was kept of each.
pub fn check_records(facts: &[Facts], today: NaiveDate, settings: &Settings) -> Vec<Remote> {
    let library = Library::new(facts, today, settings);
    let mut found = Vec::new();
    for check in CHECKS {
        let Some(severity) = settings.levels.of(check.rule) else { continue };
        if let Run::Records(run) | Run::Both(_, run) = check.run {
            found.extend(run(&library).into_iter().map(|remote| Remote { severity, ..remote }));
        }
    }
    found
}
