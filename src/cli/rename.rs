//! `track rename`.

use clap::Args;

use super::Exit;
use super::change::{Chosen, Saving, choose};
use super::context::Context;
use super::failure::Refusal;
use super::output::Format;
use super::remove::{mentions, note_drafts};
use crate::edit::{Mention, Revision};
use crate::model::RecordId;
use crate::store::{Rename, Rewrite};
use crate::text::{count, visible};
use crate::view::{json, unified_diff};

/// Give a record another id: the name of its file, and every reference to it.
///
/// All of it is changed or nothing: what was done before a step that fails is taken back. The file stays in its folder.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track rename 2026-11-roadside 2026-11-left-at-the-roadside
  track rename 2026-11-roadside 2026-11-recovery --dry-run")]
pub struct RenameArgs {
    /// The record
    #[arg(value_name = "ID")]
    id: String,
    /// Its new id
    #[arg(value_name = "NEW")]
    new: String,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &RenameArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let new = RecordId::new(&args.new).map_err(|fault| {
        Refusal::new(format!("`{}` is no id: {fault}; nothing was written", visible(&args.new)))
            .hint("an id looks like 2020-03-prevent")
    })?;
    let chosen = choose(&args.id, context)?;
    if chosen.id == new.as_str() {
        context.env.print(&format!("{} has this id already: nothing to change\n", visible(&chosen.path)))?;
        return Ok(Exit::Well);
    }
    let writing = if args.saving.dry_run { None } else { Some(chosen.repository.begin()?) };
    let old = chosen.read()?;
    let folder = chosen.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let to = format!("{folder}/{new}.toml");
    let (references, changed) = references(&chosen, &new)?;
    let rename = Rename { from: &chosen.path, to: &to, old: &old, new: &old, references };
    if let Some(writing) = writing {
        writing.rename(&rename)?;
    } else {
        refuse_taken(&chosen, &new)?;
    }
    tell(args, &rename, &new, &changed, context)?;
    note_drafts(&chosen, context);
    Ok(Exit::Well)
}

fn refuse_taken(chosen: &Chosen, new: &RecordId) -> anyhow::Result<()> {
    let listing = chosen.repository.list_paths()?;
    match listing.records().find(|listed| listed.id == new.as_str()) {
        Some(taken) => {
            Err(Refusal::new(format!("the id `{new}` is taken by {}", visible(taken.path))).into())
        }
        None => Ok(()),
    }
}

/// A key of another record that names this one: that record's path, and the key.
type KeyOf = (String, String);

/// The records that name this one, with the new id in them; and which of their keys change.
fn references(chosen: &Chosen, new: &RecordId) -> anyhow::Result<(Vec<Rewrite>, Vec<KeyOf>)> {
    let (mut rewrites, mut changed, mut unclear) = (Vec::new(), Vec::new(), Vec::new());
    for (path, found) in mentions(chosen)? {
        match found {
            Mention::None => {}
            Mention::Unclear => unclear.push(path),
            Mention::Keys(_) => {
                let old = chosen.repository.read(&path).map_err(|fault| Refusal::new(fault.to_string()))?;
                let Ok(mut revision) = Revision::of(&path, &old) else {
                    unclear.push(path);
                    continue;
                };
                revision.rename_references(&chosen.id, new.as_str()).map_err(Refusal::from)?;
                changed.extend(revision.changed().iter().map(|key| (path.clone(), key.clone())));
                let new = revision.text().as_bytes().to_vec();
                rewrites.push(Rewrite { path, old, new });
            }
        }
    }
    if unclear.is_empty() {
        return Ok((rewrites, changed));
    }
    let message = "a file that cannot be read for certain may refer to it; nothing was written";
    Err(unclear
        .iter()
        .fold(Refusal::new(message), |refusal, path| refusal.hint(visible(path).into_owned()))
        .into())
}

fn tell(
    args: &RenameArgs,
    rename: &Rename<'_>,
    new: &RecordId,
    changed: &[KeyOf],
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    let (from, to) = (visible(rename.from).into_owned(), visible(rename.to).into_owned());
    let said = if args.saving.format == Format::Json {
        json::renamed_json(new.as_str(), rename.to, rename.from, changed)
    } else {
        let mut said = String::new();
        if args.saving.diff || args.saving.dry_run {
            for reference in &rename.references {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let (old, new) = (text(&reference.old), text(&reference.new));
                said.push_str(&unified_diff(&reference.path, &old, &new, context.paint));
            }
        }
        let verb = if args.saving.dry_run { "Would rename" } else { "Renamed" };
        said.push_str(&format!("{verb} {from} to {to}; {}\n", count(changed.len(), "reference")));
        for (path, key) in changed {
            said.push_str(&format!("  {}: {}\n", visible(path), visible(key)));
        }
        said
    };
    context.env.print(&said).map_err(|error| {
        let standing = if args.saving.dry_run { "nothing was written" } else { "the record is renamed" };
        let words = format!("{to}: {standing}, but {error}");
        error.context(words)
    })
}
