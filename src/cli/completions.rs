//! `track completions`.

use clap::Args;

use super::Exit;
use super::completing::{Shell, registration};
use super::context::Context;

/// Print what makes a shell complete commands, options, ids and labels on Tab.
///
/// The shell asks track itself each time, so that the ids are those of the records at hand: of --repo if it has been
/// typed, else of the nearest folder. The script is small, and needs to be renewed only when track itself is.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track completions bash > ~/.local/share/bash-completion/completions/track
  track completions zsh > ~/.zfunc/_track
  track completions fish > ~/.config/fish/completions/track.fish
  track completions powershell >> $PROFILE")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    context.env.print(&registration(args.shell)?)?;
    Ok(Exit::Well)
}
