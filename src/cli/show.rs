//! `track show`.

use clap::Args;

use super::Exit;
use super::completing::Offer;
use super::context::{Context, complete_id};
use super::output::Format;
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::query::{Row, missing_steps};
use crate::schema::{Reading, read};
use crate::store::Repository;
use crate::view::{Shown, json, show_record};

/// Show one inspection, its response and what is missing.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track show 2020-03-prevent
  track show prevent                  a unique part of the id is enough
  track show prevent --format json")]
pub struct ShowArgs {
    /// The record; a unique part of its id is enough
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// In which form
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &ShowArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let repository = context.repository()?;
    let (settings, faults) = context.settings(&repository)?;
    let listing = repository.list_paths()?;
    let id = complete_id(&args.id, &listing)?;
    let paths: Vec<&str> =
        listing.records().filter(|listed| listed.id == id).map(|listed| listed.path).collect();
    let mut exit = if faults.is_empty() { Exit::Well } else { Exit::Refused };
    for path in paths {
        match repository.read(path) {
            Ok(bytes) => {
                let (text, errors) = page(&id, path, &bytes, args.format, context, &repository, &settings)?;
                if !errors.is_empty() {
                    context.tell_findings(&errors);
                    context.env.tell("warning: the record has errors; below is what could be read of it\n");
                    exit = Exit::Refused;
                }
                context.env.print(&text)?;
            }
            Err(fault) => {
                context.tell_findings(&[fault.finding()]);
                exit = Exit::Refused;
            }
        }
    }
    Ok(exit)
}

fn page(
    id: &str,
    path: &str,
    bytes: &[u8],
    format: Format,
    context: &Context<'_, '_>,
    repository: &Repository,
    settings: &Settings,
) -> anyhow::Result<(String, Vec<Finding>)> {
    let today = context.today;
    read(path, bytes, |reading: &Reading<'_>| {
        let inspection = &reading.inspection;
        let mut row = Row::of(id, path, inspection, today, settings.days_soon);
        if row.answered_by.is_some()
            && let Some(answered) = repository.answered_row(id, path, today, settings)?
        {
            row = answered;
        }
        let missing = missing_steps(inspection, row.response, today);
        let errors: Vec<Finding> =
            reading.findings.iter().filter(|finding| finding.is_error()).cloned().collect();
        let shown = Shown { inspection, row: &row, missing: &missing, settings, today };
        let text = match format {
            Format::Text => show_record(&shown, context.paint),
            Format::Json => json::show_json(&row, &missing, inspection, &errors, today),
        };
        Ok((text, errors))
    })
}
