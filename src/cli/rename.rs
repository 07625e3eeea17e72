//! `track rename`.

use clap::Args;

use super::Exit;
use super::change::{Chosen, Saving, choose};
use super::completing::Offer;
use super::context::Context;
use super::failure::Refusal;
use super::gone::refuse_while_edited;
use super::output::Format;
use super::remove::mentions;
use crate::edit::{Mention, Revision, mention};
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
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// Its new id
    #[arg(value_name = "NEW")]
    new: String,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &RenameArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    args.saving.check()?;
    let new = RecordId::new(&args.new).map_err(|fault| {
        Refusal::new(format!("`{}` is no id: {fault}; nothing was written", visible(&args.new)))
            .hint("an id looks like 2020-03-prevent")
    })?;
    let chosen = choose(&args.id, context)?;
    if chosen.id == new.as_str() {
        let said = match args.saving.format {
            Format::Json => json::renamed_json(&chosen.id, &chosen.path, &chosen.path, &[], false),
            Format::Text => format!("{} has this id already: nothing to change\n", visible(&chosen.path)),
        };
        context.env.print(&said)?;
        return Ok(Exit::Well);
    }
    let writing = if args.saving.dry_run { None } else { Some(chosen.repository.begin()?) };
    refuse_while_edited(&chosen)?;
    let old = chosen.read()?;
    let folder = chosen.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let to = format!("{folder}/{new}.toml");
    let (renamed, own) = renamed(&chosen, &old, &new)?;
    let (references, mut changed) = references(&chosen, &new, (&to, &renamed))?;
    changed.extend(own.into_iter().map(|key| (to.clone(), key)));
    let rename = Rename { from: &chosen.path, to: &to, old: &old, new: &renamed, references };
    if let Some(writing) = writing {
        writing.rename(&rename)?;
    } else {
        refuse_taken(&chosen, &new)?;
    }
    tell(args, &rename, &new, &changed, context)?;
    Ok(Exit::Well)
}

fn refuse_taken(chosen: &Chosen, new: &RecordId) -> anyhow::Result<()> {
    let listing = chosen.repository.list_paths()?;
    match listing.records().find(|listed| listed.id == new.as_str()) {
        Some(taken) => Err(Refusal::new(format!(
            "the id `{new}` is taken by {}; nothing was written",
            visible(taken.path)
        ))
        .into()),
        None => Ok(()),
    }
}

/// The record with the new id wherever it names itself, and the keys that do.
fn renamed(chosen: &Chosen, old: &[u8], new: &RecordId) -> anyhow::Result<(Vec<u8>, Vec<String>)> {
    // One that does not name itself is renamed whatever stands in it.
    if !matches!(mention(old, &chosen.id), Mention::Keys(_)) {
        return Ok((old.to_vec(), Vec::new()));
    }
    let Ok(mut revision) = Revision::of(&chosen.path, old) else { return Ok((old.to_vec(), Vec::new())) };
    revision.rename_references(&chosen.id, new.as_str()).map_err(Refusal::from)?;
    Ok((revision.text().as_bytes().to_vec(), revision.changed().to_vec()))
}

/// A key of a record that names this one: that record's path, and the key.
type KeyOf = (String, String);

/// The records that name this one, with the new id in them; and which of their keys change.
///
/// What a rename that was cut off has made under the new id already is left out: it is the record itself.
fn references(
    chosen: &Chosen,
    new: &RecordId,
    (to, own): (&str, &[u8]),
) -> anyhow::Result<(Vec<Rewrite>, Vec<KeyOf>)> {
    let (mut rewrites, mut changed, mut unclear) = (Vec::new(), Vec::new(), Vec::new());
    for (path, found) in mentions(chosen)? {
        match found {
            Mention::None => {}
            _ if path == to && chosen.repository.read(to).is_ok_and(|bytes| bytes == own) => {}
            Mention::Unclear => unclear.push(path),
            Mention::Keys(_) => {
                let old = chosen
                    .repository
                    .read(&path)
                    .map_err(|fault| Refusal::new(format!("{fault}; nothing was written")))?;
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
        json::renamed_json(new.as_str(), rename.to, rename.from, changed, !args.saving.dry_run)
    } else {
        let mut said = String::new();
        if args.saving.diff || args.saving.dry_run {
            let others =
                rename.references.iter().map(|other| (other.path.as_str(), &*other.old, &*other.new));
            let own = (rename.old != rename.new).then_some((rename.to, rename.old, rename.new));
            for (path, old, new) in others.chain(own) {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                said.push_str(&unified_diff(path, &text(old), &text(new), context.paint));
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
        let standing =
            if args.saving.dry_run { "nothing was written" } else { "the record is renamed and whole" };
        let words = format!("{to}: {standing}, but {error}");
        error.context(words)
    })
}
