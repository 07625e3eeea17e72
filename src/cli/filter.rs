//! Which inspections a command is about.

use clap::Args;

use super::closed::word_of;
use super::completing::Offer;
use super::context::complete_ids;
use crate::duty::State;
use crate::model::InspectionType;
use crate::query::Filter;
use crate::store::Repository;

/// Which inspections: all of these must fit.
#[derive(Args, Debug)]
pub(super) struct FilterArgs {
    /// Only these records; a unique part of an id is enough
    #[arg(value_name = "ID", add = Offer::Ids)]
    ids: Vec<String>,
    /// Only responses that are overdue or may be
    #[arg(long)]
    overdue: bool,
    /// Only responses due within so many days, and overdue ones
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(0..=36_500))]
    due_within: Option<u32>,
    /// Only this state; may be given several times
    #[arg(long, value_name = "STATE", value_parser = word_of(State::LIST, State::from_word))]
    state: Vec<State>,
    /// Only this type; may be given several times
    #[arg(long = "type", value_name = "TYPE", value_parser = word_of(InspectionType::LIST, InspectionType::from_word))]
    types: Vec<InspectionType>,
    /// Only reports published in this year; may be given several times
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1800..=2199))]
    year: Vec<i32>,
    /// Only reports that concern this force, by its name or a part of it; reports on all forces too
    #[arg(long, value_name = "FORCE")]
    for_force: Option<String>,
    /// Only records in which all of these words stand
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
}

impl FilterArgs {
    /// The filter, with the ids completed.
    pub(super) fn filter(&self, repository: &Repository) -> anyhow::Result<Filter> {
        Ok(Filter {
            overdue: self.overdue,
            due_within: self.due_within,
            states: self.state.clone(),
            types: self.types.clone(),
            years: self.year.clone(),
            for_force: self.for_force.clone(),
            search: self.search.clone(),
            ids: complete_ids(&self.ids, repository)?,
        })
    }
}
