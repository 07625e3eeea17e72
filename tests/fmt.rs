//! `track fmt` as a person or a script runs it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;

use support::{Repo, own_records, record};

const OTHER: &str = "type=\"peel\"  # as printed\ntitle = \"x\"\npublished = \"2020-01-02\"\n";
const LAID: &str = "title = \"x\"\ntype = \"peel\" # as printed\npublished = 2020-01-02\n";
const MISREAD: &str = "title = \"x\ntype = \"peel\"\n";

fn read(repo: &Repo, path: &str) -> String {
    fs::read_to_string(repo.path(path)).unwrap()
}

#[test]
fn every_record_is_laid_out_and_a_second_time_there_is_nothing_to_do() {
    let laid = record("y", "2020-03-09");
    let repo =
        Repo::with(&[("records/a.toml", OTHER), ("records/2020/b.toml", OTHER), ("records/c.toml", &laid)]);
    let run = repo.track("fmt").ends(0);
    assert_eq!(run.out, "Laid out records/2020/b.toml\nLaid out records/a.toml\nlaid out 2 of 3 files\n");
    assert_eq!(run.err, "");
    assert_eq!(
        (read(&repo, "records/a.toml"), read(&repo, "records/2020/b.toml")),
        (LAID.into(), LAID.into())
    );
    assert_eq!(read(&repo, "records/c.toml"), laid);
    assert_eq!(repo.track("fmt").ends(0).out, "3 files: none to lay out\n");
    assert_eq!(repo.track("fmt --check").ends(0).out, "3 files: none to lay out\n");
    assert_eq!(repo.track("fmt -q").ends(0).out, "");
}

#[test]
fn check_and_diff_write_nothing() {
    let repo = Repo::with(&[("records/a.toml", OTHER), ("records/b.toml", LAID)]);
    let run = repo.track("fmt --check").ends(1);
    assert_eq!(run.out, "Would lay out records/a.toml\nto lay out: 1 of 2 files\n");
    let run = repo.track("fmt --diff").ends(0).says("+published = 2020-01-02").says("--- a/records/a.toml");
    assert!(!run.out.contains("b.toml"), "{run:?}");
    repo.track("fmt --diff --check").ends(1).says("-type=\"peel\"  # as printed");
    let json = repo.track("fmt --check --format json").ends(1).json();
    assert_eq!(json["changed"], serde_json::json!(["records/a.toml"]));
    assert_eq!(json["files"], 2);
    repo.track("fmt --diff --format json").ends(2);
    assert_eq!(read(&repo, "records/a.toml"), OTHER);
    assert!(!repo.path(".track.lock").exists(), "nothing is locked to look");
}

#[test]
fn only_the_records_named_are_laid_out_and_they_are_named_whole() {
    let files = [("records/2020-a.toml", OTHER), ("records/2020-b.toml", OTHER), ("records/c.toml", OTHER)];
    let repo = Repo::with(&files);
    repo.track("fmt 2020-a 2020-a").ends(0).says("laid out 1 of 1 file\n");
    repo.track("fmt 2020-b c --check").ends(1).says("to lay out: 2 of 2 files");
    repo.track("fmt 0-b --check").ends(1).says("Would lay out records/2020-b.toml");
    repo.track("fmt 0-b").ends(1).tells("nothing was written").tells("2020-b");
    repo.track("fmt zebra").ends(1).tells("no record has the id `zebra`");
    assert_eq!(read(&repo, "records/2020-b.toml"), OTHER);
}

#[test]
fn records_may_be_named_by_their_files() {
    let files = [
        ("records/a.toml", OTHER),
        ("records/two words/b.toml", OTHER),
        ("records/c.toml", OTHER),
        ("records/README.toml", OTHER),
        ("records/README.md", "x"),
    ];
    let repo = Repo::with(&files);
    let run = repo.run(&["fmt", "records/a.toml", "./records/../records/two words/b.toml", "a", "--check"]);
    let run = run.ends(1).says("Would lay out records/two words/b.toml\n");
    assert!(run.out.ends_with("to lay out: 2 of 2 files\n"), "{run:?}");
    // Names are taken from the folder that one stands in; a file that is gone is passed over, and asks for no other.
    let folder = repo.path("records");
    let run = support::finish(repo.command(&["fmt", "./a.toml", "gone.toml"]).current_dir(&folder)).ends(0);
    assert_eq!(run.out, "Laid out records/a.toml\nlaid out 1 of 1 file\n");
    repo.track("fmt records/gone.toml --check").ends(0).says("0 files: none to lay out");
    repo.track("fmt records/README.md --check").ends(0).says("0 files: none to lay out");
    repo.track("fmt records/README.toml").ends(1).tells("records/README.toml");
    for (word, words) in [("track.toml", "is no record"), ("/", "is not a record"), ("..", "is not a record")]
    {
        repo.write("track.toml", b"");
        repo.track(&format!("fmt {word}")).ends(1).tells(words);
    }
    assert_eq!(read(&repo, "records/c.toml"), OTHER);
    assert_eq!(read(&repo, "records/two words/b.toml"), OTHER);
}

#[test]
fn a_file_that_is_misread_is_named_and_hides_no_other() {
    let files = [("records/a.toml", MISREAD), ("records/b.toml", OTHER), ("records/B.txt", "x")];
    let repo = Repo::with(&files);
    let run = repo
        .track("fmt")
        .ends(1)
        .says("Laid out records/b.toml")
        .says("laid out 1 of 3 files; 2 could not be read\n");
    let run = run.tells("records/a.toml:1:9").tells("no closing quote").tells("records/B.txt");
    assert!(!run.out.contains("a.toml"), "{run:?}");
    assert_eq!(read(&repo, "records/a.toml"), MISREAD);
    assert_eq!(read(&repo, "records/b.toml"), LAID);
    for args in ["fmt", "fmt --check", "fmt --diff"] {
        assert_eq!(repo.track(args).ends(1).out, "3 files: none to lay out; 2 could not be read\n");
    }
    let json = repo.track("fmt --format json").ends(1).json();
    assert_eq!(json["left_out"][1]["path"], "records/a.toml");
    assert_eq!(json["changed"], serde_json::json!([]));
}

#[test]
fn errors_of_other_sorts_do_not_hinder() {
    let repo = Repo::with(&[("records/a.toml", "zebra = 1\ntitel=\"x\"\ntype = \"pel\"\n")]);
    let before = repo.track("check").ends(1).out;
    repo.track("fmt").ends(0);
    assert_eq!(read(&repo, "records/a.toml"), "type = \"pel\"\nzebra = 1\ntitel = \"x\"\n");
    let codes = |text: &str| {
        let mut codes: Vec<_> =
            text.lines().filter(|line| line.starts_with("error[")).map(str::to_owned).collect();
        codes.sort();
        codes
    };
    assert_eq!(codes(&before), codes(&repo.track("check").ends(1).out));
    assert!(codes(&before).len() > 2, "{before}");
}

#[cfg(unix)]
#[test]
fn a_record_that_may_not_be_written_does_not_hinder_the_others() {
    use std::os::unix::fs::PermissionsExt;
    let repo = Repo::with(&[("records/a.toml", OTHER), ("records/b.toml", OTHER)]);
    fs::set_permissions(repo.path("records/a.toml"), fs::Permissions::from_mode(0o444)).unwrap();
    let run = repo.track("fmt").ends(1).says("Laid out records/b.toml").says("laid out 1 of 2 files");
    run.tells("the rights of `records/a.toml` forbid that it is changed");
    assert_eq!(read(&repo, "records/a.toml"), OTHER);
}

#[test]
fn nothing_of_a_record_steers_a_terminal() {
    let repo = Repo::with(&[("records/a.toml", format!("{OTHER}# \u{202e}\n"))]);
    let run = repo.track("fmt --diff").ends(0);
    assert!(run.out.contains("\\u{202e}") && !run.out.contains('\u{202e}'), "{run:?}");
}

#[test]
fn own_records_stay_and_new_ones_come_laid_out() {
    let repo = Repo::with(&own_records());
    repo.track("fmt --check").ends(0).says("17 files: none to lay out");
    let add = [
        "add",
        "--title",
        "Custody",
        "--type",
        "custody",
        "--published",
        "March 2020",
        "--recommendation",
        "a\nb",
    ];
    repo.run(&add).ends(0);
    repo.track("fmt --check").ends(0).says("18 files: none to lay out");
}
