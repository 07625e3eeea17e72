//! What a document is made from.

use chrono::NaiveDate;

use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::model::{Inspection, PartialDate};
use crate::query::Row;

/// Another report that a document speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherReport {
    /// The title, as the record has it.
    pub title: String,
    /// When it was published.
    pub published: PartialDate,
}

/// The reports that belong to one response beside its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Others {
    /// The report whose response answers this one.
    pub answered_by: Option<OtherReport>,
    /// The report whose response covers this one.
    pub covered_by: Option<OtherReport>,
    /// The reports that this response answers as well, in the order of their publication.
    pub answers: Vec<OtherReport>,
}

/// What is known when a document is made: the record, what was derived from it, and the day.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'s> {
    /// The record.
    pub inspection: &'s Inspection<'s>,
    /// Its row in the list: its state, its last day, the dates of its response wherever that is kept.
    pub row: &'s Row,
    /// What `check` finds in the record.
    pub findings: &'s [Finding],
    /// The other reports that it names, and those that name it.
    pub others: &'s Others,
    /// The settings of the office.
    pub settings: &'s Settings,
    /// The day asked about.
    pub today: NaiveDate,
    /// The date of the response, where it is given; else that of its publication stands.
    pub date: Option<PartialDate>,
}

impl<'s> Sources<'s> {
    /// What is known where a record is taken by itself: no other reports, no findings, and no other date than its own.
    pub fn alone(
        inspection: &'s Inspection<'s>,
        row: &'s Row,
        settings: &'s Settings,
        today: NaiveDate,
    ) -> Self {
        static NONE: Others = Others { answered_by: None, covered_by: None, answers: Vec::new() };
        Self { inspection, row, findings: &[], others: &NONE, settings, today, date: None }
    }
}
