//! Counts of items; always computed, never typed.

use chrono::NaiveDate;

use crate::duty::ItemStanding;
use crate::model::{Inspection, ItemKind};

/// How many items a record has. Those before `items` are of kind recommendation only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Counts {
    /// Recommendations in the record.
    pub recorded: usize,
    /// Recommendations the whole report makes, where the record says so.
    pub made: Option<u32>,
    /// For us to act on.
    pub ours: usize,
    /// Nobody has decided.
    pub undecided: usize,
    /// Ours and not done.
    pub open: usize,
    /// Open, and the deadline certainly past.
    pub overdue: usize,
    /// Items of every kind.
    pub items: usize,
    /// Areas for improvement.
    pub areas_for_improvement: usize,
    /// Open items of every kind.
    pub open_items: usize,
    /// Overdue items of every kind.
    pub overdue_items: usize,
    /// Undecided items of every kind.
    pub undecided_items: usize,
}

impl Counts {
    /// Counts the items of a record as they stand on a day.
    pub fn of(inspection: &Inspection<'_>, today: NaiveDate) -> Self {
        let mut counts = Self { made: inspection.recommendations_made, ..Self::default() };
        for item in &inspection.recommendations {
            let standing = ItemStanding::of(item, inspection.published, today);
            counts.items += 1;
            counts.open_items += usize::from(standing.open);
            counts.overdue_items += usize::from(standing.overdue);
            counts.undecided_items += usize::from(standing.undecided);
            match item.kind() {
                ItemKind::Recommendation => {
                    counts.recorded += 1;
                    counts.ours += usize::from(item.ours == Some(true));
                    counts.undecided += usize::from(standing.undecided);
                    counts.open += usize::from(standing.open);
                    counts.overdue += usize::from(standing.overdue);
                }
                ItemKind::AreaForImprovement => counts.areas_for_improvement += 1,
                _ => {}
            }
        }
        counts
    }
}
