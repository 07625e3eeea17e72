//! The sections that a manual page has besides those of clap.

use clap::Command;
use clap::builder::PossibleValue;
use clap_mangen::roff::{Roff, bold, italic, roman};

use super::{SECTION, page_name};
use crate::view::examples::typed_examples;
use crate::view::reference::Ending;

/// The commands below a command, but for `help`.
pub(super) fn inner(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|inner| !inner.is_hide_set() && inner.get_name() != "help")
}

/// The arguments that have no name of their own.
pub(super) fn arguments(roff: &mut Roff, command: &Command) {
    if command.get_positionals().next().is_none() {
        return;
    }
    roff.control("SH", ["ARGUMENTS"]);
    for argument in command.get_positionals().filter(|argument| !argument.is_hide_set()) {
        roff.control("TP", []);
        roff.text([italic(argument.to_string())]);
        let help = argument.get_long_help().or(argument.get_help());
        let mut help = help.map(ToString::to_string).unwrap_or_default();
        let values = argument.get_possible_values();
        if !values.is_empty() {
            let words: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
            help.push_str(&format!(". One of {}", words.join(", ")));
        }
        roff.text([roman(help)]);
    }
}

/// The commands below a command, with a sentence each.
pub(super) fn commands(roff: &mut Roff, command: &Command) {
    if inner(command).next().is_none() {
        return;
    }
    roff.control("SH", ["COMMANDS"]);
    for inner in inner(command) {
        roff.control("TP", []);
        roff.text([bold(inner.get_bin_name().unwrap_or_else(|| inner.get_name()))]);
        let about = inner.get_about().map(ToString::to_string).unwrap_or_default();
        roff.text([roman(about + ".")]);
    }
}

/// What the program ends with.
pub(super) fn endings(roff: &mut Roff, endings: &[Ending]) {
    roff.control("SH", ["EXIT STATUS"]);
    for ending in endings {
        roff.control("TP", []);
        roff.text([bold(ending.code.to_string())]);
        roff.text([roman(ending.when)]);
    }
}

/// A list of things, and what each is.
pub(super) fn pairs(roff: &mut Roff, title: &str, pairs: &[(&str, &str)]) {
    roff.control("SH", [title]);
    for (thing, what) in pairs {
        roff.control("TP", []);
        roff.text([bold(*thing)]);
        roff.text([roman(*what)]);
    }
}

/// The examples below the help: the lines as they are typed, and under them what is said of them.
pub(super) fn examples(roff: &mut Roff, command: &Command) {
    let help = command.get_after_long_help().or(command.get_after_help());
    let help = help.map(ToString::to_string).unwrap_or_default();
    let examples = typed_examples(&help);
    if examples.is_empty() {
        return;
    }
    roff.control("SH", ["EXAMPLES"]);
    for (at, example) in examples.iter().enumerate() {
        if at > 0 {
            roff.control("PP", []);
        }
        roff.control("nf", []);
        for (at, line) in example.lines.iter().enumerate() {
            let indent = if at > 0 { "    " } else { "" };
            roff.text([bold(format!("{indent}{line}"))]);
        }
        roff.control("fi", []);
        if let Some(note) = example.note {
            roff.control("RS", ["4"]);
            roff.text([roman(note)]);
            roff.control("RE", []);
        }
    }
}

/// The other pages: those of the commands below it, or that of the command above.
pub(super) fn see_also(roff: &mut Roff, root: &Command, command: &Command) {
    let mut names: Vec<String> = inner(command).map(page_name).collect();
    if names.is_empty() || page_name(command) != root.get_name() {
        names.insert(0, root.get_name().to_owned());
    }
    roff.control("SH", ["SEE ALSO"]);
    let mut line = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let between = if at + 1 < names.len() { ", " } else { "" };
        line.extend([bold(name.as_str()), roman(format!("({SECTION}){between}"))]);
    }
    roff.text(line);
}
