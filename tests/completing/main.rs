//! What a shell is told when somebody presses Tab, as it asks: the program with `TRACK_COMPLETE` set and the words so far.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod shells;
#[path = "../support/mod.rs"]
mod support;

use std::ffi::OsString;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use proptest::prelude::*;
use support::{Repo, Run, command, files_below, finish, record};
use track::cli::{Env, Exit, complete};

const ITEMS: &str = r#"title = "x"
type = "peel"
published = 2024-02-16
[[recommendation]]
label = "3a"
text = "One thing\u001b[31m and more.\nThe next line."
[[recommendation.update]]
date = 2024-03-01
[[recommendation]]
label = "twice"
text = "x"
[[recommendation]]
label = "twice"
text = "x"
[[recommendation]]
label = "$(touch x); 'y' \"z\""
text = "x"
[[recommendation]]
text = "x"
"#;

/// Records in two folders, and files that are no records.
fn repo() -> Repo {
    let plain = record("x", "2020-03-09");
    Repo::with(&[
        ("records/2020-03-prevent.toml", plain.as_str()),
        ("records/2020/2020-02-custody.toml", &plain),
        ("records/2024-02-peel.toml", ITEMS),
        ("records/broken.toml", "this is = no [toml"),
        ("records/Not an id; $(touch x).toml", &plain),
        ("records/notes.txt", "x"),
    ])
}

fn ask(folder: &Path, shell: &str, words: &[&str]) -> Run {
    let mut command = command(folder);
    command.env("TRACK_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string());
    let run = finish(command.arg("--").args(words)).ends(0);
    assert_eq!(run.err, "", "{words:?}");
    run
}

/// The words that fish is offered, without what is said of them.
#[track_caller]
fn offered(folder: &Path, words: &[&str]) -> Vec<String> {
    let answer = ask(folder, "fish", words).out;
    answer.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

/// Whether nothing but the options of the command is offered.
#[track_caller]
fn has_no_word(folder: &Path, words: &[&str]) -> bool {
    offered(folder, words).iter().all(|word| word.starts_with("--"))
}

const IDS: [&str; 4] = ["2020-02-custody", "2020-03-prevent", "2024-02-peel", "broken"];

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words
}

#[test]
fn ids_are_those_of_the_records_at_hand() {
    let (repo, elsewhere) = (repo(), tempfile::tempdir().unwrap());
    let here = repo.dir.path();
    for words in [
        &["track", "show", ""][..],
        &["track", "list", "broken", ""],
        &["track", "recs", ""],
        &["track", "recommendation", "add", ""],
        &["track", "due", ""],
        &["track", "-q", "set", ""],
        &["track", "update", "x", "--superseded-by", ""],
        &["track", "list", "--state", "nonsense", ""],
    ] {
        assert_eq!(sorted(offered(here, words)), IDS, "{words:?}");
    }
    assert_eq!(offered(here, &["track", "show", "2020-03"]), ["2020-03-prevent"]);
    assert_eq!(offered(&here.join("records/2020"), &["track", "show", "2024"]), ["2024-02-peel"]);
    let root = here.to_str().unwrap();
    let named = format!("--repo={root}");
    for words in [
        &["track", "--repo", root, "show", ""][..],
        &["track", "show", "--repo", root, ""],
        &["track", "show", &named, ""],
        &["track", "list", "--state", "nonsense", "--repo", root, ""],
    ] {
        assert_eq!(sorted(offered(elsewhere.path(), words)), IDS, "{words:?}");
    }
    let mut asked = command(elsewhere.path());
    asked.env("TRACK_COMPLETE", "fish").env("TRACK_REPO", root).args(["--", "track", "show", "2024"]);
    assert_eq!(finish(&mut asked).ends(0).out, "2024-02-peel\n");
    // Without records there is nothing to offer, and nothing to complain of.
    assert!(has_no_word(elsewhere.path(), &["track", "show", ""]));
    assert!(has_no_word(elsewhere.path(), &["track", "show", "--repo", "/nowhere", ""]));
}

#[test]
fn a_part_of_one_id_is_enough_and_of_several_none_is_offered() {
    let repo = repo();
    assert_eq!(offered(repo.dir.path(), &["track", "show", "prevent"]), ["2020-03-prevent"]);
    assert!(offered(repo.dir.path(), &["track", "show", "02-"]).is_empty());
}

#[test]
fn items_are_offered_by_a_name_that_any_shell_can_take() {
    let repo = repo();
    let here = repo.dir.path();
    let names = ["3a", "#2", "#3", "#4", "#5"];
    assert_eq!(offered(here, &["track", "update", "2024-02-peel", ""]), names);
    assert_eq!(offered(here, &["track", "recommendation", "remove", "2024-02-peel", "3"]), ["3a"]);
    assert_eq!(offered(here, &["track", "respond", "2024-02-peel", "--ours", ""]), names);
    let before = offered(here, &["track", "respond", "2024-02-peel", "--action", ""]);
    assert_eq!(before, names.map(|name| format!("{name}=")));
    assert!(has_no_word(here, &["track", "update", "broken", ""]));
    assert!(has_no_word(here, &["track", "update", "nobody", ""]));
    // A label is printed, not offered.
    assert!(offered(here, &["track", "recommendation", "add", "2024-02-peel", "--label", ""]).is_empty());
    let answer = ask(here, "fish", &["track", "update", "2024-02-peel", "3"]).out;
    assert_eq!(answer, "3a\tOne thing [31m and more.\n");
    let powershell = ask(here, "powershell", &["track", "update", "2024-02-peel", "#"]).out;
    assert_eq!(
        powershell.lines().map(|line| line.split('\t').next().unwrap()).collect::<Vec<_>>(),
        ["'#2'", "'#3'", "'#4'", "'#5'"]
    );
}

#[test]
fn keys_and_their_values_are_offered() {
    let repo = repo();
    let here = repo.dir.path();
    let keys = |typed| offered(here, &["track", "set", "2024-02-peel", typed]);
    assert_eq!(
        keys("response.sent_to_"),
        ["response.sent_to_inspectorate", "response.sent_to_secretary_of_state"]
    );
    assert_eq!(keys("recommendation[3a].ow"), ["recommendation[3a].owner"]);
    assert_eq!(keys("recommendation[#5].la"), ["recommendation[#5].label"]);
    assert_eq!(keys("recommendation[3a].update[#1].st"), ["recommendation[3a].update[#1].status"]);
    assert!(keys("recommendation[$").is_empty());
    let values = |key, typed| offered(here, &["track", "set", "2024-02-peel", key, typed]);
    assert_eq!(values("type", "pe"), ["peel"]);
    assert_eq!(values("recommendation[3a].ours", ""), ["true", "false"]);
    assert_eq!(values("response.published", "y"), ["yesterday"]);
    assert_eq!(values("response.covered_by", "broken"), ["broken"]);
    for key in ["title", "nothing"] {
        assert!(has_no_word(here, &["track", "set", "2024-02-peel", key, ""]), "{key}");
    }
}

#[test]
fn words_of_closed_lists_are_offered() {
    let repo = repo();
    let here = repo.dir.path();
    for (words, expected) in [
        (&["track", "list", "--state", "may"][..], &["maybe-overdue"][..]),
        (&["track", "list", "--columns", "id,ti"], &["id,title"]),
        (&["track", "list", "--format=j"], &["--format=json"]),
        (&["track", "add", "--type", "cus"], &["custody"]),
        (&["track", "update", "2024-02-peel", "--status", "in"], &["in-progress"]),
        (&["track", "recommendation", "add", "x", "--ours", ""], &["yes", "no"]),
        (&["track", "explain", "T040"], &["T040"]),
        (&["track", "explain", "response-ov"], &["response-overdue"]),
        (&["track", "man", "recommendation", "a"], &["add"]),
        (&["track", "respond", "x", "--invited", "t"], &["today"]),
        (&["track", "completions", "f"], &["fish"]),
        (&["track", "expl"], &["explain"]),
        (&["track", "list", "--overd"], &["--overdue"]),
    ] {
        assert_eq!(offered(here, words), expected, "{words:?}");
    }
}

#[test]
fn options_wait_for_a_hyphen_unless_nothing_else_can_stand_there() {
    let repo = repo();
    let has_options =
        |words: &[&str]| offered(repo.dir.path(), words).iter().any(|word| word.starts_with('-'));
    for words in [&["track", ""][..], &["track", "show", ""], &["track", "list", "--format", ""]] {
        assert!(!has_options(words), "{words:?}");
    }
    for words in [&["track", "show", "-"][..], &["track", "--"], &["track", "show", "broken", ""]] {
        assert!(has_options(words), "{words:?}");
    }
}

#[test]
fn files_are_offered_unless_their_names_would_steer_a_terminal() {
    let repo = Repo::with(&[("records/x.toml", "")]);
    repo.write("notes/a b.txt", b"");
    assert_eq!(offered(repo.dir.path(), &["track", "check", "rec"]), ["records/"]);
    assert_eq!(offered(repo.dir.path(), &["track", "check", "records/"]), ["records/x.toml"]);
    assert_eq!(offered(repo.dir.path(), &["track", "show", "--repo", "no"]), ["notes/"]);
    let words = ["track", "check", "notes/"];
    assert_eq!(ask(repo.dir.path(), "bash", &words).out, "notes/a\\ b.txt\n");
    assert_eq!(ask(repo.dir.path(), "powershell", &words).out, "'notes/a b.txt'\n");
    if cfg!(unix) {
        for name in ["x\u{1b}[31m", "x\ny", "x\ty", "x\u{202e}y"] {
            repo.write(&format!("notes/{name}"), b"");
        }
        assert_eq!(offered(repo.dir.path(), &words), ["notes/a b.txt"]);
    }
}

#[test]
fn nothing_is_touched() {
    let repo = repo();
    let before = files_below(repo.dir.path());
    for words in [&["track", "show", ""][..], &["track", "update", "2024-02-peel", ""], &["track", "fmt", ""]]
    {
        ask(repo.dir.path(), "bash", words);
    }
    assert_eq!(files_below(repo.dir.path()), before);
}

#[test]
fn a_shell_that_is_not_known_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut asked = command(folder.path());
    finish(asked.env("TRACK_COMPLETE", "1").arg("list")).ends(2).tells("TRACK_COMPLETE").tells("unset it");
}

#[test]
fn each_shell_has_its_script() {
    let folder = tempfile::tempdir().unwrap();
    for (shell, says) in [
        ("bash", "complete -o nosort -F _track track"),
        ("elvish", "edit:completion:arg-completer[track]"),
        ("fish", "--command track"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName track"),
        ("zsh", "#compdef track"),
    ] {
        let run = finish(command(folder.path()).args(["completions", shell])).ends(0).says(says);
        run.says("TRACK_COMPLETE").says(shell);
    }
    // A line that is not finished is evaluated by nobody.
    for shell in ["bash", "powershell"] {
        let script = finish(command(folder.path()).args(["completions", shell])).out.to_lowercase();
        assert!(!script.contains("eval ") && !script.contains("invoke-expression"), "{script}");
    }
    finish(command(folder.path()).args(["completions", "csh"])).ends(2).tells("possible values");
}

/// The answer in this process, and what was said beside it.
fn answer(shell: &str, words: &[String], index: Option<usize>, folder: &Path) -> (Exit, Vec<u8>, Vec<u8>) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut env = Env {
        stdin: Box::new(Cursor::new(Vec::new())),
        stdout: Box::new(&mut out),
        stderr: Box::new(&mut err),
        today: None,
        folder: folder.to_owned(),
        colour_out: false,
        colour_err: false,
        width: None,
        out_is_terminal: false,
        can_ask: false,
        marks_pastes: false,
        editor: None,
        job_summary: None,
    };
    let words = ["track", "--"].map(OsString::from).into_iter().chain(words.iter().map(OsString::from));
    let exit = complete(shell.as_ref(), words, index, &mut env);
    drop(env);
    (exit, out, err)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_any_words_nothing_is_said_but_words(
        shell in prop::sample::select(vec!["bash", "elvish", "fish", "powershell", "zsh"]),
        words in prop::collection::vec(prop_oneof![
            prop::sample::select(vec![
                "track", "list", "show", "set", "update", "respond", "recommendation", "add", "man", "--", "-", "-q",
                "--repo", "--repo=", "--action", "2024-02-peel", "recommendation[3a].", "", "'", "\"#", "\\",
            ]).prop_map(str::to_owned),
            "\\PC{0,6}",
        ], 0..7),
        index in prop::option::of(0..9_usize),
    ) {
        static REPO: std::sync::LazyLock<Repo> = std::sync::LazyLock::new(repo);
        let (exit, out, err) = answer(shell, &words, index, REPO.dir.path());
        prop_assert_eq!(exit, Exit::Well);
        prop_assert!(err.is_empty());
        let said = String::from_utf8(out).unwrap();
        prop_assert!(said.chars().all(|c| matches!(c, '\n' | '\t') || !track::text::is_hidden(c)), "{:?}", said);
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = command(folder.path())
        .args(["completions", "zsh"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let end = child.wait_with_output().unwrap();
    assert_eq!((end.status.code(), String::from_utf8(end.stderr).unwrap()), (Some(0), String::new()));
    let _ = fs::remove_dir(folder.path());
}
