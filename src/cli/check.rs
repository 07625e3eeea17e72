//! `track check`.

mod format;
mod mending;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;

use format::FormatArgs;
use mending::{MendArgs, Mending};

use super::Exit;
use super::context::Context;
use super::failure::{Refusal, unwritten};
use super::named::{changed_since, named_files};
use crate::check::rules;
use crate::config::Settings;
use crate::diagnostic::{Finding, When, sort_findings};
use crate::store::{Checked, OutputFile, RECORD_SCHEMA, Repository, SETTINGS, SETTINGS_SCHEMA, SinceError};
use crate::text::{count, visible};
use crate::view::{CheckReport, mendable, mended, mended_lines, schema_notes, tally, would_mend};

/// Check the records: faults of their writing, and what a careful colleague would say.
///
/// Errors end with exit status 1, warnings only with --deny-warnings. With files named, findings about one record are
/// those of the files named, and of all files where track.toml is; findings across records are always those of all.
///
/// With --fix, what can be mended without changing what was meant is mended: dates in another form, missing quotes, misspelt
/// keys. Each mend is proved by reading the file again; nothing else in it changes. What is left is then told.
///
/// A warning about what is right as it stands is allowed in the record, by a comment above the key that it is about:
/// `# track: allow RULE: REASON`. How much a rule matters to the office is set in track.toml, under [checks].
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track check
  track check records/2020-03-prevent.toml
  track check records/2025            all records in a folder
  track check --changed-since origin/main   what a pull request changes
  track check --format short          a line for each finding, for editors
  track check --format json --deny-warnings
  track check --format sarif -o check.sarif --overwrite
  track check --diff                  what could be mended; writes nothing
  track check --unsafe --diff         likely guesses too; writes nothing
  track check --fix                   mend it
  track check --fix --unsafe          mend it, likely guesses too
  track explain T040                  why a finding matters")]
pub struct CheckArgs {
    /// Only these files, and those in these folders; one that was deleted is passed over
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
    #[command(flatten)]
    format: FormatArgs,
}

pub(super) fn run(args: &CheckArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let ended = check(args, context);
    if args.mend.fix { ended.map_err(unwritten) } else { ended }
}

fn check(args: &CheckArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    args.mend.understand(args.format.format)?;
    args.format.understand()?;
    let repository = context.repository()?;
    let named = named(args, &repository, context)
        .map_err(|error| if args.mend.fix { nothing_mended(error) } else { error })?;
    let output = args.format.begin(&repository, context)?;
    let (settings, findings) = repository.settings()?;
    let mending = args.mend.run(&repository, named.as_ref(), &settings, context)?;
    let asked = asked(named.as_ref(), context);
    let found = find(&repository, asked, &settings, findings, context);
    let told = found.and_then(|checked| {
        tell(args, &repository, &checked, &mending, output.as_ref(), context)?;
        Ok(checked)
    });
    // Whoever is told that something failed is told what stands on the disk.
    let Checked { findings, .. } =
        told.map_err(|error| match (args.mend.fix, mending.mended.as_slice()) {
            (true, mends @ [_, ..]) => {
                let words = format!("{}, and that is saved and whole; but {error}", mended(mends));
                error.context(words)
            }
            _ => error,
        })?;
    let fails = findings.iter().any(|finding| finding.is_error() || args.deny_warnings);
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
        (files, None) => {
            let named = named_files(files, repository, &context.env.folder)?;
            tell_missing(files, context);
            Some(named)
        }
    })
}

/// Tells which of the files named are not there: deleted, or misspelt.
fn tell_missing(files: &[PathBuf], context: &mut Context<'_, '_>) {
    let folder = context.env.folder.clone();
    for file in files.iter().filter(|file| folder.join(file).symlink_metadata().is_err()) {
        let shown = file.to_string_lossy();
        context.note(&format!("note: {} is not there; passed over\n", visible(&shown)));
    }
}

/// The records whose own findings are told: all where the settings are named, for they say what is to be found.
fn asked<'n>(
    named: Option<&'n BTreeSet<String>>,
    context: &mut Context<'_, '_>,
) -> Option<&'n BTreeSet<String>> {
    let named = named?;
    if named.contains(SETTINGS) {
        context.note(&format!("note: {SETTINGS} is named, so all records are checked\n"));
        return None;
    }
    Some(named)
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

/// Checks the records, and adds what is to be said against the settings.
fn find(
    repository: &Repository,
    named: Option<&BTreeSet<String>>,
    settings: &Settings,
    mut findings: Vec<Finding>,
    context: &Context<'_, '_>,
) -> anyhow::Result<Checked> {
    let checked = repository.check(named, context.today, settings)?;
    findings.extend(checked.findings);
    sort_findings(&mut findings);
    Ok(Checked { findings, ..checked })
}

/// Tells what is found now, and what was mended.
fn tell(
    args: &CheckArgs,
    repository: &Repository,
    checked: &Checked,
    mending: &Mending,
    output: Option<&OutputFile>,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    let MendArgs { fix, diff, .. } = args.mend;
    let format = args.format.format;
    let report = CheckReport {
        files: &checked.files,
        findings: &checked.findings,
        allowed: checked.allowed.len(),
        mended: fix.then_some(mending.mended.as_slice()),
        rules: &rules().collect::<Vec<_>>(),
        folder: &repository.folder_in_git(),
        version: env!("CARGO_PKG_VERSION"),
        deny_warnings: args.deny_warnings,
        paint: context.paint,
    };
    let mut text = mending.diffs.clone();
    if fix || !diff {
        text.push_str(&(format.write)(&report));
    }
    if format.is_for_people && !context.is_quiet() {
        text.push_str(&below(args.mend, &report, mending));
    }
    args.format.end(&text, &report, output, context)?;
    if fix && !diff {
        context.note(&mended_lines(&mending.mended));
    }
    if fix && !format.is_for_people {
        context.note(&format!("{}\n", mended(&mending.mended)));
    }
    if format.is_for_people {
        tell_drafts(repository, context)?;
        tell_schemas(repository, context);
    }
    Ok(())
}

/// How a warning is answered that needs no mending.
const ALLOW: &str = "a warning that is right as it stands is allowed above its key: `# track: allow RULE: REASON`; `track explain RULE` says why it matters";

/// What people are told below the findings: how many there are, what was mended, and what can be.
fn below(MendArgs { fix, guess, diff }: MendArgs, report: &CheckReport<'_>, mending: &Mending) -> String {
    let mut below = vec![tally(report.files.len(), report.errors(), report.warnings())];
    if report.allowed > 0 {
        below[0].push_str(&format!("; {} allowed by comments in records", count(report.allowed, "finding")));
    }
    match (fix, diff) {
        (true, _) => below.push(mended(&mending.mended)),
        (false, true) => below.push(format!("{}; nothing was written", would_mend(&mending.mended))),
        (false, false) => {}
    }
    if report.findings.iter().any(|finding| !finding.is_error() && finding.rule.when != When::Always) {
        below.push(ALLOW.to_owned());
    }
    // What was just tried is not offered again.
    below.extend(mendable(report.findings, !fix && !diff, !guess));
    below.join("\n") + "\n"
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
