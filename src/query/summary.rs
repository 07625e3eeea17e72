//! The line of counts below a list.

use super::Row;
use crate::duty::State;

/// How many rows are in each state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// States with their counts, in the order of `State::ALL`, those without a row left out.
    pub states: Vec<(State, usize)>,
    /// Rows in all.
    pub inspections: usize,
    /// Open items of every kind.
    pub open_items: usize,
    /// Overdue items of every kind.
    pub overdue_items: usize,
}

impl Summary {
    /// Counts rows.
    pub fn of(rows: &[Row]) -> Self {
        let count = |state: State| rows.iter().filter(|row| row.standing.state == state).count();
        Self {
            states: State::ALL
                .iter()
                .map(|state| (*state, count(*state)))
                .filter(|(_, count)| *count > 0)
                .collect(),
            inspections: rows.len(),
            open_items: rows.iter().map(|row| row.counts.open_items).sum(),
            overdue_items: rows.iter().map(|row| row.counts.overdue_items).sum(),
        }
    }
}
