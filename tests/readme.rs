//! The README: its console sessions are run from the root of the repository, its records are read, and the tests that
//! its promises name are there.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use track::check::examine;
use track::diagnostic::Finding;

#[test]
fn every_console_session_says_what_the_readme_says() {
    trycmd::TestCases::new()
        .register_bin("track", Path::new(env!("CARGO_BIN_EXE_track")))
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        // Whatever stands in the environment of whoever runs the tests: a session whose output hangs on the day names
        // it, so that another day here changes nothing.
        .env("TRACK_TODAY", "2001-01-01")
        .env("TRACK_REPO", ".")
        .case("README.md");
}

#[test]
fn no_session_is_left_out() {
    let readme = readme();
    let mut language = None;
    let mut sessions = 0;
    for (number, line) in (1..).zip(readme.lines()) {
        if let Some(fence) = line.trim_start().strip_prefix("```") {
            assert!(!fence.contains("ignore"), "line {number}: a session that is not run");
            language = if language.is_some() { None } else { Some(fence) };
        } else if line.starts_with("$ ") {
            // `tests/life.rs` runs the sessions that write.
            let is_run = matches!(language, Some("console" | "ShellSession"));
            assert!(is_run, "line {number}: `{line}` is not run");
            assert!(line.starts_with("$ track "), "line {number}: only `track` is run");
            sessions += 1;
        }
    }
    assert_eq!(language, None, "a block is left open");
    assert!(sessions >= 8, "only {sessions} sessions");
}

#[test]
fn the_first_two_commands_come_first() {
    assert_eq!(blocks(&readme(), "sh")[0], "cargo run -- list --overdue\ncargo test\n");
    assert!(readme().starts_with("# track\n\n```sh\n"));
}

#[test]
fn the_records_and_settings_shown_have_no_fault() {
    let readme = readme();
    let shown = blocks(&readme, "toml");
    let (records, settings): (Vec<&str>, Vec<&str>) =
        shown.into_iter().partition(|block| block.contains("\ntype = "));
    assert_eq!((records.len(), settings.len()), (3, 2));
    let errors = |path: &'static str, text: &str| {
        let files = [(path, &*text.to_owned().leak())];
        let found = examine(&files, "2020-07-01".parse().unwrap(), None).findings;
        let errors = found.into_iter().filter(Finding::is_error).map(|error| error.message);
        errors.collect::<Vec<_>>()
    };
    for record in records {
        assert_eq!(errors("records/2020-02-custody.toml", record), [""; 0], "{record}");
    }
    for settings in settings {
        assert_eq!(errors("track.toml", settings), [""; 0], "{settings}");
    }
}

#[test]
fn the_tests_that_the_promises_name_are_there() {
    let readme = readme();
    let promises = readme.split("\n## ").find(|section| section.starts_with("Promises")).unwrap();
    let named: Vec<&str> =
        promises.split('`').skip(1).step_by(2).filter(|name| name.matches('_').count() > 1).collect();
    assert!(named.len() > 20, "{named:?}");
    let mut source = String::new();
    for folder in ["src", "tests"] {
        read_all(&root().join(folder), &mut source);
    }
    for name in named {
        assert!(source.contains(&format!("fn {name}(")), "the README names a test `{name}`; there is none");
    }
    for number in 1..=12 {
        assert!(promises.contains(&format!("\n{number}. ")), "promise {number} is missing");
    }
}

#[test]
fn exit_statuses_are_those_of_the_table() {
    let status = |args: &[&str]| track(args).output().unwrap().status.code();
    assert_eq!(status(&["list"]), Some(0));
    assert_eq!(status(&["show", "no-such-record"]), Some(1));
    assert_eq!(status(&["list", "--repo", "tests/fixtures/readme"]), Some(1));
    assert_eq!(status(&["list", "--fail-on", "overdue", "--today", "2026-11-23"]), Some(1));
    assert_eq!(status(&["list", "--today", "tomorrow"]), Some(2));
    assert_eq!(status(&["lists"]), Some(2));
    assert_eq!(status(&["list", "--repo", "src"]), Some(3));
}

#[test]
fn the_time_zone_changes_nothing() {
    let output = |zone: &str, args: &[&str]| -> Output { track(args).env("TZ", zone).output().unwrap() };
    for args in [
        &["list", "--today", "2026-11-23", "--format", "json"][..],
        &["recommendations", "--today", "2026-11-23"],
        &["check", "--today", "2026-11-23"],
        &["show", "prevent", "--today", "2026-11-23"],
    ] {
        let here = output("Europe/London", args);
        assert!(here.status.success() && !here.stdout.is_empty(), "{args:?}");
        for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "no such zone"] {
            assert_eq!(output(zone, args), here, "{args:?} in {zone}");
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap().replace("\r\n", "\n")
}

/// The fenced blocks of one language.
fn blocks<'r>(readme: &'r str, language: &str) -> Vec<&'r str> {
    let fence = format!("\n```{language}\n");
    readme.split(&fence).skip(1).map(|rest| rest.split_once("```").unwrap().0).collect()
}

fn track(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_track"));
    command.args(args).current_dir(root()).env_remove("TRACK_TODAY").env_remove("TRACK_REPO");
    command
}

fn read_all(folder: &Path, source: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, source);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            source.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
