//! Where an item stands on a day: its status, its deadline, whether it is open or overdue.

use chrono::NaiveDate;

use super::{Deadline, read_deadline};
use crate::model::{ItemKind, PartialDate, Recommendation, Status, Update};

/// Where an item stands on a day. Later updates do not count yet.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ItemStanding {
    /// The status of the newest update that has one; `Open` without any.
    pub status: Status,
    /// The deadline: as the inspectorate moved it, else the record's, else what the phrase safely means.
    pub due: Option<Deadline>,
    /// The office's own date, as the newest update that has one says.
    pub target: Option<PartialDate>,
    /// For us to act on, and not done.
    pub open: bool,
    /// Nobody has decided whether it is for us.
    pub undecided: bool,
    /// Open, and its deadline certainly past.
    pub overdue: bool,
    /// Days past the deadline, 1 on the day after it; for overdue items.
    pub days_past: Option<i64>,
    /// Open, and the office's own date certainly past.
    pub target_missed: bool,
}

impl ItemStanding {
    /// Derives it for a report published on `published`, as of `today`.
    pub fn of(item: &Recommendation<'_>, published: PartialDate, today: NaiveDate) -> Self {
        let status = newest(item, today, |update| update.status).unwrap_or(Status::Open);
        let target = newest(item, today, |update| update.target);
        let due = deadline(item, published, today);
        let ended = status.is_final() || item.outcome.is_some_and(crate::model::Outcome::ends_it);
        let open = item.ours == Some(true) && item.kind() != ItemKind::Practice && !ended;
        let past = due.and_then(Deadline::latest_day).filter(|last| open && *last < today);
        Self {
            status,
            due,
            target,
            open,
            undecided: item.ours.is_none() && item.kind() != ItemKind::Practice,
            overdue: past.is_some(),
            days_past: past.map(|last| (today - last).num_days()),
            target_missed: open && target.and_then(PartialDate::latest).is_some_and(|last| last < today),
        }
    }
}

/// The deadline in force on a day.
fn deadline(item: &Recommendation<'_>, published: PartialDate, today: NaiveDate) -> Option<Deadline> {
    let moved = newest(item, today, |update| update.due).or(item.due);
    match moved {
        Some(PartialDate::Unknown) => None,
        Some(date) => Some(Deadline::On(date)),
        None => item.deadline.as_deref().and_then(|phrase| read_deadline(phrase, published)),
    }
}

/// What the newest update up to a day says; of one day the later in the file wins.
fn newest<T>(
    item: &Recommendation<'_>,
    today: NaiveDate,
    says: impl Fn(&Update<'_>) -> Option<T>,
) -> Option<T> {
    let counted = item.updates.iter().filter(|update| update.date <= today);
    counted
        .filter_map(|update| says(update).map(|said| (update.date, said)))
        .max_by_key(|(date, _)| *date)
        .map(|(_, said)| said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Outcome;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ours() -> Recommendation<'static> {
        Recommendation { ours: Some(true), text: "x".into(), ..Recommendation::default() }
    }

    fn on(item: &Recommendation<'_>, today: &str) -> ItemStanding {
        ItemStanding::of(item, PartialDate::Day(day("2020-03-09")), day(today))
    }

    #[test]
    fn a_month_is_past_from_the_first_of_the_next() {
        let item = Recommendation { deadline: Some("By March 2021".into()), ..ours() };
        assert_eq!((on(&item, "2021-03-31").overdue, on(&item, "2021-03-31").days_past), (false, None));
        assert_eq!((on(&item, "2021-04-01").overdue, on(&item, "2021-04-01").days_past), (true, Some(1)));
    }

    #[test]
    fn immediate_is_never_overdue() {
        let item = Recommendation { deadline: Some("With immediate effect".into()), ..ours() };
        let standing = on(&item, "2030-01-01");
        assert_eq!(standing.due, Some(Deadline::Immediate));
        assert!(standing.open && !standing.overdue && standing.days_past.is_none());
    }

    #[test]
    fn only_what_is_ours_and_not_ended_is_open() {
        assert!(on(&ours(), "2021-01-01").open);
        for item in [
            Recommendation { ours: None, ..ours() },
            Recommendation { ours: Some(false), ..ours() },
            Recommendation { kind: Some(ItemKind::Practice), ..ours() },
            Recommendation { outcome: Some(Outcome::NotAccepted), ..ours() },
        ] {
            assert!(!on(&item, "2021-01-01").open, "{item:?}");
        }
        assert!(on(&Recommendation { outcome: Some(Outcome::PartlyAccepted), ..ours() }, "2021-01-01").open);
    }

    #[test]
    fn updates_count_from_their_day_and_the_later_in_the_file_wins() {
        let update = |date, status| Update { status: Some(status), ..Update::on(day(date)) };
        let mut item = ours();
        item.updates = vec![
            update("2020-06-01", Status::Closed),
            update("2020-05-01", Status::InProgress),
            update("2020-06-01", Status::Open),
            Update { due: Some(PartialDate::Day(day("2020-07-01"))), ..Update::on(day("2020-06-15")) },
            Update { target: Some(PartialDate::Month(2020, 6)), ..Update::on(day("2020-06-16")) },
        ];
        assert_eq!(on(&item, "2020-04-30").status, Status::Open);
        assert_eq!(on(&item, "2020-05-31").status, Status::InProgress);
        assert_eq!(on(&item, "2020-06-01").status, Status::Open);
        assert_eq!(on(&item, "2020-06-14").due, None);
        assert!(!on(&item, "2020-07-01").overdue && on(&item, "2020-07-02").overdue);
        assert!(on(&item, "2020-07-01").target_missed && !on(&item, "2020-06-30").target_missed);
    }
}
