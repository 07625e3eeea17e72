//! The state of a report's response on a day: derived, never typed.

use chrono::NaiveDate;

use super::{POLICE_ACT_55, Requirement, period};
use crate::model::{LastDay, PartialDate, Response};

crate::model::closed_words! {
    /// The state of a report on a day. Where a date is imprecise the state says only what is certain.
    pub enum State {
        /// No response of its own is owed: `required = false`, another response covers the report (`covered_by`), or its `duty`
        /// is not that of section 55.
        NotRequired = "not-required",
        /// The report comes out after the day asked about.
        NotYetPublished = "not-yet-published",
        /// A response is out; the dates do not show whether in time, or put it before the report.
        PublishedUnproven = "published-unproven",
        /// A response is out; it or the report came out before 2 May 2017, when the limit began to apply.
        PublishedNoDeadline = "published-no-deadline",
        /// A response is out, certainly by the last day.
        Published = "published",
        /// A response is out, certainly after the last day.
        PublishedLate = "published-late",
        /// No response is out; the last day may have passed: the day of the report is not known well enough to say.
        MaybeOverdue = "maybe-overdue",
        /// No response is out; the report came out before 2 May 2017, when the limit began to apply.
        NoDeadline = "no-deadline",
        /// No response is out; the last day is near: at most `days_soon` days away.
        DueSoon = "due-soon",
        /// No response is out; the last day is further away.
        Open = "open",
        /// No response is out; the last day has certainly passed.
        Overdue = "overdue",
    }
}

/// The dates of a response, wherever its texts are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct ResponseDates {
    /// The first day on which all of it was public.
    pub published: Option<PartialDate>,
    /// A day on which it was seen public.
    pub public_by: Option<PartialDate>,
    /// When the copy went to the inspectorate.
    pub sent_to_inspectorate: Option<PartialDate>,
    /// When the copy went to the Secretary of State.
    pub sent_to_secretary_of_state: Option<PartialDate>,
}

impl ResponseDates {
    /// Reads the dates of a response.
    pub fn of(response: &Response<'_>) -> Self {
        Self {
            published: response.published,
            public_by: response.public_by,
            sent_to_inspectorate: response.sent_to_inspectorate,
            sent_to_secretary_of_state: response.sent_to_secretary_of_state,
        }
    }
}

/// How many days after the last day; 1 on the day after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DaysLate {
    /// Both dates are days.
    Exactly(i64),
    /// A date is imprecise.
    Between {
        /// At least so many; 0 where it may be in time.
        at_least: i64,
        /// At most so many; `None` where nothing bounds it.
        at_most: Option<i64>,
    },
}

/// Where a report stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The state.
    pub state: State,
    /// The last day to publish; `None` where there is none.
    pub last_day: Option<LastDay>,
    /// Days to the earliest last day, 0 on it; for open and due-soon.
    pub days_left: Option<i64>,
    /// Days late, where it is or may be.
    pub days_late: Option<DaysLate>,
}

impl Standing {
    /// A state without days.
    const fn of(state: State) -> Self {
        Self { state, last_day: None, days_left: None, days_late: None }
    }
}

/// The days on which something may have happened, up to the day asked about.
#[derive(Debug, Clone, Copy)]
struct Days {
    /// `None`: any day before.
    first: Option<NaiveDate>,
    last: NaiveDate,
}

impl Days {
    /// Cuts a date off at the day asked about; `None` where it lies wholly after.
    fn until(date: PartialDate, today: NaiveDate) -> Option<Self> {
        let first = date.earliest();
        if first.is_some_and(|first| first > today) {
            return None;
        }
        Some(Self { first, last: date.latest().map_or(today, |last| last.min(today)) })
    }
}

/// Derives the state of a report on `today`: the first row of the table of states that fits.
///
/// `soon` is how many days before the last day "due soon" begins. The response's dates may stand in another record that
/// answers this report as well; they are judged by this report's own last day.
pub fn standing(
    requirement: Requirement,
    published: PartialDate,
    response: ResponseDates,
    today: NaiveDate,
    soon: u32,
) -> Standing {
    if requirement != Requirement::Owed {
        return Standing::of(State::NotRequired);
    }
    let range = period::last_day(&POLICE_ACT_55, published);
    let Some(report) = Days::until(published, today) else {
        return Standing { last_day: range, ..Standing::of(State::NotYetPublished) };
    };
    let found = match response_days(response, today) {
        Some(out) => answered(report, out, published, response),
        None => unanswered(report, published, today, soon),
    };
    Standing { last_day: range, ..found }
}

/// The days on which the response may have come out; `None`: there is none by the day asked about.
fn response_days(response: ResponseDates, today: NaiveDate) -> Option<Days> {
    let mut days = Days::until(response.published?, today)?;
    if let Some(seen) = response.public_by.and_then(PartialDate::latest) {
        days.last = days.last.min(seen);
    }
    Some(days)
}

/// Rows 3 to 8: there is a response.
fn answered(report: Days, out: Days, published: PartialDate, response: ResponseDates) -> Standing {
    let law = &POLICE_ACT_55;
    if report.first.is_some_and(|first| out.last < first) {
        return Standing::of(State::PublishedUnproven);
    }
    if report.last < law.in_force_from || out.last < law.in_force_from {
        return Standing::of(State::PublishedNoDeadline);
    }
    let unbounded = out.first.is_none() && response.public_by.and_then(PartialDate::latest).is_none();
    let Some(first) = report.first.filter(|_| !unbounded) else {
        return Standing::of(State::PublishedUnproven); // asking early does not prove that an unknown day was early
    };
    let (Some(earliest), Some(latest)) = (law.last_day_at_the_earliest(first), law.counted_from(report.last))
    else {
        return Standing::of(State::PublishedUnproven); // past the end of the calendar
    };
    if out.last <= earliest {
        return Standing::of(State::Published);
    }
    match out.first {
        Some(came) if first >= law.in_force_from && came > latest => {
            let at_least = (came - latest).num_days();
            // Seen public before the day it is said to be from: the dates contradict each other, the bounds must not.
            let at_most = (out.last - earliest).num_days().max(at_least);
            let exact = published.day().is_some() && response.published.and_then(PartialDate::day).is_some();
            let days_late = if exact {
                DaysLate::Exactly(at_least)
            } else {
                DaysLate::Between { at_least, at_most: Some(at_most) }
            };
            Standing { days_late: Some(days_late), ..Standing::of(State::PublishedLate) }
        }
        _ => Standing::of(State::PublishedUnproven),
    }
}

/// Rows 9 to 13: there is no response.
fn unanswered(report: Days, published: PartialDate, today: NaiveDate, soon: u32) -> Standing {
    let law = &POLICE_ACT_55;
    let Some(first) = report.first else {
        return Standing {
            days_late: Some(DaysLate::Between { at_least: 0, at_most: None }),
            ..Standing::of(State::MaybeOverdue)
        };
    };
    if report.last < law.in_force_from {
        return Standing::of(State::NoDeadline);
    }
    let (Some(earliest), Some(latest)) = (law.last_day_at_the_earliest(first), law.counted_from(report.last))
    else {
        return Standing::of(State::MaybeOverdue); // past the end of the calendar
    };
    if today <= earliest {
        let left = (earliest - today).num_days();
        let state = if left <= i64::from(soon) { State::DueSoon } else { State::Open };
        return Standing { days_left: Some(left), ..Standing::of(state) };
    }
    let at_most = (today - earliest).num_days();
    if first >= law.in_force_from && today > latest {
        let at_least = (today - latest).num_days();
        let days_late = if published.day().is_some() {
            DaysLate::Exactly(at_least)
        } else {
            DaysLate::Between { at_least, at_most: Some(at_most) }
        };
        return Standing { days_late: Some(days_late), ..Standing::of(State::Overdue) };
    }
    Standing {
        days_late: Some(DaysLate::Between { at_least: 0, at_most: Some(at_most) }),
        ..Standing::of(State::MaybeOverdue)
    }
}
