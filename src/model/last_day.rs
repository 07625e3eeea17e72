//! The last day to publish a response.

use chrono::NaiveDate;

/// The last day to publish the response, or the range of days it lies in where the report's day is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LastDay {
    /// The earliest it can be.
    pub earliest: NaiveDate,
    /// The latest it can be.
    pub latest: NaiveDate,
    /// The report may have come out before the duty began, and then has no last day.
    pub may_have_none: bool,
}

impl LastDay {
    /// The day itself, where it is certain.
    pub fn day(self) -> Option<NaiveDate> {
        (self.earliest == self.latest && !self.may_have_none).then_some(self.earliest)
    }
}
