//! The page of formats: the values of `--format`, and the shapes of JSON with what the program really prints.

use clap::Command;

use super::Given;
use super::commands::{name, walk};
use super::markup::{PRINTED, block, cell, code, codes, in_cell, table, words};
use super::shapes::{SHAPES, Shape};

pub(super) fn page(given: &Given<'_>) -> String {
    let mut rows = Vec::new();
    walk(given.command, &mut |command| rows.extend(row(command)));
    let mut page = format!(
        "{PRINTED}# Formats\n\nData goes to standard output, all else to standard error. Programs get dates as \
         `2020-03-09`, `2020-03`, `2020` or `unknown`, in the precision they have; people get \"9 March 2020\".\n\n{}\
         ## JSON\n\nOne object each, with `\"version\": 1`; keys are only ever added, so read those you know and pass \
         over the others. The examples are printed by the program, on \
         [made-up records](../../tests/fixtures/reference/records).\n\n",
        table(&["Command", "Values of `--format`", "Default"], rows.into_iter())
    );
    page.extend(SHAPES.iter().map(|shape| one(shape, given)));
    page
}

/// The row of a command that has a choice of formats.
fn row(command: &Command) -> Option<Vec<String>> {
    let format = command.get_arguments().find(|arg| arg.get_long() == Some("format"))?;
    let values = format.get_possible_values();
    let values = values.iter().filter(|value| !value.is_hide_set()).map(|value| {
        let help = value.get_help().map(|help| words(&help.to_string())).unwrap_or_default();
        format!("{}: {}", code(value.get_name()), help.trim_end_matches('.'))
    });
    let default = format.get_default_values().first().map(|value| code(&value.to_string_lossy()));
    Some(vec![
        code(name(command)),
        in_cell(&values.collect::<Vec<_>>().join("; ")),
        default.unwrap_or_default(),
    ])
}

fn one(shape: &Shape, given: &Given<'_>) -> String {
    let commands: Vec<String> = shape.commands.iter().map(|command| format!("track {command}")).collect();
    let rows = shape.keys.iter().flat_map(|keys| keys.keys.iter().map(|key| (keys.below, key)));
    let rows = rows.map(|(below, (key, about))| {
        let (key, maybe) = key.strip_prefix('?').map_or((*key, ""), |key| (key, "; may be absent"));
        vec![code(&format!("{below}{key}")), cell(&format!("{about}{maybe}"))]
    });
    let line = format!("track {}", shape.line);
    let shown = format!("$ {line}\n{}", (given.run)(shape.line));
    format!(
        "### {}\n\n{}\n\nPrinted by {}.\n\n{}{}",
        shape.commands[0],
        words(shape.about),
        codes(commands.iter().map(String::as_str)),
        table(&["Key", "What it holds"], rows),
        block("console", &shown)
    )
}
