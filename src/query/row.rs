//! A row of the list of inspections.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Counts;
use crate::duty::{Answer, Requirement, ResponseDates, Stage, Standing, answers, stage, standing};
use crate::model::{Inspection, InspectionType, PartialDate};

/// An inspection as the list shows it on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The id.
    pub id: String,
    /// The path, relative to the root.
    pub path: String,
    /// The title.
    pub title: String,
    /// The type.
    pub inspection_type: InspectionType,
    /// When the report was published.
    pub published: PartialDate,
    /// Whether a response is owed.
    pub requirement: Requirement,
    /// The dates of the response, wherever it is kept.
    pub response: ResponseDates,
    /// The record whose response answers this one, where it has none of its own.
    pub answered_by: Option<String>,
    /// The state and its days.
    pub standing: Standing,
    /// The first thing not yet done.
    pub stage: Stage,
    /// Counts of items.
    pub counts: Counts,
}

impl Row {
    /// Derives the row of a record by itself; a response kept in another record is not yet taken into account.
    pub fn of(id: &str, path: &str, inspection: &Inspection<'_>, today: NaiveDate, days_soon: u32) -> Self {
        let response = inspection.response.as_ref();
        let dates = response.map(ResponseDates::of).unwrap_or_default();
        let answered_by =
            response.filter(|own| own.published.is_none()).and_then(|own| own.answered_by.as_deref());
        let requirement = Requirement::of(inspection);
        let standing = standing(requirement, inspection.published, dates, today, days_soon);
        let counts = Counts::of(inspection, today);
        Self {
            id: id.to_owned(),
            path: path.to_owned(),
            title: inspection.title.to_string(),
            inspection_type: inspection.inspection_type,
            published: inspection.published,
            requirement,
            response: dates,
            answered_by: answered_by.map(str::to_owned),
            standing,
            stage: stage(standing.state, dates, counts.open_items > 0, today),
            counts,
        }
    }

    /// When the response was published, if it is out by the day asked about.
    pub fn response_published(&self) -> Option<PartialDate> {
        use crate::duty::State;
        let out = matches!(
            self.standing.state,
            State::Published | State::PublishedLate | State::PublishedNoDeadline | State::PublishedUnproven
        );
        self.response.published.filter(|_| out)
    }

    /// Judges the report again by a response that is kept in another record.
    pub fn answer(&mut self, dates: ResponseDates, today: NaiveDate, days_soon: u32) {
        self.response = dates;
        self.standing = standing(self.requirement, self.published, dates, today, days_soon);
        self.stage = stage(self.standing.state, dates, self.counts.open_items > 0, today);
    }
}

/// Gives every row that another record answers the dates of that record's response.
///
/// `records` says of every record that has a response or names another what it says.
pub fn answer_elsewhere(rows: &mut [Row], records: &[Answer<'_>], today: NaiveDate, days_soon: u32) {
    let ends = answers(records);
    let mut by_id = HashMap::with_capacity(records.len());
    for (index, record) in records.iter().enumerate() {
        by_id.entry(record.id).or_insert(index);
    }
    for row in rows {
        let Some(end) = row.answered_by.as_deref().and_then(|id| by_id.get(id)).map(|index| ends[*index])
        else {
            continue;
        };
        if records[end].dates.published.is_some() {
            row.answer(records[end].dates, today, days_soon);
        }
    }
}
