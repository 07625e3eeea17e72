//! `track due`.

use clap::Args;

use super::Exit;
use super::completing::Offer;
use super::context::{Context, complete_id, id_of};
use super::failure::Refusal;
use super::output::Format;
use crate::duty::{POLICE_ACT_55, State, last_day};
use crate::model::{
    EARLIEST_YEAR, LATEST_YEAR, PartialDate, TypedDateFault, day_in_words, parse_typed_date, weekday,
};
use crate::query::{Filter, SortKey, Summary, sort_rows};
use crate::text::visible;
use crate::view::{due_of_date, due_of_record, json, list_table, summary_line};

/// Tell the last day to publish a response, with the working.
///
/// For a record, for a report published on a date, or without argument for all that are open, the nearest last day
/// first.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track due 2020-03-09                a report published on 9 March 2020
  track due \"March 2020\"              a range, where only the month is known
  track due prevent                   a record
  track due                           everything open, by its last day")]
pub struct DueArgs {
    /// A record, or the date of a report: 2020-03-09, 9/3/2020, 9 March 2020, March 2020; several words are taken
    /// together
    #[arg(value_name = "ID|DATE", add = Offer::Ids)]
    what: Vec<String>,
    /// In which form
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &DueArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let what = args.what.join(" ");
    if args.what.is_empty() {
        return open(args.format, context);
    }
    match parse_typed_date(&what) {
        Ok(date) => due_date(date, args.format, context),
        Err(TypedDateFault::NotADate) => due_record(&what, args.format, context),
        Err(TypedDateFault::NotInCalendar) => {
            Err(Refusal::new(format!("there is no such day as {}", visible(&what)))
                .hint("numbers are read day first: 26/03/2020 is 26 March")
                .into())
        }
        Err(TypedDateFault::OtherWeekday(day)) => {
            Err(Refusal::new(format!("`{}`: {} is a {}", visible(&what), day_in_words(day), weekday(day)))
                .into())
        }
        Err(TypedDateFault::YearOutOfRange(year)) => {
            Err(Refusal::new(format!("the year {year} is out of range"))
                .hint(format!("years from {EARLIEST_YEAR} to {LATEST_YEAR} are allowed"))
                .into())
        }
    }
}

fn due_date(date: PartialDate, format: Format, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    // The count needs no records: outside a repository the default label is used.
    let (settings, faults) = match context.repository() {
        Ok(repository) => context.settings(&repository)?,
        Err(_) => Default::default(),
    };
    let text = match format {
        Format::Text => due_of_date(date, &settings, context.paint),
        Format::Json => json::due_json(date, last_day(&POLICE_ACT_55, date)),
    };
    context.env.print(&text)?;
    Ok(if faults.is_empty() { Exit::Well } else { Exit::Refused })
}

fn due_record(wanted: &str, format: Format, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let repository = context.repository().map_err(|error| error.context(not_a_date(wanted)))?;
    let (settings, faults) = context.settings(&repository)?;
    let id = complete_id(wanted, &repository.list_paths()?).map_err(|refusal| {
        refusal.hint("a date is typed as 2020-03-09, 9/3/2020, \"9 March 2020\" or \"March 2020\"")
    })?;
    let filter = Filter { ids: vec![id], ..Filter::default() };
    let survey = repository.survey(&filter, context.today, &settings)?;
    let own: Vec<_> = survey
        .left_out
        .iter()
        .filter(|finding| id_of(&finding.place.path) == filter.ids[0])
        .cloned()
        .collect();
    let exit = context.left_out(&own, &faults);
    if survey.rows.is_empty() && format == Format::Json {
        context.env.print(&json::list_json(&[], &[faults, own].concat(), context.today))?;
    }
    for row in &survey.rows {
        let text = match format {
            Format::Text => due_of_record(row, &settings, context.paint),
            Format::Json => json::due_json(row.published, row.standing.last_day),
        };
        context.env.print(&text)?;
    }
    Ok(exit)
}

fn not_a_date(wanted: &str) -> String {
    format!("`{}` is no date, and there are no records here to look for it", visible(wanted))
}

/// Everything that wants a response, in the order of the last day.
fn open(format: Format, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let repository = context.repository()?;
    let (settings, faults) = context.settings(&repository)?;
    let states = vec![State::Overdue, State::MaybeOverdue, State::DueSoon, State::Open];
    let filter = Filter { states, ..Filter::default() };
    let mut survey = repository.survey(&filter, context.today, &settings)?;
    sort_rows(&mut survey.rows, SortKey::LastDay);
    let exit = context.left_out(&survey.left_out, &faults);
    let text = match format {
        Format::Text if survey.rows.is_empty() => "No response is due.\n".into(),
        Format::Text => list_table(&survey.rows, None, context.paint),
        Format::Json => {
            json::list_json(&survey.rows, &[faults.as_slice(), &survey.left_out].concat(), context.today)
        }
    };
    context.env.print(&text)?;
    if format == Format::Text && !survey.rows.is_empty() {
        context.below(&format!("\n{}\n", summary_line(&Summary::of(&survey.rows), context.paint)))?;
    }
    Ok(exit)
}
