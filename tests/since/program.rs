//! git as a program: what stands in its environment, and how much it says.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::support::{self, Repo, Run, TODAY, finish, record};
use crate::{begun, commit, git, late};

/// Runs `check --changed-since REV` in a folder with a git that does this before it does its work.
#[track_caller]
fn after(script: &str, folder: &Path, revision: &str) -> Run {
    let bin = tempfile::tempdir().unwrap();
    let paths = std::env::var_os("PATH").unwrap();
    let real = std::env::split_paths(&paths).map(|path| path.join("git")).find(|git| git.exists()).unwrap();
    let program = bin.path().join("git");
    fs::write(&program, format!("#!/bin/sh\n{script}\nexec '{}' \"$@\"\n", real.display())).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let mut path = OsString::from(bin.path());
    path.push(":");
    path.push(&paths);
    let mut command = support::command(folder);
    command.env("PATH", path).env("GIT_TRACE", "1").env("GIT_TRACE2_EVENT", "1");
    finish(command.args(["check", "--today", TODAY, "--changed-since", revision]))
}

#[test]
fn a_git_that_says_much_is_heard_to_its_end() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    repo.write("records/b.toml", late("B").as_bytes());
    let much = "head -c 300000 /dev/zero | tr '\\0' x >&2";
    after(much, repo.dir.path(), "main").ends(0).says("checked 1 file: 0 errors, 1 warning");
}

#[test]
fn what_git_says_of_its_own_work_changes_no_answer() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    git(repo.dir.path(), &["switch", "-q", "--orphan", "alone"]);
    repo.write("records/b.toml", record("B", "2026-11-20").as_bytes());
    commit(repo.dir.path());
    // Once as it is kept from saying so, and once as it says so all the same.
    for script in ["", "GIT_TRACE=1; export GIT_TRACE"] {
        after(script, repo.dir.path(), "main").ends(1).tells("have no commit in common");
        after(script, repo.dir.path(), "HEAD").ends(0);
    }
    let told = after("echo \"fatal: $GIT_TRACE$GIT_TRACE2_EVENT.\" >&2; exit 128", repo.dir.path(), "main");
    told.ends(3).tells("(.)");
}

#[test]
fn an_old_git_in_a_partial_clone_fetches_nothing() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    let root = repo.dir.path();
    repo.write("records/a.toml", late("A").as_bytes());
    commit(root);
    git(root, &["config", "uploadpack.allowFilter", "true"]);
    let at = Repo { dir: tempfile::tempdir().unwrap() };
    let clone = at.path("clone");
    let address = format!("file://{}", root.display());
    git(at.dir.path(), &["clone", "-q", "--filter=blob:none", &address, clone.to_str().unwrap()]);
    let missing = || {
        let objects = git(&clone, &["rev-list", "--objects", "--all", "--missing=print"]);
        objects.lines().filter(|line| line.starts_with('?')).count()
    };
    assert_eq!(missing(), 1, "what the record was on main");
    let old = "unset GIT_NO_LAZY_FETCH";
    let run = after(old, &clone, "origin/main");
    assert_eq!(missing(), 1, "{run:#?}");
    let run = after("", &clone, "origin/main");
    assert_eq!(missing(), 1, "{run:#?}");
}
