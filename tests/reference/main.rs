//! The reference pages of `docs/reference/` are those that the program's tables print; every link in the documentation leads
//! somewhere.
//!
//! `ACCEPT=1 cargo test --test reference` takes the pages that are printed now as right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod links;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use support::{Repo, files_below, own_root};
use track::cli::{Exit, command};
use track::view::reference::{Given, PAGES, SHAPES};

/// The made-up records, in a folder of their own.
fn made_up() -> Repo {
    let folder = own_root().join("tests/fixtures/reference");
    let repo = Repo::with::<&str, &str>(&[]);
    for path in files_below(&folder) {
        repo.write(&path, &fs::read(folder.join(&path)).unwrap());
    }
    repo
}

/// What a command line prints there. Each is given a folder of its own, for some change what they find.
fn printed(line: &str) -> String {
    let repo = made_up();
    let run = repo.track(line);
    assert!(run.code <= 1, "{line}: {run:#?}");
    let root = repo.dir.path().to_str().unwrap().replace('\\', "\\\\");
    run.out.replace(&root, "/home/me/inspections")
}

fn pages() -> Vec<(&'static str, String)> {
    let (command, endings) = (command(), Exit::ALL.map(Exit::ending));
    let given = Given { command: &command, endings: &endings, run: &printed };
    PAGES.iter().map(|page| (page.file, (page.print)(&given))).collect()
}

#[test]
fn the_pages_are_those_that_the_tables_print() {
    let folder = own_root().join("docs/reference");
    let accept = std::env::var_os("ACCEPT").is_some();
    let mut wrong = Vec::new();
    for (file, page) in pages() {
        let path = folder.join(file);
        if accept {
            fs::write(&path, &page).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if golden != page {
            wrong.push(file);
        }
    }
    assert_eq!(wrong, Vec::<&str>::new(), "to take them as right: ACCEPT=1 cargo test --test reference");
    let there: BTreeSet<String> = files_below(&folder).into_iter().collect();
    let printed: BTreeSet<String> = PAGES.iter().map(|page| page.file.to_owned()).collect();
    assert_eq!(there, printed, "docs/reference/ (left) and PAGES (right)");
}

/// The keys of an object, as `inspections[].last_day.earliest`.
fn keys(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                let path = if value.is_array() { path + "[]" } else { path };
                found.insert(path.clone());
                keys(value, &path, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, path, found)),
        _ => {}
    }
}

#[test]
fn every_key_that_is_printed_has_its_sentence_and_the_other_way_round() {
    for shape in SHAPES {
        let mut printed_keys = BTreeSet::new();
        keys(&serde_json::from_str(&printed(shape.line)).unwrap(), "", &mut printed_keys);
        let rows = shape.keys.iter().flat_map(|keys| keys.keys.iter().map(|(key, _)| (keys.below, *key)));
        let rows: Vec<(String, bool)> = rows
            .map(|(below, key)| {
                let may_be_absent = key.starts_with('?');
                (format!("{below}{}", key.trim_start_matches('?')), may_be_absent)
            })
            .collect();
        let open: Vec<&str> = rows.iter().filter_map(|(key, _)| key.strip_suffix('*')).collect();
        let has_row = |key: &str| {
            rows.iter().any(|(row, _)| row == key) || open.iter().any(|open| key.starts_with(open))
        };
        let without: Vec<&String> = printed_keys.iter().filter(|key| !has_row(key)).collect();
        assert!(without.is_empty(), "{}: keys without a sentence: {without:?}", shape.line);
        // Below a list that is empty here, and below what may be absent and is, nothing can be seen.
        let below_nothing = |key: &str| {
            key.match_indices('.').map(|(at, _)| &key[..at]).any(|outer| {
                let is_empty = !printed_keys.iter().any(|key| key.starts_with(&format!("{outer}.")));
                is_empty
                    && (outer.ends_with("[]") || rows.iter().any(|(row, absent)| *absent && row == outer))
            })
        };
        let unseen =
            rows.iter().filter(|(key, absent)| !absent && !key.ends_with('*') && !below_nothing(key));
        let unseen: Vec<&String> =
            unseen.map(|(key, _)| key).filter(|key| !printed_keys.contains(*key)).collect();
        assert!(unseen.is_empty(), "{}: sentences without a key: {unseen:?}", shape.line);
    }
}

#[test]
fn every_command_that_prints_json_has_its_shape() {
    fn walk(command: &clap::Command, path: &str, found: &mut BTreeSet<String>) {
        for inner in command.get_subcommands() {
            let path = format!("{path} {}", inner.get_name()).trim().to_owned();
            let format = inner.get_arguments().find(|arg| arg.get_long() == Some("format"));
            if format
                .is_some_and(|arg| arg.get_possible_values().iter().any(|value| value.get_name() == "json"))
            {
                found.insert(path.clone());
            }
            walk(inner, &path, found);
        }
    }
    let mut printing = BTreeSet::new();
    walk(&command(), "", &mut printing);
    let shapes: BTreeSet<String> =
        SHAPES.iter().flat_map(|shape| shape.commands).map(|&command| command.to_owned()).collect();
    assert_eq!(printing, shapes, "commands that print JSON (left) and SHAPES (right)");
}
