//! `track check --changed-since`: what has changed is told by git, in real repositories.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod across;
mod places;
#[cfg(unix)]
mod program;
mod refusals;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::{Repo, Run, finish, record};

/// A record with one finding of its own, a warning, on the day of the tests.
fn late(title: &str) -> String {
    record(title, "2026-01-05")
}

/// A record with one finding of its own, an error.
const WRONG: &str = "title = \"Wrong\"\ntype = \"national\"\npublished = 2026-11-31\n";

/// Runs git in a folder. These tests need it, as who checks out a repository does: without git they fail.
#[track_caller]
fn git(folder: &Path, line: &[&str]) -> String {
    let mut git = Command::new("git");
    git.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    git.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").env_remove("GIT_INDEX_FILE");
    git.args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]);
    git.args(["-c", "protocol.file.allow=always", "-c", "core.autocrlf=false"]);
    let output = git.args(line).output().expect("these tests need git");
    assert!(output.status.success(), "git {line:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn commit(folder: &Path) {
    git(folder, &["add", "--all", "."]);
    git(folder, &["commit", "-q", "--allow-empty", "-m", "x"]);
}

/// A repository with these records, all of it committed on `main`, and the branch `ours` begun.
fn begun<P: AsRef<str>, T: AsRef<[u8]>>(files: &[(P, T)]) -> Repo {
    let repo = Repo::with(files);
    git(repo.dir.path(), &["init", "-q"]);
    commit(repo.dir.path());
    git(repo.dir.path(), &["switch", "-q", "-c", "ours"]);
    repo
}

/// What `check` finds, as `path: rule`.
fn found_by(run: &Run) -> Vec<String> {
    let json = run.json();
    let findings = json["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| {
            format!("{}: {}", finding["path"].as_str().unwrap(), finding["name"].as_str().unwrap())
        })
        .collect()
}

#[track_caller]
fn since_in(folder: &Path, revision: &str) -> Vec<String> {
    let mut command = support::command(folder);
    command.env("TRACK_TODAY", support::TODAY).args(["check", "--format", "json"]);
    let run = finish(command.arg(format!("--changed-since={revision}")));
    assert!(run.code < 2, "{run:#?}");
    found_by(&run)
}

#[track_caller]
fn since(repo: &Repo, revision: &str) -> Vec<String> {
    since_in(repo.dir.path(), revision)
}

fn overdue(path: &str) -> String {
    format!("{path}: response-overdue")
}

#[test]
fn changes_in_every_stage_count_and_what_stayed_is_silent() {
    let names = ["committed", "staged", "unstaged", "both-ways", "stayed", "deleted", "touched"];
    let files: Vec<_> = names.map(|name| (format!("records/{name}.toml"), late(name))).into();
    let repo = begun(&files);
    let root = repo.dir.path();
    let change =
        |name: &str| repo.write(&format!("records/{name}.toml"), format!("{}# x\n", late(name)).as_bytes());
    assert_eq!(since(&repo, "main"), [""; 0], "nothing has changed yet");
    change("committed");
    change("both-ways");
    commit(root);
    change("staged");
    git(root, &["add", "."]);
    change("unstaged");
    change("untracked");
    // Back to what it was, and written anew with the same bytes: nothing differs.
    for name in ["both-ways", "touched"] {
        repo.write(&format!("records/{name}.toml"), late(name).as_bytes());
    }
    fs::remove_file(repo.path("records/deleted.toml")).unwrap();
    let expected =
        ["committed", "staged", "unstaged", "untracked"].map(|name| overdue(&format!("records/{name}.toml")));
    assert_eq!(since(&repo, "main"), expected);
    let uncommitted =
        ["both-ways", "staged", "unstaged", "untracked"].map(|name| overdue(&format!("records/{name}.toml")));
    assert_eq!(since(&repo, "HEAD"), uncommitted);
    let run = repo.track("check --changed-since main").ends(0);
    run.says("checked 4 files: 0 errors, 4 warnings");
    repo.track("check --changed-since main --deny-warnings").ends(1);
    assert_eq!(found_by(&repo.track("check --format json")).len(), 7, "without it all are checked");
}

#[test]
fn a_mark_in_the_index_hides_no_change() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    for mark in ["--assume-unchanged", "--skip-worktree"] {
        git(repo.dir.path(), &["update-index", mark, "records/a.toml"]);
        repo.write("records/a.toml", late("Late").as_bytes());
        assert_eq!(since(&repo, "main"), [overdue("records/a.toml")], "{mark}");
    }
}

#[test]
fn what_came_to_the_other_branch_is_not_ours() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    let root = repo.dir.path();
    git(root, &["switch", "-q", "main"]);
    repo.write("records/theirs.toml", late("Theirs").as_bytes());
    repo.write("records/a.toml", late("A").as_bytes());
    commit(root);
    git(root, &["tag", "-a", "-m", "x", "v1"]);
    git(root, &["switch", "-q", "ours"]);
    assert_eq!(since(&repo, "main"), [""; 0], "a.toml differs from main, but main changed it");
    repo.write("records/ours.toml", late("Ours").as_bytes());
    commit(root);
    let whole = git(root, &["rev-parse", "main"]);
    for revision in ["main", "v1", "main~0", whole.trim(), &whole[..9], "refs/heads/main", "HEAD~1"] {
        assert_eq!(since(&repo, revision), [overdue("records/ours.toml")], "{revision}");
    }
    git(root, &["merge", "-q", "-m", "x", "main"]);
    assert_eq!(
        since(&repo, "main"),
        [overdue("records/ours.toml")],
        "what was merged is theirs all the same"
    );
}

#[test]
fn a_renamed_record_counts_under_its_new_name() {
    let repo = begun(&[("records/old.toml", late("Late")), ("records/b.toml", record("B", "2026-11-20"))]);
    git(repo.dir.path(), &["mv", "records/old.toml", "records/new.toml"]);
    assert_eq!(since(&repo, "main"), [overdue("records/new.toml")]);
    commit(repo.dir.path());
    assert_eq!(since(&repo, "main"), [overdue("records/new.toml")]);
    assert_eq!(since(&repo, "HEAD"), [""; 0]);
}

#[test]
fn names_of_every_kind_are_read() {
    let mut paths = vec!["records/-x/a.toml", "records/two words/it's/b.toml", "records/Ŵyl/c.toml"];
    if cfg!(unix) {
        paths.insert(1, "records/a \"b\"\t\n\\/d.toml");
    }
    let plain = |path: &str| path.replace(['"', '\t', '\n', '\\'], "");
    let repo =
        begun(&paths.iter().map(|path| (*path, record(&plain(path), "2026-11-20"))).collect::<Vec<_>>());
    assert_eq!(since(&repo, "main"), [""; 0]);
    for path in &paths {
        repo.write(path, late(&plain(path)).as_bytes());
    }
    repo.write("records/new two/e.toml", late("New").as_bytes());
    let mut expected: Vec<String> = paths.iter().map(|path| overdue(path)).collect();
    expected.insert(paths.len() - 2, overdue("records/new two/e.toml"));
    assert_eq!(since(&repo, "main"), expected);
    commit(repo.dir.path());
    assert_eq!(since(&repo, "main"), expected);
    assert_eq!(since(&repo, "HEAD"), [""; 0]);
}

#[test]
fn settings_that_changed_ask_for_all() {
    let stayed = ("records/stayed.toml", late("Late"));
    let repo = begun(std::slice::from_ref(&stayed));
    assert_eq!(since(&repo, "main"), [""; 0]);
    repo.write("track.toml", b"[duty]\ndays_soon = 7\n");
    let run = repo.track("check --changed-since main").ends(0);
    run.says("checked 1 file: 0 errors, 1 warning").tells("note: track.toml has changed since main, so all");
    commit(repo.dir.path());
    assert_eq!(since(&repo, "main"), [overdue(stayed.0)]);
    assert_eq!(since(&repo, "HEAD"), [""; 0]);
    git(repo.dir.path(), &["rm", "-q", "track.toml"]);
    assert_eq!(since(&repo, "HEAD"), [overdue(stayed.0)], "taken away");
    assert_eq!(since(&repo, "main"), [""; 0]);
}

#[test]
fn what_git_ignores_is_passed_over_and_told() {
    let repo = begun(&[(".gitignore", "draft*\n!draft-not.toml\n")]);
    for name in ["draft-a", "draft-not", "kept"] {
        repo.write(&format!("records/{name}.toml"), late(name).as_bytes());
    }
    git(repo.dir.path(), &["add", "-f", "records/draft-a.toml"]);
    assert_eq!(since(&repo, "main").len(), 3, "what is added all the same is git's");
    git(repo.dir.path(), &["rm", "-q", "--cached", "records/draft-a.toml"]);
    let run = repo.track("check --changed-since main").ends(0).says("checked 2 files");
    run.tells("note: 1 file under records/ passed over: git is told to ignore");
    let run = repo.track("check --changed-since main --quiet").ends(0);
    assert_eq!(run.err, "");
    repo.write(".gitignore", b"");
    let run = repo.track("check --changed-since main").ends(0).says("checked 3 files");
    assert_eq!(run.err, "");
}

#[test]
fn what_can_be_no_record_counts_where_it_is_new() {
    let repo =
        begun(&[("records/old.txt", "x"), ("records/Old Name.toml", "x"), ("records/a.toml", &late("Late"))]);
    assert_eq!(since(&repo, "main"), [""; 0]);
    repo.write("records/new.txt", b"x");
    repo.write("records/New Name.toml", b"x");
    repo.write("records/large.toml", &vec![b'#'; (1 << 20) + 1]);
    let expected = [
        "records/New Name.toml: bad-record-name",
        "records/large.toml: file-too-large",
        "records/new.txt: not-a-record",
    ];
    assert_eq!(since(&repo, "main"), expected);
    commit(repo.dir.path());
    assert_eq!(since(&repo, "main"), expected);
}

#[cfg(unix)]
#[test]
fn a_link_or_a_folder_in_the_place_of_a_record_counts() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20")), ("records/b.toml", String::new())]);
    std::os::unix::fs::symlink("nowhere", repo.path("records/old.toml")).unwrap();
    commit(repo.dir.path());
    assert_eq!(since(&repo, "HEAD"), [""; 0], "the link was there");
    for name in ["a", "b"] {
        fs::remove_file(repo.path(&format!("records/{name}.toml"))).unwrap();
    }
    std::os::unix::fs::symlink("nowhere", repo.path("records/a.toml")).unwrap();
    repo.write("records/b.toml/c.toml", late("Late").as_bytes());
    assert_eq!(since(&repo, "HEAD"), ["records/a.toml: file-is-a-link", "records/b.toml: not-a-plain-file"]);
}

#[test]
fn line_ends_that_git_turned_are_no_change() {
    let repo = begun(&[("records/a.toml", late("A")), ("records/b.toml", late("B"))]);
    repo.write("records/a.toml", late("A").replace('\n', "\r\n").as_bytes());
    assert_eq!(since(&repo, "main"), [""; 0]);
    repo.write("records/b.toml", format!("{}# x\r\n", late("B").replace('\n', "\r\n")).as_bytes());
    assert_eq!(since(&repo, "main"), [overdue("records/b.toml")]);
}

#[test]
fn bytes_that_are_no_text_count_each_by_itself() {
    let title = |byte: u8| [b"title = \"".as_slice(), &[byte], b"\"\n"].concat();
    let repo = begun(&[("records/lat.toml", title(0xa3))]);
    assert_eq!(since(&repo, "HEAD"), [""; 0]);
    repo.write("records/lat.toml", &title(0x80));
    assert!(since(&repo, "HEAD").contains(&"records/lat.toml: not-utf-8".to_owned()));
    repo.track("remove lat").ends(1).tells("--force");
    assert!(repo.path("records/lat.toml").exists());
    repo.write("records/lat.toml", &title(0xa3));
    repo.track("remove lat").ends(0);
}
