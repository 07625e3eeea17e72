//! The page of states and stages.

use super::Given;
use super::markup::{PRINTED, cell, code, table};
use crate::duty::{STAGES, STATES};

pub(super) fn page(_: &Given<'_>) -> String {
    let rows = STATES.iter().map(|row| vec![code(row.state.as_str()), cell(row.shown), cell(row.when)]);
    let steps = STAGES.iter().map(|row| vec![code(row.stage.as_str()), cell(row.when)]);
    format!(
        "{PRINTED}# States and stages\n\nBoth are worked out from the dates of a record for the day asked about \
         (`--today`), and never written down. Where a date is known by its month or year only, or not at all, a state \
         says no more than what is certain.\n\n\
         ## States\n\n`track list --state STATE` lists the reports in one.\n\n{}\
         ## Stages\n\nThe first thing about a report that is not yet done.\n\n{}",
        table(&["State", "As people see it", "When"], rows),
        table(&["Stage", "When"], steps)
    )
}
