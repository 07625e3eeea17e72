//! Which inspections are asked for. Filters combine: all of them must fit.

use chrono::NaiveDate;

use super::{Row, mentions};
use crate::duty::{Requirement, ResponseDates, Standing, State, standing};
use crate::model::{Forces, Inspection, InspectionType};
use crate::text::fold_words;

/// Which inspections are asked for; the default asks for all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only overdue, or perhaps overdue.
    pub overdue: bool,
    /// Only without a response, and the earliest last day at most so many days ahead; overdue ones too.
    pub due_within: Option<u32>,
    /// Any of these states; empty: every state.
    pub states: Vec<State>,
    /// Any of these types; empty: every type.
    pub types: Vec<InspectionType>,
    /// Any of these years of publication; empty: every year.
    pub years: Vec<i32>,
    /// A force the report concerns, by a part of its name; reports on all forces too.
    pub for_force: Option<String>,
    /// Words that must stand somewhere in the record.
    pub search: Option<String>,
    /// Any of these ids; empty: every id.
    pub ids: Vec<String>,
}

impl Filter {
    /// Whether a record fits by what stands in it.
    pub fn keeps_record(&self, id: &str, inspection: &Inspection<'_>) -> bool {
        let any = |empty: bool, fits: bool| empty || fits;
        any(self.ids.is_empty(), self.ids.iter().any(|wanted| wanted == id))
            && any(self.types.is_empty(), self.types.contains(&inspection.inspection_type))
            && any(
                self.years.is_empty(),
                inspection.published.year().is_some_and(|year| self.years.contains(&year)),
            )
            && self.for_force.as_deref().is_none_or(|force| concerns(inspection, force))
            && self.search.as_deref().is_none_or(|text| mentions(id, inspection, text))
    }

    /// Whether a record with a response of its own may fit by its state: cheap, before a row is made.
    pub fn may_keep(
        &self,
        inspection: &Inspection<'_>,
        dates: ResponseDates,
        today: NaiveDate,
        soon: u32,
    ) -> bool {
        let by_state = self.overdue || self.due_within.is_some() || !self.states.is_empty();
        !by_state
            || self.keeps_standing(&standing(
                Requirement::of(inspection),
                inspection.published,
                dates,
                today,
                soon,
            ))
    }

    /// Whether a row fits by its state. For a record that another answers this is known once its dates are.
    pub fn keeps_row(&self, row: &Row) -> bool {
        self.keeps_standing(&row.standing)
    }

    fn keeps_standing(&self, standing: &Standing) -> bool {
        let state = standing.state;
        let overdue = matches!(state, State::Overdue | State::MaybeOverdue);
        let soon = |days: u32| overdue || standing.days_left.is_some_and(|left| left <= i64::from(days));
        (!self.overdue || overdue)
            && self.due_within.is_none_or(soon)
            && (self.states.is_empty() || self.states.contains(&state))
    }
}

fn concerns(inspection: &Inspection<'_>, force: &str) -> bool {
    let wanted = fold_words(force);
    match &inspection.forces {
        None => false,
        Some(Forces::All) => true,
        Some(Forces::Named(names)) => names.iter().any(|name| {
            let name = fold_words(name);
            name.windows(wanted.len().max(1)).any(|part| part == wanted)
        }),
    }
}
