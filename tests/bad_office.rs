//! A folder of records with about every fault there is: what `check` says of it, in every format, is kept in
//! `tests/golden/check/`. Beside it the same folder as somebody mended it who had only what `check` says.
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

/// Where the files of the folder are once it is mended as its findings say; all others are where they were.
const MOVED: [(&str, &str); 2] = [
    ("records/2026 Rural.toml", "records/2026-rural.toml"), // bad-record-name proposes it
    ("records/notes.txt", "notes.txt"),                     // not-a-record: out of records/
];
/// The files that are no more.
const REMOVED: [&str; 2] = [
    "records/2020/2020-03-custody.toml", // duplicate-id: the same to the byte
    "records/2023-04-twin-copy.toml",    // likely-duplicate: one report, one file
];

fn mended_office() -> std::path::PathBuf {
    own_root().join("tests/fixtures/mended-office")
}

#[test]
fn what_is_mended_as_the_findings_say_has_none() {
    let folder = mended_office();
    let folder = folder.to_str().unwrap();
    let line = ["check", "--repo", folder, "--today", TODAY, "--deny-warnings"];
    let elsewhere = tempfile::tempdir().unwrap();
    let run = finish(command(elsewhere.path()).args(line)).ends(0);
    run.says("checked 14 files: nothing to find fault with; 2 findings allowed by comments in records\n");
}

#[test]
fn each_file_has_its_counterpart_once_it_is_mended() {
    let mended = files_below(&mended_office());
    let moved = |file: &str| MOVED.iter().find(|(from, _)| *from == file).map(|(_, to)| (*to).to_owned());
    let bad = files_below(&bad_office()).into_iter();
    let kept = bad.filter(|file| !REMOVED.contains(&file.as_str()));
    let mut expected: Vec<String> = kept.map(|file| moved(&file).unwrap_or(file)).collect();
    expected.sort_unstable();
    assert_eq!(mended, expected);
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
