//! The manual pages: that of `track` is the one kept in tests/golden, each has all that its command takes, and none is
//! written over another.
//!
//! `ACCEPT=1 cargo test --test manual` takes the page that is printed now as right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeSet;
use std::fs;

use clap::Command;
use support::{files_below, finish, own_root};
use track::cli::{Exit, command};
use track::view::{ENVIRONMENT, ManualPage, manual_pages};

/// The longest line that is not filled and still fits into 80 columns behind the indent of a page.
const LONGEST: usize = 73;

fn pages() -> Vec<ManualPage> {
    manual_pages(&command(), &Exit::ALL.map(Exit::ending))
}

fn run(words: &[&str]) -> support::Run {
    let folder = tempfile::tempdir().unwrap();
    finish(support::command(folder.path()).arg("man").args(words))
}

#[test]
fn the_page_is_the_one_that_was_accepted() {
    let path = own_root().join("tests/golden/track.1");
    let printed = run(&[]).ends(0).out;
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(&path, &printed).unwrap();
    }
    let golden = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(printed, golden, "to take it as right: ACCEPT=1 cargo test --test manual");
}

/// Every command under the name of its page.
fn commands() -> Vec<(String, Command)> {
    fn walk(command: &Command, found: &mut Vec<(String, Command)>) {
        found.push((command.get_bin_name().unwrap_or("track").replace(' ', "-") + ".1", command.clone()));
        let inner = command.get_subcommands().filter(|inner| inner.get_name() != "help");
        inner.for_each(|inner| walk(inner, found));
    }
    let mut found = Vec::new();
    walk(&command(), &mut found);
    found
}

#[test]
fn every_page_has_all_that_its_command_takes() {
    let (pages, commands) = (pages(), commands());
    assert_eq!(
        pages.iter().map(|page| &page.file).collect::<BTreeSet<_>>(),
        commands.iter().map(|(file, _)| file).collect::<BTreeSet<_>>()
    );
    for (file, command) in commands {
        let text = &pages.iter().find(|page| page.file == file).unwrap().text;
        let plain = text.replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "");
        for arg in command.get_arguments() {
            let shown = match arg.get_long() {
                Some(long) => format!("--{long}"),
                None => arg.to_string(),
            };
            assert!(
                plain.contains(&format!("\n{shown}")) || plain.contains(&format!(", {shown}")),
                "{file}: {shown}"
            );
            for value in arg.get_possible_values().iter().filter(|value| !value.is_hide_set()) {
                assert!(plain.contains(value.get_name()), "{file}: {shown} {}", value.get_name());
            }
        }
        for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "\"EXIT STATUS\"", "\"SEE ALSO\""] {
            assert_eq!(text.matches(&format!("\n.SH {section}\n")).count(), 1, "{file}: {section}");
        }
        let has_examples =
            command.get_after_help().is_some_and(|help| help.to_string().starts_with("Examples"));
        assert_eq!(text.contains("\n.SH EXAMPLES\n"), has_examples, "{file}");
        assert!(!text.contains('`') && !text.contains("\n\n"), "{file}");
    }
}

#[test]
fn no_example_is_too_long_for_a_page() {
    let mut lines = 0;
    for page in pages() {
        for block in page.text.split("\n.nf\n").skip(1) {
            for line in block.split("\n.fi").next().unwrap().lines() {
                let line = line.replace("\\fB", "").replace("\\fR", "").replace("\\-", "-");
                let length =
                    line.replace("\\(aq", "'").replace("\\*(Aq", "'").replace("\\\\", "\\").chars().count();
                assert!(length <= LONGEST, "{}: {length} characters: {line}", page.file);
                lines += 1;
            }
        }
    }
    assert!(lines > 50, "{lines}");
}

#[test]
fn every_variable_that_an_option_takes_is_named() {
    let command = command();
    let variables: BTreeSet<_> = command.get_arguments().filter_map(|arg| arg.get_env()).collect();
    assert!(!variables.is_empty());
    for variable in variables {
        assert!(ENVIRONMENT.iter().any(|(name, _)| *name == variable), "{variable:?}");
    }
}

#[test]
fn a_page_is_found_by_the_words_of_its_command() {
    run(&["recommendation", "add"]).ends(0).says("\n.TH \"TRACK-RECOMMENDATION-ADD\" \"1\"");
    run(&["recs"]).ends(0).says("\n.TH \"TRACK-RECOMMENDATIONS\" \"1\"");
    run(&["lst"]).ends(1).tells("did you mean `list`?");
    run(&["list", "x"]).ends(1).tells("there is no command `x`");
    run(&["--overwrite"]).ends(2);
    assert_eq!(run(&["list", "--output", "-"]).out, run(&["list"]).out);
}

#[test]
fn all_pages_are_written_and_none_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let man = |words: &[&str]| finish(support::command(folder.path()).arg("man").args(words));
    man(&["--output", "share/man1"]).ends(0).says("pages into share/man1");
    let written = files_below(&folder.path().join("share/man1"));
    assert_eq!(written.len(), pages().len());
    for page in pages() {
        assert_eq!(fs::read_to_string(folder.path().join("share/man1").join(&page.file)).unwrap(), page.text);
    }
    let own = folder.path().join("share/man1/track-list.1");
    fs::write(&own, "mine").unwrap();
    man(&["--output", "share/man1"]).ends(1).tells("nothing was written").tells("--overwrite");
    assert_eq!(fs::read_to_string(&own).unwrap(), "mine");
    man(&["list", "--output", "share/man1", "--overwrite"]).ends(0).says("Wrote 1 page into");
    assert_ne!(fs::read_to_string(&own).unwrap(), "mine");
    fs::write(folder.path().join("file"), "x").unwrap();
    man(&["--output", "file"]).ends(3).tells("nothing was written before it");
}
