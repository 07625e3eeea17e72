//! `track list`.

use clap::{Args, ValueEnum};

use super::Exit;
use super::closed::word_of;
use super::context::Context;
use super::failure::Usage;
use super::filter::FilterArgs;
use crate::duty::State;
use crate::query::{Filter, SortKey, Summary, sort_rows};
use crate::view::{Column, json, list_csv, list_markdown, list_table, summary_line};

/// List inspections: what is overdue, what is due, what is done.
///
/// What needs action comes first. Filters combine: an inspection is listed where all of them fit.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track list                          everything, what needs action first
  track list --overdue                overdue, and what may be overdue
  track list --due-within 14          to be published within a fortnight
  track list --year 2024 --type peel
  track list --search \"domestic abuse\" --format csv
  track list --fail-on overdue        exit status 1 if anything is overdue")]
pub struct ListArgs {
    #[command(flatten)]
    filter: FilterArgs,
    /// By what to sort
    #[arg(long, value_name = "KEY", default_value = "action", value_parser = word_of(SortKey::LIST, SortKey::from_word))]
    sort: SortKey,
    /// Which columns to show, in this order, parted by commas
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', value_parser = word_of(Column::LIST, Column::from_word))]
    columns: Option<Vec<Column>>,
    /// In which form
    #[arg(long, value_name = "FORM", default_value = "table")]
    format: Format,
    /// End with exit status 1 if any inspection listed is overdue or may be
    #[arg(long, value_name = "WHAT")]
    fail_on: Option<FailOn>,
}

/// The forms of a list.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// For people.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For documents.
    Markdown,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum FailOn {
    /// A response that is overdue or may be.
    Overdue,
}

pub(super) fn run(args: &ListArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    if args.columns.is_some() && args.format == Format::Json {
        return Err(Usage("--columns does not go with --format json, which has every key".into()).into());
    }
    let repository = context.repository()?;
    let (settings, faults) = context.settings(&repository)?;
    let filter = args.filter.filter(&repository)?;
    let mut survey = repository.survey(&filter, context.today, &settings)?;
    sort_rows(&mut survey.rows, args.sort);
    let rows = &survey.rows;
    let columns = args.columns.as_deref();
    let exit = context.left_out(&survey.left_out, &faults);
    let text = match args.format {
        Format::Table if rows.is_empty() => nothing(survey.records, survey.left_out.len(), &filter),
        Format::Table => list_table(rows, columns, context.paint),
        Format::Json => json::list_json(rows, &[faults.as_slice(), &survey.left_out].concat(), context.today),
        Format::Csv => list_csv(rows, columns),
        Format::Markdown => list_markdown(rows, columns),
    };
    context.env.print(&text)?;
    if args.format == Format::Table && !rows.is_empty() {
        context.below(&format!("\n{}\n", summary_line(&Summary::of(rows), context.paint)))?;
    }
    let overdue =
        |row: &crate::query::Row| matches!(row.standing.state, State::Overdue | State::MaybeOverdue);
    let fails = args.fail_on == Some(FailOn::Overdue) && rows.iter().any(overdue);
    Ok(if fails { Exit::Refused } else { exit })
}

/// Nothing found, in words.
fn nothing(records: usize, left_out: usize, filter: &Filter) -> String {
    if records == 0 {
        return "There are no records yet. `track add` makes one.\n".into();
    }
    if records == left_out {
        return "No record could be read.\n".into();
    }
    if filter.overdue && *filter == (Filter { overdue: true, ..Filter::default() }) {
        return "Nothing is overdue.\n".into();
    }
    "No inspection fits.\n".into()
}
