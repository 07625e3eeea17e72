//! `track init`.

mod office;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Exit;
use super::context::Context;
use super::failure::Refusal;
use super::output::Format;
use crate::check::settings_of;
use crate::store::{Repository, SETTINGS, Started, Starter};
use crate::text::{shell_quoted, visible};
use crate::view::{Beginning, json, started_advice, started_text, starters};
use office::{Names, OfficeArgs};

/// Make a folder ready for records.
///
/// Makes track.toml, the folder records, what git and editors should know of records, and checks for GitHub, GitLab and
/// pre-commit. What is there already stays as it is, so that the command can be run again at any time. On a terminal it
/// asks for the names of the office; Enter leaves one out.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track init                          here
  track init inspections --dry-run    what would be made in a new folder
  track init --office \"Example Office of the PCC\" --short PCC
  track init --ci gitlab --no-input   never asks; fill in the names later")]
pub struct InitArgs {
    /// The folder, made if it is missing; otherwise that of --repo, else the working directory
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
    #[command(flatten)]
    office: OfficeArgs,
    /// Which host of the git repository shall check the records
    #[arg(long, value_name = "HOST", default_value = "both")]
    ci: Ci,
    /// Say what would be made, and make nothing
    #[arg(long)]
    dry_run: bool,
    /// In which form to say what was made
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

/// The hosts of git repositories that check records.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum Ci {
    /// GitHub and GitLab; the files of the one do nothing on the other.
    Both,
    /// GitHub.
    Github,
    /// GitLab.
    Gitlab,
    /// None of them.
    None,
}

pub(super) fn run(args: &InitArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let dir = args.dir.as_deref().or(context.named_repository()).map(|dir| context.env.folder.join(dir));
    let repository = Repository::beginning_at(dir.as_deref().unwrap_or(&context.env.folder))?;
    refuse_within_another(&repository)?;
    let given = args.office.names(false, context)?;
    let mut files = args.files(&given, &repository);
    let planned = repository.would_start(&files)?;
    let begins = planned.made.contains(&SETTINGS);
    if begins && !args.dry_run && context.can_ask() {
        files = args.files(&args.office.names(true, context)?, &repository);
    }
    refuse_unreadable(&files)?;
    let started = if args.dry_run {
        planned
    } else {
        repository.make_root()?;
        repository.start(&files)?
    };
    tell(args, &repository, &started, context)?;
    if !begins && !given.is_empty() {
        context.note(&format!("{SETTINGS} is there already: the names given stand nowhere in it yet\n"));
    }
    context.note(&started_advice(&started, &files));
    if !args.dry_run && !started.made.is_empty() {
        next(args, &repository, context);
    }
    Ok(Exit::Well)
}

impl InitArgs {
    /// The files to make. Hosts and pre-commit read theirs at the top of a git repository only.
    fn files(&self, names: &Names, repository: &Repository) -> Vec<Starter> {
        let office: Vec<(&str, &str)> = names.iter().map(|(key, name)| (*key, name.as_str())).collect();
        let at_top = is_at_top(repository);
        starters(&Beginning {
            office: &office,
            github: at_top && matches!(self.ci, Ci::Both | Ci::Github),
            gitlab: at_top && matches!(self.ci, Ci::Both | Ci::Gitlab),
            pre_commit: at_top,
        })
    }
}

/// Whether no git repository begins above the folder.
fn is_at_top(repository: &Repository) -> bool {
    repository.git_top().is_none_or(|top| top == repository.root)
}

fn refuse_within_another(repository: &Repository) -> Result<(), Refusal> {
    if Repository::at(&repository.root).is_ok() {
        return Ok(()); // it is one itself
    }
    let Some(around) = repository.around() else { return Ok(()) };
    let (inner, outer) = (repository.root.to_string_lossy(), around.root.to_string_lossy());
    let outer = visible(&outer);
    Err(Refusal::new(format!(
        "`{}` lies within the repository of records `{outer}`; nothing was made",
        visible(&inner)
    ))
    .hint(format!("to add what that one lacks: track init {}", shell_quoted(&outer)))
    .hint("an office keeps its records in one repository; folders below its records/ are allowed"))
}

/// Refuses names with which track.toml could not be read.
fn refuse_unreadable(files: &[Starter]) -> Result<(), Refusal> {
    let Some(settings) = files.iter().find(|file| file.path == SETTINGS) else { return Ok(()) };
    match settings_of(SETTINGS, settings.text.as_bytes()).1.first() {
        None => Ok(()),
        Some(fault) => {
            Err(Refusal::new(format!("with these names {SETTINGS} could not be read; nothing was made"))
                .hint(fault.message.clone()))
        }
    }
}

/// Says what was made.
fn tell(
    args: &InitArgs,
    repository: &Repository,
    started: &Started,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    let said = match args.format {
        Format::Text => started_text(started, args.dry_run),
        Format::Json => json::started_json(&repository.root.to_string_lossy(), started),
    };
    let standing = if args.dry_run { "nothing was made" } else { "every file is made and whole" };
    context.env.print(&said).map_err(|error| {
        let words = format!("{standing}, but {error}");
        error.context(words)
    })
}

/// Says what to do next.
fn next(args: &InitArgs, repository: &Repository, context: &mut Context<'_, '_>) {
    if !is_at_top(repository) {
        let top = repository.git_top().unwrap_or(&repository.root).to_string_lossy().into_owned();
        context.note(&format!(
            "No checks for GitHub, GitLab and pre-commit were made: they are read at the top of a git repository \
             only, and this one begins at {}\n",
            visible(&top)
        ));
    }
    if let Some(dir) = &args.dir {
        context.note(&format!("Next: cd {}\n", shell_quoted(&visible(&dir.to_string_lossy()))));
    }
    if repository.git_top().is_none() {
        context.note("Next: git init, so that git keeps the history of the records\n");
    }
    context.note("Next: track add\n");
}
