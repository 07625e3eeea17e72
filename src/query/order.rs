//! The order of rows.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{ItemRow, Row};
use crate::duty::{Stage, State};

crate::model::closed_words! {
    /// By what the list is sorted.
    pub enum SortKey {
        /// What needs action first.
        Action = "action",
        /// The newest report first; unknown dates last.
        Published = "published",
        /// The earliest last day first; those without one last.
        LastDay = "last-day",
        /// By state, in the order of action.
        State = "state",
        /// By title.
        Title = "title",
        /// By id.
        Id = "id",
    }
}

crate::model::closed_words! {
    /// By what the list of items is sorted.
    pub enum ItemSortKey {
        /// What needs action first.
        Action = "action",
        /// The earliest deadline first.
        Due = "due",
        /// By inspection, in the order of the report.
        Inspection = "inspection",
        /// By owner.
        Owner = "owner",
        /// By status.
        Status = "status",
    }
}

/// Sorts rows; ties by id, so that the order is always the same.
pub fn sort_rows(rows: &mut [Row], key: SortKey) {
    match key {
        SortKey::Action => rows.sort_by_cached_key(|row| (urgency(row), near(row), row.id.clone())),
        SortKey::Published => {
            rows.sort_by_cached_key(|row| (Reverse(row.published.latest()), row.id.clone()));
        }
        SortKey::LastDay => rows.sort_by_cached_key(|row| (near(row), row.id.clone())),
        SortKey::State => rows.sort_by_cached_key(|row| (urgency(row), row.standing.state, row.id.clone())),
        SortKey::Title => rows.sort_by_cached_key(|row| (row.title.to_lowercase(), row.id.clone())),
        SortKey::Id => rows.sort_by(|a, b| a.id.cmp(&b.id)),
    }
}

/// The earliest last day; without one, last.
fn near(row: &Row) -> NaiveDate {
    row.standing.last_day.map_or(NaiveDate::MAX, |range| range.earliest)
}

/// What needs action first: 0 before 1.
fn urgency(row: &Row) -> u8 {
    match (row.standing.state, row.stage) {
        (State::Overdue, _) => 0,
        (State::MaybeOverdue, _) => 1,
        (State::DueSoon, _) => 2,
        (State::Open, _) => 3,
        (_, Stage::Recommendations) if row.counts.overdue_items > 0 => 4,
        (State::NoDeadline, _) => 5,
        (State::NotYetPublished, _) => 8,
        (_, Stage::Copies) => 6,
        (_, Stage::Recommendations) => 7,
        _ => 9,
    }
}

/// Sorts items; ties by inspection and position.
pub fn sort_items(rows: &mut [ItemRow], key: ItemSortKey) {
    let place = |row: &ItemRow| (row.inspection.clone(), row.position);
    let due = |row: &ItemRow| {
        row.standing.due.map_or((2, None), |due| due.latest_day().map_or((1, None), |day| (0, Some(day))))
    };
    match key {
        ItemSortKey::Action => rows.sort_by_cached_key(|row| {
            (!row.standing.overdue, !row.standing.open, !row.standing.undecided, due(row), place(row))
        }),
        ItemSortKey::Due => rows.sort_by_cached_key(|row| (due(row), place(row))),
        ItemSortKey::Inspection => rows.sort_by_cached_key(place),
        ItemSortKey::Owner => {
            rows.sort_by_cached_key(|row| {
                (row.owner.is_none(), row.owner.as_deref().map(str::to_lowercase), due(row), place(row))
            });
        }
        ItemSortKey::Status => rows.sort_by_cached_key(|row| (row.standing.status, due(row), place(row))),
    }
}
