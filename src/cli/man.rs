//! `track man`.

use std::path::PathBuf;

use clap::{Args, Command};

use super::completing::Offer;
use super::context::Context;
use super::failure::Refusal;
use super::{Exit, command};
use crate::store::{OutputError, write_outputs};
use crate::text::{count, nearest, visible};
use crate::view::{ManualPage, manual_page, manual_pages};

/// Print a manual page, or write them all.
///
/// What is printed is roff, which the program man reads. With --output all pages are written into a folder, from where
/// they can be put where man looks.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track man | man -l -                the page of track itself
  track man recommendation add
  track man --output ~/.local/share/man/man1")]
pub struct ManArgs {
    /// The command, in as many words as it has; otherwise track itself
    #[arg(value_name = "COMMAND", add = Offer::Commands)]
    words: Vec<String>,
    /// Write all pages into this folder, made if it is missing; - prints one, as without it
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    output: Option<PathBuf>,
    /// Replace pages that are there
    #[arg(long, requires = "output")]
    overwrite: bool,
}

pub(super) fn run(args: &ManArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let root = command();
    let found = find(&root, &args.words)?;
    let endings = Exit::ALL.map(Exit::ending);
    let dir = args.output.as_ref().filter(|dir| dir.as_os_str() != "-");
    let Some(dir) = dir else {
        context.env.print(&manual_page(&root, found, &endings).text)?;
        return Ok(Exit::Well);
    };
    let pages = if args.words.is_empty() {
        manual_pages(&root, &endings)
    } else {
        vec![manual_page(&root, found, &endings)]
    };
    let files: Vec<(String, String)> =
        pages.into_iter().map(|ManualPage { file, text }| (file, text)).collect();
    write_outputs(&context.env.folder.join(dir), &files, args.overwrite).map_err(refused)?;
    let shown = dir.to_string_lossy();
    context.env.print(&format!("Wrote {} into {}\n", count(files.len(), "page"), visible(&shown)))?;
    Ok(Exit::Well)
}

/// What stands in the way is for the person to say; all else is the machine's.
fn refused(error: OutputError) -> anyhow::Error {
    match error {
        OutputError::Stands { .. } => {
            Refusal::new(visible(&error.to_string())).hint("--overwrite replaces files that are there").into()
        }
        error @ OutputError::Failed { .. } => error.into(),
    }
}

/// Finds the command that the words name.
fn find<'c>(root: &'c Command, words: &[String]) -> Result<&'c Command, Refusal> {
    words.iter().try_fold(root, |outer, word| {
        outer.find_subcommand(word).ok_or_else(|| {
            let refusal = Refusal::new(format!("there is no command `{}`", visible(word)));
            match nearest(word, outer.get_subcommands().map(Command::get_name)) {
                Some(near) => refusal.hint(format!("did you mean `{near}`?")),
                None => refusal.hint("`track --help` lists the commands"),
            }
        })
    })
}
