//! `track remove`.

use clap::Args;

use super::Exit;
use super::change::{Chosen, choose};
use super::completing::Offer;
use super::context::{Context, id_of};
use super::failure::Refusal;
use super::gone::{may_go, refuse_while_edited};
use super::output::Format;
use crate::edit::{Mention, mention};
use crate::text::{count, shell_quoted, visible};
use crate::view::json;

/// Remove a record.
///
/// Refused while another record refers to it, and where git does not have it as it stands.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track remove 2020-02-custody
  track remove 2020-02-custody --dry-run")]
pub struct RemoveArgs {
    /// The record
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// Remove it even if git does not have it: then it cannot be got back
    #[arg(long)]
    force: bool,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// In which form to say what was done
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &RemoveArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let chosen = choose(&args.id, context)?;
    refuse_while_edited(&chosen)?;
    let before = chosen.read()?;
    refuse_if_named(&chosen)?;
    let back = if args.dry_run { None } else { may_go(&chosen, &before, args.force, context)? };
    if !args.dry_run {
        let writing = chosen.repository.begin()?;
        refuse_if_named(&chosen)?;
        writing.remove(&chosen.path, &before)?;
    }
    let path = visible(&chosen.path);
    let said = match args.format {
        Format::Json => json::answer_json(&chosen.id, &chosen.path, &[], !args.dry_run),
        Format::Text if args.dry_run => format!("Would remove {path}\n"),
        Format::Text => format!("Removed {path}\n"),
    };
    context.env.print(&said).map_err(|error| {
        let words = if args.dry_run { "is still there" } else { "is removed" };
        let words = format!("{path} {words}, but {error}");
        error.context(words)
    })?;
    if let Some(back) = back {
        context.note(&format!("{back}\n"));
    }
    Ok(Exit::Well)
}

/// Refuses while another record refers to this one, or may do so.
fn refuse_if_named(chosen: &Chosen) -> anyhow::Result<()> {
    let (mut places, mut mends) = (Vec::new(), Vec::new());
    for (path, found) in mentions(chosen)? {
        match found {
            Mention::None => {}
            Mention::Keys(keys) => {
                for (key, _) in keys {
                    places.push(format!("{}: {key}", visible(&path)));
                    mends.push(mend(&path, &key));
                }
            }
            Mention::Unclear => {
                places.push(format!("{}: perhaps, for it cannot be read for certain", visible(&path)));
            }
        }
    }
    if places.is_empty() {
        return Ok(());
    }
    let refers = if places.len() == 1 { "refers" } else { "refer" };
    let message =
        format!("{} {refers} to `{}`; nothing was written", count(places.len(), "place"), chosen.id);
    mends.dedup();
    Err(places.into_iter().chain(mends).fold(Refusal::new(message), Refusal::hint).into())
}

/// The command that takes a reference away. A list is given anew, without it.
fn mend(path: &str, key: &str) -> String {
    let id = visible(id_of(path));
    match key.split_once("[#") {
        Some((list, rest)) if !rest.contains('.') => {
            format!(
                "name those that stay: track set {id} {list} OTHER …; or, where none does: track set {id} {list} --unset"
            )
        }
        _ => format!("take it away: track set {id} {} --unset", shell_quoted(key)),
    }
}

/// What every other record says of this one: its path, and whether it names it. One that cannot be read may.
pub(super) fn mentions(chosen: &Chosen) -> anyhow::Result<Vec<(String, Mention)>> {
    let scan = chosen.repository.scan(None, &|file| {
        let found = if file.path == chosen.path { Mention::None } else { mention(file.bytes, &chosen.id) };
        (file.path.to_owned(), found)
    })?;
    let faults = scan.faults.into_iter().filter(crate::store::FileFault::is_unread);
    let mut all = scan.records;
    // A folder that seems to be missing for a moment must not seem to hold nobody who names it.
    if all.iter().all(|(path, _)| *path != chosen.path) {
        let message = format!("{} is not seen any more; nothing was written", visible(&chosen.path));
        return Err(Refusal::new(message).hint("look what stands there, and run the command again").into());
    }
    all.extend(faults.map(|fault| (fault.path, Mention::Unclear)));
    Ok(all)
}
