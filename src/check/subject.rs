//! One record under check.

use chrono::NaiveDate;

use crate::config::Settings;
use crate::diagnostic::{Finding, Rule};
use crate::duty::ResponseDates;
use crate::model::{Inspection, Recommendation, Response};
use crate::schema::{Reading, Steps};
use crate::text::Edit;

/// One record under check, and what it is checked against.
pub struct Subject<'r> {
    /// The record's id.
    pub id: &'r str,
    /// The record with its places.
    pub reading: &'r Reading<'r>,
    /// The record.
    pub inspection: &'r Inspection<'r>,
    /// The day asked about.
    pub today: NaiveDate,
    /// The office's settings.
    pub settings: &'r Settings,
}

impl<'r> Subject<'r> {
    /// Reports a rule broken at a value; where the value is missing, at the table it would stand in.
    pub fn finding(&self, rule: &'static Rule, steps: &Steps, message: impl Into<String>) -> Finding {
        self.reading.finding(rule, steps, message)
    }

    /// Reports a rule broken by a part of a text; where the file writes it with escapes, at the whole text.
    pub fn finding_in(
        &self,
        rule: &'static Rule,
        steps: &Steps,
        part: &str,
        message: impl Into<String>,
    ) -> Finding {
        let span = self.reading.span_of_part(steps, part);
        Finding::in_place(rule, self.reading.place_of(span), message)
    }

    /// Puts something in the place of a part of a text; `None` where the file writes it with escapes.
    pub fn edit_of(&self, steps: &Steps, part: &str, with: impl Into<String>) -> Option<Edit> {
        let span = self.reading.span_of_part(steps, part);
        let is_spelt = self.reading.source.text.get(span.start..span.end) == Some(part);
        is_spelt.then(|| Edit::replace(span, with))
    }

    /// The response, if the record has one.
    pub fn response(&self) -> Option<&'r Response<'r>> {
        self.inspection.response.as_ref()
    }

    /// The dates of the record's own response.
    pub fn dates(&self) -> ResponseDates {
        self.response().map(ResponseDates::of).unwrap_or_default()
    }

    /// Whether the record's own response is out by the day asked about, as far as it can show.
    pub fn is_answered(&self) -> bool {
        crate::duty::happened(self.dates().published, self.today)
    }

    /// The items with their index, and the name people know each by.
    pub fn items(&self) -> impl Iterator<Item = (usize, String, &'r Recommendation<'r>)> {
        self.inspection
            .recommendations
            .iter()
            .enumerate()
            .map(|(index, item)| (index, item.name(index + 1), item))
    }
}
