//! The line of counts below a list.

use super::Row;
use crate::duty::State;

/// How many rows are in each state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// States with their counts, what needs action first, those without a row left out.
    pub states: Vec<(State, usize)>,
    /// Rows in all.
    pub inspections: usize,
    /// Open items of every kind.
    pub open_items: usize,
    /// Overdue items of every kind.
    pub overdue_items: usize,
    /// Undecided items of every kind.
    pub undecided_items: usize,
}

/// What needs action first.
const IN_ORDER: [State; 11] = [
    State::Overdue,
    State::MaybeOverdue,
    State::DueSoon,
    State::Open,
    State::NoDeadline,
    State::NotYetPublished,
    State::PublishedLate,
    State::PublishedUnproven,
    State::PublishedNoDeadline,
    State::Published,
    State::NotRequired,
];

impl Summary {
    /// Counts rows.
    pub fn of(rows: &[Row]) -> Self {
        let count = |state: State| rows.iter().filter(|row| row.standing.state == state).count();
        Self {
            states: IN_ORDER
                .iter()
                .map(|state| (*state, count(*state)))
                .filter(|(_, count)| *count > 0)
                .collect(),
            inspections: rows.len(),
            open_items: rows.iter().map(|row| row.counts.open_items).sum(),
            overdue_items: rows.iter().map(|row| row.counts.overdue_items).sum(),
            undecided_items: rows.iter().map(|row| row.counts.undecided_items).sum(),
        }
    }
}
