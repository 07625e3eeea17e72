//! States, stages and last days in words.

use super::dates::full_range;
use crate::duty::{DaysLate, Deadline, ItemStanding, Requirement, Stage, Standing, State};
use crate::model::{LastDay, Status};
use crate::text::count;

/// A state in words, with its days: "overdue, 12 days", "due in 5 days", "published 3 days late".
pub fn state_words(requirement: Requirement, standing: &Standing) -> String {
    match standing.state {
        State::NotRequired => requirement_words(requirement).into(),
        State::NotYetPublished => "report not yet published".into(),
        State::PublishedUnproven => "published, not known if in time".into(),
        State::PublishedNoDeadline => "published, no 56-day limit".into(),
        State::Published => "published in time".into(),
        State::PublishedLate => format!("published {} late", days(standing.days_late)),
        State::MaybeOverdue => match standing.days_late {
            Some(DaysLate::Between { at_most: Some(most), .. }) => {
                format!("may be overdue, up to {}", count(most, "day"))
            }
            _ => "may be overdue, day not known".into(),
        },
        State::NoDeadline => "no 56-day limit".into(),
        State::DueSoon => left(standing, ""),
        State::Open => left(standing, "open, "),
        State::Overdue => format!("overdue, {}", days(standing.days_late)),
    }
}

fn left(standing: &Standing, before: &str) -> String {
    let left = standing.days_left.unwrap_or_default();
    let span = standing.last_day.map_or(0, |range| (range.latest - range.earliest).num_days());
    match (left, span) {
        (0, 0) => format!("{before}due today, the last day"),
        (left, 0) => format!("{before}due in {}", count(left, "day")),
        (left, span) => format!("{before}due in {left} to {} days", left + span),
    }
}

fn days(late: Option<DaysLate>) -> String {
    match late {
        Some(DaysLate::Exactly(days)) => count(days, "day"),
        Some(DaysLate::Between { at_least, .. }) => format!("at least {}", count(at_least, "day")),
        None => "some days".into(),
    }
}

/// Why no response is owed, in a few words.
pub(super) const fn requirement_words(requirement: Requirement) -> &'static str {
    match requirement {
        Requirement::Owed => "response owed",
        Requirement::Waived => "no response required",
        Requirement::Covered => "covered by another response",
        Requirement::NoStatutoryDuty => "no statutory duty",
    }
}

/// A last day in full, with what is uncertain about it.
pub(super) fn last_day_in_full(range: LastDay) -> String {
    let words = full_range(range);
    if range.may_have_none {
        format!("{words}, or none if the report came out before 2 May 2017")
    } else {
        words
    }
}

/// A stage in words: what comes next.
pub(super) const fn stage_words(stage: Stage) -> &'static str {
    match stage {
        Stage::Response => "response",
        Stage::Copies => "copies to be sent",
        Stage::Recommendations => "recommendations open",
        Stage::Closed => "closed",
    }
}

/// A status in words.
pub(super) const fn status_words(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::AwaitingAllocation => "awaiting allocation",
        Status::InProgress => "in progress",
        Status::PendingSignOff => "pending sign-off",
        Status::Closed => "closed",
        Status::Superseded => "superseded",
        Status::NoLongerApplicable => "no longer applicable",
    }
}

/// Where an item stands, in words: its status, and how late it is.
pub(super) fn item_words(standing: &ItemStanding) -> String {
    let mut words = status_words(standing.status).to_owned();
    if let Some(days) = standing.days_past {
        words.push_str(&format!(", overdue {}", count(days, "day")));
    }
    if standing.target_missed {
        words.push_str(", own target missed");
    }
    words
}

/// A deadline in a table.
pub(super) fn short_deadline(due: Option<Deadline>) -> String {
    match due {
        None => "–".into(),
        Some(Deadline::Immediate) => "immediate".into(),
        Some(Deadline::On(date)) => super::dates::short_date(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duty::{ResponseDates, standing};
    use crate::model::PartialDate;

    fn words(published: &str, response: Option<&str>, today: &str) -> String {
        let date = |text| PartialDate::from_record_text(text).unwrap();
        let response = ResponseDates { published: response.map(date), ..ResponseDates::default() };
        let standing = standing(Requirement::Owed, date(published), response, today.parse().unwrap(), 14);
        state_words(Requirement::Owed, &standing)
    }

    #[test]
    fn states_in_words_with_days() {
        for (published, response, today, expected) in [
            ("2020-03-09", None, "2020-03-10", "open, due in 54 days"),
            ("2020-03-09", None, "2020-04-28", "due in 5 days"),
            ("2020-03-09", None, "2020-05-02", "due in 1 day"),
            ("2020-03-09", None, "2020-05-03", "due today, the last day"),
            ("2020-03-09", None, "2020-05-04", "overdue, 1 day"),
            ("2020-03-09", None, "2020-05-15", "overdue, 12 days"),
            ("2020-03", None, "2020-04-20", "due in 5 to 35 days"),
            ("2020-03", None, "2020-05-10", "may be overdue, up to 15 days"),
            ("2020-03", None, "2020-05-26", "overdue, at least 1 day"),
            ("unknown", None, "2020-05-26", "may be overdue, day not known"),
            ("2020-03-09", Some("2020-05-03"), "2021-01-01", "published in time"),
            ("2020-03-09", Some("2020-05-06"), "2021-01-01", "published 3 days late"),
            ("2020-03", Some("2020-06"), "2021-01-01", "published at least 7 days late"),
            ("2020-03", Some("unknown"), "2021-01-01", "published, not known if in time"),
            ("2017-04-01", None, "2021-01-01", "no 56-day limit"),
            ("2017-04-01", Some("2018-01-01"), "2021-01-01", "published, no 56-day limit"),
            ("2022-04-01", None, "2021-01-01", "report not yet published"),
        ] {
            assert_eq!(words(published, response, today), expected, "{published} {response:?} {today}");
        }
    }
}
