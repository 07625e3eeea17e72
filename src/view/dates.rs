//! Dates in short and in full, and ranges of them.

use chrono::{Datelike, NaiveDate};

use crate::model::{LastDay, PartialDate, day_in_words, weekday};

/// A day in a table: `9 Mar 2020`.
pub(super) fn short_day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// A date in a table: `9 Mar 2020`, `Mar 2020`, `2020`, `not known`.
pub(super) fn short_date(date: PartialDate) -> String {
    match date {
        PartialDate::Day(day) => short_day(day),
        PartialDate::Month(..) => {
            date.earliest().map(|day| day.format("%b %Y").to_string()).unwrap_or_default()
        }
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Unknown => "not known".into(),
    }
}

/// A last day in a table: `3 May 2020`, `25 Apr to 25 May 2020`, `none`.
pub(super) fn short_last_day(range: Option<LastDay>) -> String {
    match range {
        None => "none".into(),
        Some(range) if range.earliest == range.latest => short_day(range.latest),
        Some(range) if range.earliest.year() == range.latest.year() => {
            format!("{} to {}", range.earliest.format("%-d %b"), short_day(range.latest))
        }
        Some(range) => format!("{} to {}", short_day(range.earliest), short_day(range.latest)),
    }
}

/// A day in full: `3 May 2020 (Sunday)`.
pub(super) fn full_day(day: NaiveDate) -> String {
    format!("{} ({})", day_in_words(day), weekday(day))
}

/// A date in full: `9 March 2020 (Monday)`, `March 2020`, `day not known`.
pub(super) fn full_date(date: PartialDate) -> String {
    date.day().map_or_else(|| date.in_words(), full_day)
}

/// A range in full: `25 April to 25 May 2020`.
pub(super) fn full_range(range: LastDay) -> String {
    if range.earliest == range.latest {
        return full_day(range.latest);
    }
    if range.earliest.year() == range.latest.year() {
        return format!("{} to {}", range.earliest.format("%-d %B"), day_in_words(range.latest));
    }
    format!("{} to {}", day_in_words(range.earliest), day_in_words(range.latest))
}
