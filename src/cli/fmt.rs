//! `track fmt`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;

use super::Exit;
use super::change::whole_id;
use super::completing::Offer;
use super::context::{Context, complete_id};
use super::failure::{self, Refusal, Usage};
use super::named::named_files;
use super::output::Format;
use crate::edit::lay_out;
use crate::store::{Layouts, Repository, SETTINGS, WriteError};
use crate::text::visible;
use crate::view::{json, laid_out_tally, to_lay_out_tally, unified_diff};

/// Lay out records: keys in their order, dates without quotes, tables under headers.
///
/// What a record says does not change, which is proved by reading it again; every comment stays by its key, and no item
/// of a list changes places. A file with faults of syntax is named and left as it is.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track fmt
  track fmt 2020-02-custody
  track fmt records/2020-02-custody.toml
  track fmt --diff                    show what would change
  track fmt --check                   as a check before a commit")]
pub struct FmtArgs {
    /// Only these records, by their ids or their files; a file that was deleted is passed over
    #[arg(value_name = "ID|FILE", add = Offer::IdsAndFiles)]
    records: Vec<PathBuf>,
    /// Write nothing; name the records that would change, and end with exit status 1 if there are any
    #[arg(long)]
    check: bool,
    /// Show the changes, and write nothing
    #[arg(long)]
    diff: bool,
    /// In which form to say what was done
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &FmtArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    if args.diff && args.format == Format::Json {
        return Err(Usage("--diff is for people: it has no form as JSON".into()).into());
    }
    let repository = context.repository()?;
    let paths = named(args, &repository, context)?;
    let layouts = repository.layouts(paths.as_deref())?;
    let mut exit = hindered(&layouts, context);
    if args.check || args.diff {
        look(args, &repository, &layouts, context)?;
        return Ok(if args.check && !layouts.differ.is_empty() { Exit::Refused } else { exit });
    }
    let written = write(&repository, &layouts, &mut exit, context)?;
    let said = match args.format {
        Format::Json => json::laid_out_json(layouts.files, &written, &layouts.findings),
        Format::Text => paths_after("Laid out", &written),
    };
    let told = context.env.print(&said).and_then(|()| match args.format {
        Format::Json => Ok(()),
        Format::Text => {
            context.below(&format!("{}\n", laid_out_tally(layouts.files, written.len(), layouts.unread())))
        }
    });
    told.map_err(|error| {
        let words = format!("the records are saved and whole, but {error}");
        error.context(words)
    })?;
    Ok(exit)
}

/// The paths of the records that are named, in order; none asks for all. To be written, an id must be named whole.
fn named(
    args: &FmtArgs,
    repository: &Repository,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Option<Vec<String>>> {
    if args.records.is_empty() {
        return Ok(None);
    }
    let listing = repository.list_paths()?;
    let (ids, files): (Vec<_>, Vec<_>) =
        args.records.iter().cloned().partition(|named| named.to_str().is_some_and(is_id));
    let mut paths = named_files(&files, repository, &context.env.folder)?;
    if paths.contains(SETTINGS) {
        let words = format!("`{SETTINGS}` is no record: track fmt lays out records only");
        return Err(Refusal::new(words).into());
    }
    for id in &ids {
        let id = id.to_string_lossy();
        let id = if args.check || args.diff {
            complete_id(&id, &listing)?
        } else {
            whole_id(&id, &listing, context)?
        };
        paths.extend(listing.records().filter(|listed| listed.id == id).map(|listed| listed.path.to_owned()));
    }
    // What nobody takes for a record, such as a README, is passed over here too.
    let faults = listing.faults.iter().map(|fault| fault.path.as_str());
    let there: BTreeSet<&str> = listing.records().map(|listed| listed.path).chain(faults).collect();
    paths.retain(|path| there.contains(path.as_str()));
    Ok(Some(paths.into_iter().collect()))
}

/// Whether a word is an id or a part of one, which has neither a folder nor an ending.
fn is_id(word: &str) -> bool {
    !word.contains(['/', '\\', '.'])
}

/// Tells of the files that cannot be laid out.
fn hindered(layouts: &Layouts, context: &mut Context<'_, '_>) -> Exit {
    context.tell_findings(&layouts.findings);
    for path in &layouts.kept {
        let path = visible(path);
        context.env.tell(&format!(
            "error: {path} cannot be laid out without changing what it says; it was left as it is\n\
             hint: this is a fault of `track fmt`: please report it with the file\n"
        ));
    }
    if layouts.findings.is_empty() && layouts.kept.is_empty() { Exit::Well } else { Exit::Refused }
}

/// A line for each path, after what was done with it.
fn paths_after(done: &str, paths: &[String]) -> String {
    let lines: Vec<String> = paths.iter().map(|path| format!("{done} {}\n", visible(path))).collect();
    lines.concat()
}

/// Shows what would be laid out.
fn look(
    args: &FmtArgs,
    repository: &Repository,
    layouts: &Layouts,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    if args.format == Format::Json {
        return context.env.print(&json::laid_out_json(layouts.files, &layouts.differ, &layouts.findings));
    }
    if !args.diff {
        context.env.print(&paths_after("Would lay out", &layouts.differ))?;
    }
    for path in layouts.differ.iter().filter(|_| args.diff) {
        let old = repository.read(path).unwrap_or_default(); // gone since: nothing to show
        let old = String::from_utf8_lossy(&old);
        if let Ok(Some(new)) = lay_out(path, old.as_bytes()) {
            context.env.print(&unified_diff(path, &old, &new, context.paint))?;
        }
    }
    context.below(&format!("{}\n", to_lay_out_tally(layouts.files, layouts.differ.len(), layouts.unread())))
}

/// Lays out the records that differ, each by itself; one that cannot be written is told and does not hinder the others.
fn write(
    repository: &Repository,
    layouts: &Layouts,
    exit: &mut Exit,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Vec<String>> {
    let mut written = Vec::new();
    if layouts.differ.is_empty() {
        return Ok(written);
    }
    let writing = repository.begin()?;
    for path in &layouts.differ {
        match writing.lay_out(path) {
            Ok(true) => written.push(path.clone()),
            Ok(false) => {}
            Err(error) => {
                let failed = failure::report(&named_error(path, error), context.env);
                *exit = if failed.code() > exit.code() { failed } else { *exit };
            }
        }
    }
    Ok(written)
}

/// An error that names its record.
fn named_error(path: &str, error: WriteError) -> anyhow::Error {
    match error {
        WriteError::TooLarge { .. } => {
            let words = format!("{path}: {error}");
            anyhow::Error::from(error).context(words)
        }
        _ => error.into(),
    }
}
