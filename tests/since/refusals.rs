//! Revisions and repositories that give no answer.

use std::path::{Path, PathBuf};

use crate::support::{self, Repo, finish, record};
use crate::{WRONG, begun, commit, git, late, since};

#[test]
fn a_hostile_revision_is_no_option_and_names_nothing() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    let trap = repo.path("sprung");
    let output = format!("--output={}", trap.display());
    for revision in [
        &output,
        "--help",
        "-h",
        "--all",
        "",
        " ",
        "HEAD; touch sprung",
        "$(touch sprung)",
        "HEAD\nmain",
        "HEAD main",
        "HEAD:records/a.toml",
        "HEAD:",
        ":records/a.toml",
        "HEAD^{tree}",
        "^HEAD",
        "main..HEAD",
        "main...HEAD",
        "@{upstream}",
        "HEAD~99",
        "0000000000000000000000000000000000000000",
        "\u{1b}[31mred",
    ] {
        let run = repo.run(&["check", &format!("--changed-since={revision}")]).ends(1);
        assert!(run.out.is_empty() && run.err.starts_with("error: git knows no commit `"), "{run:#?}");
        assert!(!run.err.contains('\u{1b}'), "{run:#?}");
        assert!(!trap.exists() && !repo.path("records/sprung").exists(), "{revision}");
    }
    repo.track("check --changed-since main...").ends(1).tells("leave the dots out: --changed-since main\n");
    // Words that look like more than a name, but are one.
    git(repo.dir.path(), &["branch", "a;b$(c)"]);
    repo.track("check --changed-since a;b$(c)").ends(0);
    repo.track("check --changed-since HEAD^{/x}").ends(0);
}

#[test]
fn files_and_a_revision_do_not_go_together() {
    let repo = begun(&[("records/a.toml", "")]);
    repo.track("check records/a.toml --changed-since main").ends(2).tells("cannot be used with");
}

#[test]
fn git_that_cannot_be_asked_ends_with_3() {
    let repo = begun(&[("records/a.toml", "")]);
    let run = |repo: &Repo, name: &str, value: &str| {
        finish(repo.command(&["check", "--changed-since", "main"]).env(name, value))
    };
    run(&repo, "PATH", "/nowhere").ends(3).tells("git is not installed here").tells("hint: ");
    let foreign = run(&repo, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1").ends(3);
    foreign.tells("(dubious ownership: the folder is somebody else's)").tells("safe.directory");
    let plain = Repo::with(&[("records/a.toml", WRONG)]);
    let plain = run(&plain, "GIT_CEILING_DIRECTORIES", plain.dir.path().parent().unwrap().to_str().unwrap());
    plain.ends(3).tells("not in a work tree of git");
    let fixed = repo.command(&["check", "--fix", "--changed-since", "main"]).env("PATH", "/nowhere").output();
    assert!(String::from_utf8_lossy(&fixed.unwrap().stderr).contains("; nothing was written"));
}

#[test]
fn a_branch_without_commits_has_nothing_to_compare() {
    let repo = Repo::with(&[("records/a.toml", late("Late"))]);
    git(repo.dir.path(), &["init", "-q"]);
    for revision in ["HEAD", "main", "origin/main"] {
        repo.track(&format!("check --changed-since {revision}")).ends(1).tells("nothing is committed yet");
    }
    commit(repo.dir.path());
    git(repo.dir.path(), &["switch", "-q", "--orphan", "alone"]);
    repo.write("records/b.toml", late("B").as_bytes());
    repo.track("check --changed-since main").ends(1).tells("nothing is committed yet");
    commit(repo.dir.path());
    repo.track("check --changed-since main").ends(1).tells("this branch and `main` have no commit in common");
    assert_eq!(since(&repo, "HEAD"), [""; 0]);
}

/// A clone of the newest commits only.
fn shallow(of: &Repo, depth: u8) -> (Repo, PathBuf) {
    let at = Repo { dir: tempfile::tempdir().unwrap() };
    let clone = at.path("clone");
    let address = format!("file://{}", of.dir.path().to_str().unwrap().replace('\\', "/"));
    let depth = format!("--depth={depth}");
    git(at.dir.path(), &["clone", "-q", "--branch", "ours", &depth, &address, clone.to_str().unwrap()]);
    (at, clone)
}

#[test]
fn in_a_shallow_clone_the_hint_fetches_what_is_missing() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    for name in ["b", "c"] {
        repo.write(&format!("records/{name}.toml"), late(name).as_bytes());
        commit(repo.dir.path());
    }
    let (_at, clone) = shallow(&repo, 1);
    let asked = |revision: &str| {
        let mut command = support::command(&clone);
        finish(command.args(["check", "--today", support::TODAY, "--changed-since", revision]))
    };
    let run = asked("origin/main").ends(1).tells("git knows no commit `origin/main` here");
    let run =
        run.tells("`fetch-depth: 0`").tells("git fetch --unshallow origin +main:refs/remotes/origin/main\n");
    assert!(!run.err.contains("origin origin"), "{run:#?}");
    let run = asked("HEAD~1").ends(1).tells("git fetch --unshallow origin\n");
    assert!(!run.err.contains("nothing is committed"), "{run:#?}");
    asked("HEAD").ends(0).says("checked 0 files");
    git(&clone, &["fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main"]);
    let run = asked("origin/main").ends(1).tells("no commit in common");
    follow(&clone, &run);
    asked("origin/main").ends(0).says("checked 2 files: 0 errors, 2 warnings");
}

/// Does what a hint says is to be fetched.
#[track_caller]
fn follow(clone: &Path, run: &support::Run) {
    let words = run.err.split_once(": git fetch ").unwrap().1.lines().next().unwrap();
    git(clone, &[&["fetch", "-q"], words.split(' ').collect::<Vec<_>>().as_slice()].concat());
}

#[test]
fn in_a_clone_of_one_branch_the_hint_fetches_the_other_under_its_name() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    repo.write("records/b.toml", late("B").as_bytes());
    commit(repo.dir.path());
    git(repo.dir.path(), &["branch", "stable/2026", "main"]);
    for (depth, revision) in
        [(Some("--depth=1"), "origin/main"), (None, "origin/main"), (None, "origin/stable/2026")]
    {
        let at = Repo { dir: tempfile::tempdir().unwrap() };
        let clone = at.path("clone");
        let address = format!("file://{}", repo.dir.path().to_str().unwrap().replace('\\', "/"));
        let mut line = vec!["clone", "-q", "--single-branch", "--branch", "ours"];
        line.extend(depth);
        line.extend([address.as_str(), clone.to_str().unwrap()]);
        git(at.dir.path(), &line);
        let asked = || {
            let mut command = support::command(&clone);
            finish(command.args(["check", "--today", support::TODAY, "--changed-since", revision]))
        };
        let run = asked().ends(1).tells(&format!("git knows no commit `{revision}` here"));
        assert_eq!(run.err.contains("--unshallow"), depth.is_some(), "{run:#?}");
        follow(&clone, &run);
        asked().ends(0).says("checked 1 file: 0 errors, 1 warning");
    }
    // What is no branch of the server asks for nothing by name.
    for revision in ["mian", "origin/", "origin/-x", "origin/main~1"] {
        let run = repo.track(&format!("check --changed-since {revision}")).ends(1);
        assert!(run.err.ends_with("fetched first: git fetch\n"), "{run:#?}");
    }
}
