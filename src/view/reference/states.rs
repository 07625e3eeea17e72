//! The page of states and stages.

use super::Given;
use super::markup::{PRINTED, cell, code, table};
use crate::duty::{DaysLate, Requirement, Stage, Standing, State};
use crate::view::state_words;

pub(super) fn page(_: &Given<'_>) -> String {
    let shown = State::ALL.iter().map(|state| in_words(*state));
    let states = State::LIST.explained().zip(shown);
    let states = states.map(|((word, when), shown)| vec![code(word), cell(&shown), cell(when)]);
    let steps = Stage::LIST.explained().map(|(word, when)| vec![code(word), cell(when)]);
    format!(
        "{PRINTED}# States and stages\n\nBoth are worked out from the dates of a record for the day asked about \
         (`--today`), and never written down. Where a date is known by its month or year only, or not at all, a state \
         says no more than what is certain.\n\n\
         ## States\n\n`track list --state STATE` lists the reports in one.\n\n{}\
         ## Stages\n\nThe first thing about a report that is not yet done.\n\n{}",
        table(&["State", "For example", "When"], states),
        table(&["Stage", "When"], steps)
    )
}

/// A state as people see it, with days made up.
fn in_words(state: State) -> String {
    let days_late = match state {
        State::MaybeOverdue => DaysLate::Between { at_least: 0, at_most: Some(15) },
        _ => DaysLate::Exactly(12),
    };
    let days_left = if state == State::DueSoon { 5 } else { 54 };
    let standing = Standing { state, last_day: None, days_left: Some(days_left), days_late: Some(days_late) };
    state_words(Requirement::Waived, &standing)
}
