//! A folder of records with about every fault there is: what `check` says of it, in every format, is kept in
//! `tests/golden/check/`.
//!
//! `ACCEPT=1 cargo test --test bad_office` takes what is said now as right; read the difference before you commit it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::path::Path;

use support::{Run, TODAY, command, files_below, finish, own_root};
use track::check::rules;
use track::diagnostic::{Example, Rule, Severity};
use track::view::CHECK_FORMATS;

/// The folder as it stands in the fixtures.
fn bad_office() -> std::path::PathBuf {
    own_root().join("tests/fixtures/bad-office")
}

/// Copies its files in an order, into a folder that no git repository holds.
fn copied(into: &Path, backwards: bool) {
    let mut files = files_below(&bad_office());
    if backwards {
        files.reverse();
    }
    for file in files {
        let to = into.join(&file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(bad_office().join(&file), to).unwrap();
    }
}

fn check(folder: &Path, format: &str, zone: &str) -> Run {
    let mut command = command(folder);
    finish(command.args(["check", "--today", TODAY, "--format", format]).env("TZ", zone))
}

#[test]
fn each_format_says_what_was_accepted() {
    let folder = tempfile::tempdir().unwrap();
    copied(folder.path(), false);
    let golden = own_root().join("tests/golden/check");
    for format in CHECK_FORMATS {
        let run = check(folder.path(), format.name, "UTC").ends(1);
        // The version goes up without a change of what is found.
        let said = run.out.replace(env!("CARGO_PKG_VERSION"), "VERSION");
        let path = golden.join(format!("bad-office.{}", format.name));
        if std::env::var_os("ACCEPT").is_some() {
            fs::create_dir_all(&golden).unwrap();
            fs::write(&path, &said).unwrap();
        }
        let accepted = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        assert_eq!(
            said, accepted,
            "{}: to take it as right: ACCEPT=1 cargo test --test bad_office",
            format.name
        );
    }
    assert_eq!(
        files_below(&golden).len(),
        CHECK_FORMATS.len(),
        "a format that is no more has its file still"
    );
}

#[test]
fn ten_runs_say_the_same_whatever_the_order_of_files_and_the_time_zone() {
    let (forwards, backwards) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    copied(forwards.path(), false);
    copied(backwards.path(), true);
    for format in CHECK_FORMATS {
        let first = check(forwards.path(), format.name, "UTC").out;
        for (run, zone) in
            ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"].iter().cycle().take(9).enumerate()
        {
            let folder = if run % 2 == 0 { &backwards } else { &forwards };
            assert_eq!(check(folder.path(), format.name, zone).out, first, "{}, run {run}", format.name);
        }
    }
}

#[test]
fn every_error_that_a_text_can_have_is_shown_there() {
    let folder = tempfile::tempdir().unwrap();
    copied(folder.path(), false);
    let text = check(folder.path(), "text", "UTC").out;
    let is_shown = |rule: &Rule| text.contains(&format!("[{}]", rule.code));
    let of_texts = rules().filter(|rule| matches!(rule.example, Example::Records { .. }));
    for rule in of_texts.filter(|rule| rule.severity == Severity::Error) {
        // A hundred faults in a file would only be long.
        assert!(is_shown(rule) || rule.name == "too-many-faults", "{} is not shown", rule.name);
    }
    let shown = rules().filter(|rule| is_shown(rule)).count();
    assert!(shown > 50, "only {shown} rules are shown");
}
