//! `track add`.

mod report;
mod warn;

use chrono::NaiveDate;
use clap::Args;

use super::Exit;
use super::ask;
use super::completing::Offer;
use super::context::Context;
use super::failure::Refusal;
use super::output::Format;
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::model::{Inspection, InspectionType, RecordId, free_id, propose_id};
use crate::schema::{compose, read};
use crate::store::{Change, Repository, StoreError, WriteError};
use crate::text::visible;
use crate::view::json;

/// Add a new report.
///
/// What is not given is asked for on a terminal. The file is written whole or not at all, and never over another.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track add                           asks for everything
  track add --title \"Custody in the county\" --type custody \\
            --published \"9 March 2020\" --dry-run \\
            --recommendation \"The force should …\"
  track add --title \"PEEL 2023–25\" --type peel --published 2024-02-16 \\
            --id 2024-02-peel")]
pub struct AddArgs {
    /// The title, as printed
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The type, such as national, peel or custody
    #[arg(long = "type", value_name = "TYPE", add = Offer::Words(InspectionType::LIST))]
    inspection_type: Option<String>,
    /// When it was published: 2020-03-09, 9/3/2020, 9 March 2020, March 2020, 2020 or unknown
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// Where the report is
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
    /// The type in the document's own words
    #[arg(long, value_name = "TEXT")]
    type_as_printed: Option<String>,
    /// A force it concerns, or "all"; may be given several times
    #[arg(long, value_name = "FORCE")]
    forces: Vec<String>,
    /// A recommendation, as printed; may be given several times
    #[arg(long, value_name = "TEXT")]
    recommendation: Vec<String>,
    /// How many recommendations the whole report makes
    #[arg(long, value_name = "NUMBER")]
    recommendations_made: Option<u32>,
    /// The id, which names the file; otherwise one is proposed from date and title
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Print the file instead of writing it
    #[arg(long)]
    dry_run: bool,
    /// In which form to say what was done
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &AddArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let repository = context.repository()?;
    let (settings, faults) = context.settings(&repository)?;
    if let Some(id) = &args.id {
        refuse_taken(&checked_id(id)?, &repository)?;
    }
    let inspection = report::report(args, context, &settings)?;
    let facts = repository.facts()?;
    warn::of_date(context, inspection.published);
    let twins = warn::likely_duplicates(&inspection, &facts, context.today, &settings);
    warn::of_duplicates(context, &twins)?;
    let id = chosen_id(args, &inspection, &repository, context)?;
    let path = format!("records/{id}.toml");
    let text = compose(&inspection, repository.schema_beside(&path).as_deref());
    let errors = errors_of(&id, &path, &text, &inspection, &repository, context.today, &settings)?;
    if !errors.is_empty() {
        // Of two who add the same id at once, the later is told so in the same words whenever it is found out.
        refuse_taken(&id, &repository)?;
        context.tell_findings(&errors);
        return Err(Refusal::new("the record would have errors; nothing was written").into());
    }
    if args.dry_run {
        context.note(&format!("Would write {path}:\n"));
        context.env.print(&text)?;
    } else {
        write(&repository, &id, &path, &text)?;
        let said = match args.format {
            Format::Text => format!("Saved {path}\n"),
            Format::Json => json::written_json(id.as_str(), &path, &report::changed(&inspection)),
        };
        // Whoever is told that something failed is told what stands on the disk.
        context.env.print(&said).map_err(|error| {
            let words = format!("{path} is saved and whole, but {error}");
            error.context(words)
        })?;
        context.note(&format!("Next: track show {id}\n"));
    }
    Ok(if faults.is_empty() { Exit::Well } else { Exit::Refused })
}

fn checked_id(id: &str) -> Result<RecordId, Refusal> {
    RecordId::new(id).map_err(|fault| {
        Refusal::new(format!("`{}` is no id: {fault}", visible(id))).hint("an id looks like 2020-03-prevent")
    })
}

fn refuse_taken(id: &RecordId, repository: &Repository) -> anyhow::Result<()> {
    let listing = repository.list_paths()?;
    let taken = |id: &str| listing.records().any(|listed| listed.id == id);
    match listing.records().find(|listed| listed.id == id.as_str()) {
        None => Ok(()),
        Some(listed) => Err(taken_refusal(id, listed.path, &free_id(id, taken)).into()),
    }
}

fn taken_refusal(id: &RecordId, path: &str, free: &RecordId) -> Refusal {
    Refusal::new(format!("the id `{id}` is taken by {}; nothing was written", visible(path)))
        .hint(format!("`{free}` is free: --id {free}"))
}

/// The id asked for, else a free one proposed from date and title; on a terminal the person may change it.
fn chosen_id(
    args: &AddArgs,
    inspection: &Inspection<'_>,
    repository: &Repository,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<RecordId> {
    if let Some(id) = &args.id {
        return Ok(checked_id(id)?);
    }
    let listing = repository.list_paths()?;
    let taken = |id: &str| listing.records().any(|listed| listed.id == id);
    let free = free_id(&propose_id(inspection.published, &inspection.title), taken);
    if !context.can_ask() || args.dry_run {
        return Ok(free);
    }
    ask::ask(context, &format!("Id [{free}]"), |answer| {
        if answer.is_empty() {
            return Ok(free.clone());
        }
        let id = RecordId::new(answer).map_err(|fault| fault.to_string())?;
        if taken(id.as_str()) { Err(format!("taken; `{}` is free", free_id(&id, taken))) } else { Ok(id) }
    })
}

/// What `check` would call an error in the record.
fn errors_of(
    id: &RecordId,
    path: &str,
    text: &str,
    inspection: &Inspection<'_>,
    repository: &Repository,
    today: NaiveDate,
    settings: &Settings,
) -> Result<Vec<Finding>, StoreError> {
    let change = Change { id: id.as_str(), path, before: None, after: text.as_bytes() };
    let mut found = repository.judge(change, today, settings)?;
    found.retain(Finding::is_error);
    if found.is_empty() && read(path, text.as_bytes(), |reading| &reading.inspection != inspection) {
        let message = "the file would not read back as it was typed";
        found.push(Finding::of_file(&crate::schema::faults::SYNTAX, path, message));
    }
    Ok(found)
}

fn write(repository: &Repository, id: &RecordId, path: &str, text: &str) -> anyhow::Result<()> {
    match repository.create(path, text.as_bytes()) {
        Ok(()) => Ok(()),
        Err(WriteError::Taken { path }) => {
            let listing = repository.list_paths()?;
            let free = free_id(id, |id| listing.records().any(|listed| listed.id == id));
            Err(taken_refusal(id, &path, &free).into())
        }
        Err(error) => Err(error.into()),
    }
}
