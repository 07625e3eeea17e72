//! Rules across records are heard wherever they point.

use std::fs;

use crate::support::record;
use crate::{begun, commit, found_by, git, late, overdue, since};

#[test]
fn a_record_that_is_wrong_because_another_went_is_found() {
    let follows = format!("{}follows = [\"first\"]\n", record("Second", "2026-11-20"));
    let files =
        [("records/first.toml", record("First", "2026-10-20")), ("records/second.toml", follows.clone())];
    let dangling = ["records/second.toml: dangling-reference"];
    let repo = begun(&files);
    fs::remove_file(repo.path("records/first.toml")).unwrap();
    assert_eq!(since(&repo, "main"), dangling);
    repo.track("check --changed-since main").ends(1).says("checked 0 files: 1 error, 0 warnings");
    commit(repo.dir.path());
    assert_eq!(since(&repo, "main"), dangling);
    let repo = begun(&files);
    git(repo.dir.path(), &["mv", "records/first.toml", "records/other.toml"]);
    assert_eq!(since(&repo, "main"), dangling);
    // A rename that takes the reference with it is silent; so is the removal of what nobody names.
    let repo = begun(&files);
    repo.track("rename first other").ends(0);
    assert_eq!(since(&repo, "main"), [""; 0]);
    fs::remove_file(repo.path("records/second.toml")).unwrap();
    assert_eq!(since(&repo, "main"), [""; 0]);
}

#[test]
fn a_second_record_of_an_id_is_found_at_both() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    repo.write("records/2026/a.toml", record("Another", "2026-11-19").as_bytes());
    let run = repo.track("check --format json --changed-since main").ends(1);
    assert_eq!(found_by(&run), ["records/a.toml: duplicate-id"]);
    assert_eq!(run.json()["findings"][0]["related"][0]["path"], "records/2026/a.toml");
    git(repo.dir.path(), &["clean", "-qfd"]);
    assert_eq!(since(&repo, "main"), [""; 0]);
}

#[test]
fn a_record_that_another_no_longer_answers_is_overdue() {
    let answered = format!("{}\n[response]\nanswered_by = \"other\"\n", late("Answered"));
    let other = format!("{}\n[response]\npublished = 2026-02-01\n", record("Other", "2026-01-08"));
    let repo = begun(&[("records/answered.toml", &answered), ("records/other.toml", &other)]);
    repo.write("records/other.toml", format!("{other}url = \"https://example.org/x\"\n").as_bytes());
    assert_eq!(since(&repo, "main"), [""; 0], "answered still");
    repo.write("records/other.toml", other.replace("[response]\npublished = 2026-02-01\n", "").as_bytes());
    assert_eq!(since(&repo, "main"), [overdue("records/answered.toml"), overdue("records/other.toml")]);
    // The finding across records stays where neither changed: it is one of all.
    commit(repo.dir.path());
    assert_eq!(since(&repo, "HEAD"), [overdue("records/answered.toml")]);
}

#[test]
fn only_what_has_changed_is_mended() {
    let quoted = |title: &str| record(title, "2026-11-20").replace("2026-11-20", "\"20 November 2026\"");
    let repo = begun(&[("records/old.toml", quoted("Old")), ("records/b.toml", record("B", "2026-11-20"))]);
    repo.write("records/new.toml", quoted("New").as_bytes());
    let run = repo.track("check --fix --changed-since main").ends(0).says("checked 1 file");
    run.says("mended 1 finding in 1 file");
    assert!(fs::read_to_string(repo.path("records/new.toml")).unwrap().contains("= 2026-11-20"));
    assert_eq!(fs::read_to_string(repo.path("records/old.toml")).unwrap(), quoted("Old"));
    let run = repo.track("check --fix --changed-since no-such-branch").ends(1);
    run.tells("git knows no commit `no-such-branch` here; nothing was written");
}
