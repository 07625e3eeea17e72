//! `track check`.

mod mending;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;

use mending::{MendArgs, Mending};

use super::Exit;
use super::context::Context;
use super::failure::{Refusal, unwritten};
use super::named::{changed_since, named_files};
use super::output::Format;
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::store::{RECORD_SCHEMA, Repository, SETTINGS_SCHEMA, SinceError};
use crate::text::visible;
use crate::view::{findings_report, json, mendable, mended, schema_notes, tally, would_mend};

/// Check the records: faults of their writing, and what a careful colleague would say.
///
/// Errors end with exit status 1, warnings only with --deny-warnings. With files named, findings about one record are
/// those of the files named; findings across records are always those of all.
///
/// With --fix, what can be mended without changing what was meant is mended: dates in another form, missing quotes, misspelt
/// keys. Each mend is proved by reading the file again; nothing else in it changes. What is left is then told.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track check
  track check records/2020-03-prevent.toml
  track check --changed-since origin/main   what a pull request changes
  track check --deny-warnings --format json
  track check --diff                  what could be mended; writes nothing
  track check --fix
  track check --fix --unsafe --diff   likely guesses too; look at each
  track explain T040                  why a finding matters")]
pub struct CheckArgs {
    /// Only these files; one that was deleted is passed over
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only records that differ from a branch, tag or commit
    ///
    /// Compared with the folder as it stands is the commit at which this branch left REV, as `git diff REV...` does: what
    /// has come to REV since is not ours. Counted are changes committed, staged or neither, and new files that git does not
    /// ignore; a renamed record is new under its new name. Findings across records are still those of all. Where
    /// track.toml has changed, all records are checked.
    #[arg(long, value_name = "REV", conflicts_with = "files")]
    changed_since: Option<String>,
    /// End with exit status 1 for warnings too
    #[arg(long)]
    deny_warnings: bool,
    #[command(flatten)]
    mend: MendArgs,
    /// In which form
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &CheckArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let ended = check(args, context);
    if args.mend.fix { ended.map_err(unwritten) } else { ended }
}

fn check(args: &CheckArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    args.mend.understand(args.format)?;
    let repository = context.repository()?;
    let named = named(args, &repository, context)
        .map_err(|error| if args.mend.fix { nothing_mended(error) } else { error })?;
    let (settings, findings) = repository.settings()?;
    let mending = args.mend.run(&repository, named.as_ref(), &settings, context)?;
    let told = tell(args, &repository, named.as_ref(), &settings, (&mending, findings), context);
    // Whoever is told that something failed is told what stands on the disk.
    let fails = told.map_err(|error| match (args.mend.fix, mending.mended.as_slice()) {
        (true, mends @ [_, ..]) => {
            let words = format!("{}, and that is saved and whole; but {error}", mended(mends));
            error.context(words)
        }
        _ => error,
    })?;
    Ok(if fails || mending.refused { Exit::Refused } else { Exit::Well })
}

/// The records that are asked about; `None` for all.
fn named(
    args: &CheckArgs,
    repository: &Repository,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Option<BTreeSet<String>>> {
    Ok(match (args.files.as_slice(), &args.changed_since) {
        (_, Some(revision)) => changed_since(revision, repository, context)?,
        ([], None) => None,
        (files, None) => Some(named_files(files, repository, &context.env.folder)?),
    })
}

/// Says of an error that it came before anything was mended.
fn nothing_mended(mut error: anyhow::Error) -> anyhow::Error {
    let words = format!("{error}; nothing was written");
    if error.is::<SinceError>() {
        return error.context(words);
    }
    if let Some(refusal) = error.downcast_mut::<Refusal>() {
        refusal.message = words;
    }
    error
}

/// Tells what is found now, and what was mended; returns whether that is a failure.
fn tell(
    args: &CheckArgs,
    repository: &Repository,
    named: Option<&BTreeSet<String>>,
    settings: &Settings,
    (mending, mut findings): (&Mending, Vec<Finding>),
    context: &mut Context<'_, '_>,
) -> anyhow::Result<bool> {
    let MendArgs { fix, guess, diff } = args.mend;
    let checked = repository.check(named, context.today, settings)?;
    findings.extend(checked.findings);
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let warnings = findings.len() - errors;
    context.env.print(&mending.diffs)?;
    let text = match args.format {
        Format::Text if diff && !fix => String::new(),
        Format::Text => findings_report(&findings, context.paint),
        Format::Json => {
            let mended = fix.then_some(mending.mended.as_slice());
            json::check_json(checked.files, &findings, mended)
        }
    };
    context.env.print(&text)?;
    if args.format == Format::Text {
        let mut below = vec![tally(checked.files, errors, warnings)];
        match (fix, diff) {
            (true, _) => below.push(mended(&mending.mended)),
            (false, true) => below.push(format!("{}; nothing was written", would_mend(&mending.mended))),
            (false, false) => {}
        }
        // What was just tried is not offered again.
        below.extend(mendable(&findings, !fix && !diff, !guess));
        context.below(&format!("{}\n", below.join("\n")))?;
        tell_drafts(repository, context)?;
        tell_schemas(repository, context);
    }
    Ok(errors > 0 || (args.deny_warnings && warnings > 0))
}

/// Tells of schemas for editors that are not those of this program.
fn tell_schemas(repository: &Repository, context: &mut Context<'_, '_>) {
    let paths = [RECORD_SCHEMA, SETTINGS_SCHEMA].into_iter();
    let kept: Vec<_> = paths.filter_map(|path| Some((path, repository.kept_schema(path)?))).collect();
    context.note(&schema_notes(&kept));
}

/// Names the texts that edits keep: somebody's words, which no list shows.
fn tell_drafts(repository: &Repository, context: &mut Context<'_, '_>) -> anyhow::Result<()> {
    for path in repository.list_paths()?.drafts {
        let path = visible(&path);
        context.note(&format!(
            "note: {path} keeps the text of an edit that did not end (track edit ID --resume)\n"
        ));
    }
    Ok(())
}
