//! Deadlines of recommendations.

use std::fmt;

use chrono::NaiveDate;

use crate::model::PartialDate;

mod leading;
mod phrase;

pub use leading::{LeadingDeadline, leading_deadline};
pub use phrase::read_deadline;

/// By when a recommendation is to be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deadline {
    /// By a day, or by the end of a month or year: the last day counts as in time.
    On(PartialDate),
    /// Due from the report's publication, without a count of days.
    Immediate,
}

impl Deadline {
    /// The last day that is in time; `None` for `Immediate` and where the day is not known.
    pub fn latest_day(self) -> Option<NaiveDate> {
        match self {
            Self::On(date) => date.latest(),
            Self::Immediate => None,
        }
    }

    /// Tells whether a day is after the last one that is in time; never so for `Immediate`.
    pub fn certainly_past(self, today: NaiveDate) -> bool {
        self.latest_day().is_some_and(|last| last < today)
    }
}

/// As machine output writes it: `2021-03-31`, `2021-03`, `2021`, `immediate`.
impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => date.fmt(f),
            Self::Immediate => f.write_str("immediate"),
        }
    }
}

impl serde::Serialize for Deadline {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests;
