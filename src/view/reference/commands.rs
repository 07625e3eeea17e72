//! The page of commands, walked from the command line itself.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

use super::Given;
use super::markup::{PRINTED, block, cell, code, codes, in_cell, link, prose, table, words};
use crate::view::examples::typed_examples;

/// From how many words of a list on each is no longer explained in a row of a table.
const MANY: usize = 8;

pub(super) fn page(given: &Given<'_>) -> String {
    let root = given.command;
    let mut page = format!(
        "{PRINTED}# Commands\n\n{}What stands in `<…>` must be given, what stands in `[…]` may be; `...` means that \
         several may be. `track COMMAND --help` prints the same in the terminal, `track man COMMAND` as a manual \
         page.\n\n",
        prose(&about(root))
    );
    let mut rows = Vec::new();
    walk(root, &mut |command| {
        rows.push(vec![link(&code(name(command)), name(command)), cell(&short(command))]);
    });
    page.push_str(&table(&["Command", "What it does"], rows.into_iter()));
    page.push_str("## Everywhere\n\nThese stand before or after every command.\n\n");
    page.push_str(&options(root.get_arguments().filter(|arg| arg.is_global_set())));
    walk(root, &mut |command| page.push_str(&one(command)));
    page
}

/// Every command, in the order of the help; one that only holds others is passed over.
pub(super) fn walk<'c>(command: &'c Command, see: &mut dyn FnMut(&'c Command)) {
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set() && inner.get_name() != "help")
    {
        if !inner.has_subcommands() {
            see(inner);
        }
        walk(inner, see);
    }
}

/// The name as it is typed.
pub(super) fn name(command: &Command) -> &str {
    command.get_bin_name().unwrap_or_else(|| command.get_name())
}

/// What a command is for, with the point that clap takes from a single sentence.
fn about(command: &Command) -> String {
    let about = command.get_long_about().or(command.get_about());
    let about = about.map(ToString::to_string).unwrap_or_default();
    if about.ends_with(char::is_alphanumeric) { about + "." } else { about }
}

fn short(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn one(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
    let mut text = format!("## {}\n\n{}", name(command), block("text", &usage));
    text.push_str(&prose(&about(command)));
    let aliases: Vec<String> = command.get_visible_aliases().map(|alias| format!("track {alias}")).collect();
    if !aliases.is_empty() {
        text.push_str(&format!("In short: {}.\n\n", codes(aliases.iter().map(String::as_str))));
    }
    let positionals: Vec<&Arg> = command.get_positionals().filter(|arg| !arg.is_hide_set()).collect();
    if !positionals.is_empty() {
        let rows = positionals.iter().map(|arg| vec![in_cell(&code(&arg.to_string())), described(arg)]);
        text.push_str(&table(&["Argument", "What it is"], rows));
    }
    for heading in headings(command) {
        if let Some(heading) = heading {
            text.push_str(&format!("{heading}:\n\n"));
        }
        text.push_str(&options(own(command).filter(|arg| arg.get_help_heading() == heading)));
    }
    let help = command.get_after_long_help().or(command.get_after_help());
    text.push_str(&examples(&help.map(ToString::to_string).unwrap_or_default()));
    text
}

/// The options of a command that are no option of all, and neither asks for help nor for the version.
fn own(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| {
        let answers = matches!(
            arg.get_action(),
            ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version
        );
        !arg.is_positional() && !arg.is_global_set() && !arg.is_hide_set() && !answers
    })
}

/// The headings under which the options stand, in their order.
fn headings(command: &Command) -> Vec<Option<&str>> {
    let mut headings = Vec::new();
    for arg in own(command) {
        if !headings.contains(&arg.get_help_heading()) {
            headings.push(arg.get_help_heading());
        }
    }
    headings
}

fn options<'a>(args: impl Iterator<Item = &'a Arg>) -> String {
    let rows = args.map(|arg| {
        let short = arg.get_short().map(|short| format!("`-{short}`, ")).unwrap_or_default();
        vec![in_cell(&format!("{short}{}", code(&spelt(arg)))), described(arg)]
    });
    table(&["Option", "What it does"], rows)
}

/// An option and its value, as it is typed.
fn spelt(arg: &Arg) -> String {
    let long = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
    let takes = arg.get_action().takes_values();
    let value = arg.get_value_names().filter(|_| takes).map(|names| format!(" <{}>", names.join("> <")));
    long + &value.unwrap_or_default()
}

/// What an argument is, its words, its default and its variable.
fn described(arg: &Arg) -> String {
    let help = arg.get_long_help().or(arg.get_help()).map(StyledStr::to_string).unwrap_or_default();
    let paragraphs: Vec<&str> = help.split("\n\n").map(|part| part.trim_end_matches('.')).collect();
    let mut text = words(&paragraphs.join(". "));
    if arg.get_action().takes_values() {
        let values = arg.get_possible_values();
        let shown: Vec<String> = values
            .iter()
            .filter(|value| !value.is_hide_set())
            .map(|value| {
                let help =
                    value.get_help().filter(|_| values.len() < MANY).map(|help| words(&help.to_string()));
                code(value.get_name())
                    + &help.map(|help| format!(" ({})", help.trim_end_matches('.'))).unwrap_or_default()
            })
            .collect();
        if !shown.is_empty() {
            text.push_str(&format!(". One of {}", shown.join(", ")));
        }
        let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if !defaults.is_empty() {
            text.push_str(&format!(". Default: {}", codes(defaults.iter().map(AsRef::as_ref))));
        }
    }
    if let Some(variable) = arg.get_env() {
        text.push_str(&format!(". Variable: {}", code(&variable.to_string_lossy())));
    }
    in_cell(&text)
}

/// The examples, so that they can be copied into a shell.
fn examples(help: &str) -> String {
    let mut text = String::new();
    for example in typed_examples(help) {
        if let Some(note) = example.note {
            text.push_str(&format!("# {note}\n"));
        }
        text.push_str(&format!("{}\n", example.lines.join("\n    ")));
    }
    if text.is_empty() { text } else { block("sh", &text) }
}
