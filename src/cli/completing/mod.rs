//! What a shell offers on Tab: it runs the program with `TRACK_COMPLETE` set and the words typed so far.
//!
//! Nothing here writes, waits or says what is wrong: a person in the middle of a line is offered less, and no more.

mod asked;
mod offer;
mod offered;
mod quotes;
mod shell;

use std::ffi::{OsStr, OsString};

use clap::{Command, CommandFactory, ValueHint};
use clap_complete::ArgValueCompleter;

pub(super) use offer::Offer;
pub(super) use shell::{Shell, registration};

use super::{Cli, Env, Exit};
use asked::Asked;
use quotes::{unquoted, unquoted_os};

/// The variable by which a shell asks; it holds the shell's name.
pub const COMPLETE: &str = "TRACK_COMPLETE";

/// Answers a shell: the words that may stand where the cursor is. `words` are all of the program's, its name included; what
/// was typed stands behind the first `--`.
pub fn complete(
    shell: &OsStr,
    words: impl IntoIterator<Item = OsString>,
    index: Option<usize>,
    env: &mut Env<'_>,
) -> Exit {
    let Some(shell) = shell.to_str().and_then(Shell::named) else {
        env.tell(&format!("error: {COMPLETE} is set by a shell, and holds its name; unset it\n"));
        return Exit::Usage;
    };
    let typed = words.into_iter().skip_while(|word| word != "--").skip(1);
    let mut typed: Vec<OsString> = typed.collect();
    let at = index.unwrap_or(typed.len().saturating_sub(1));
    // Without a word the shell has nothing to ask; one beyond the end is one that is not begun.
    if typed.is_empty() || at == 0 || at > typed.len() {
        return Exit::Well;
    }
    if at == typed.len() {
        typed.push(OsString::new());
    }
    let open = typed[at].to_str().and_then(|word| unquoted(word).1);
    for (index, word) in typed.iter_mut().enumerate() {
        if shell.leaves_quotes(index == at) {
            *word = unquoted_os(std::mem::take(word));
        }
    }
    let current = typed[at].clone();
    let asked = Asked::of(&typed, at, &env.folder);
    let mut command = offering(Cli::command(), &asked, shell);
    if !current.to_string_lossy().starts_with('-') {
        command = without_options(command);
    }
    let answer = shell.answer(&mut command, typed, at, open).unwrap_or_default();
    // Nobody listening is no failure.
    let _ = env.print(&answer);
    Exit::Well
}

/// The command line with what it offers for each argument.
fn offering(command: Command, asked: &Asked, shell: Shell) -> Command {
    let command = command.mut_args(|arg| {
        let is_date = arg.get_value_names().is_some_and(|names| names == ["DATE"]) && !arg.is_global_set();
        let offer =
            arg.get::<Offer>().copied().or(is_date.then_some(Offer::Days)).or(match arg.get_value_hint() {
                ValueHint::DirPath => Some(Offer::Folders),
                ValueHint::AnyPath | ValueHint::FilePath => Some(Offer::Files),
                _ => None,
            });
        match offer {
            Some(offer) => {
                let asked = asked.clone();
                let offered = move |current: &OsStr| offered::offered(offer, &asked, shell, current);
                arg.add(ArgValueCompleter::new(offered))
            }
            None => arg,
        }
    });
    command.mut_subcommands(|inner| offering(inner, asked, shell))
}

/// The command line with its options out of sight, as long as something else can stand there: they are offered behind a
/// hyphen.
fn without_options(command: Command) -> Command {
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|arg| if arg.is_positional() { arg } else { arg.hide(true) })
        .mut_subcommands(without_options)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Arguments that take a new name: what is there already is not what is wanted.
    const NEW: [(&str, &str); 2] = [("add", "id"), ("add", "label")];

    fn without_offer(command: &Command, found: &mut Vec<String>, offers: &mut usize) {
        for arg in command.get_arguments() {
            let names: Vec<&str> =
                arg.get_value_names().unwrap_or_default().iter().map(clap::builder::Str::as_str).collect();
            let is_known = ["ID", "LABEL", "KEY", "STATUS", "KIND", "OUTCOME", "TYPE", "CODE", "RULE"];
            let wants =
                names.iter().flat_map(|name| name.split(['=', '|'])).any(|name| is_known.contains(&name));
            let offers_words = arg.get::<Offer>().is_some() || !arg.get_possible_values().is_empty();
            *offers += usize::from(offers_words);
            if wants && !offers_words && !NEW.contains(&(command.get_name(), arg.get_id().as_str())) {
                found.push(format!("{} {arg}", command.get_name()));
            }
        }
        command.get_subcommands().for_each(|inner| without_offer(inner, found, offers));
    }

    #[test]
    fn every_argument_that_names_something_known_says_what_to_offer() {
        let (mut found, mut offers) = (Vec::new(), 0);
        without_offer(&Cli::command(), &mut found, &mut offers);
        assert_eq!(found, Vec::<String>::new(), "add = Offer::… is missing at these");
        assert!(offers > 30, "{offers}");
    }
}
