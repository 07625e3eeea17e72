//! Where the records stand: below the top of a work tree, in another one, in a submodule, within a hook.

use std::fs;

use crate::support::{Repo, finish, record};
use crate::{WRONG, begun, commit, git, late, overdue, since, since_in};

#[test]
fn records_may_stand_below_the_top_of_the_work_tree() {
    let top = Repo { dir: tempfile::tempdir().unwrap() };
    let folder = top.path("our office");
    top.write("records/not-ours.toml", b"x");
    top.write("our office/records/a.toml", record("A", "2026-11-20").as_bytes());
    top.write("our office/track.toml", b"");
    git(top.dir.path(), &["init", "-q"]);
    commit(top.dir.path());
    top.write("records/not-ours.toml", WRONG.as_bytes());
    top.write("track.toml", b"");
    assert_eq!(since_in(&folder, "HEAD"), [""; 0], "what is beside it is not asked about");
    top.write("our office/records/a.toml", late("Late").as_bytes());
    top.write("our office/records/b.toml", WRONG.as_bytes());
    let expected = [overdue("records/a.toml"), "records/b.toml: no-such-day".to_owned()];
    assert_eq!(since_in(&folder, "HEAD"), expected);
    let run = top.run(&["check", "--repo", "our office", "--changed-since", "HEAD"]).ends(1);
    run.says("checked 2 files: 1 error, 1 warning");
    commit(top.dir.path());
    assert_eq!(since_in(&folder, "HEAD~1"), expected);
}

#[test]
fn linked_work_trees_and_submodules_are_asked_themselves() {
    let repo = begun(&[("records/a.toml", record("A", "2026-11-20"))]);
    let others = Repo { dir: tempfile::tempdir().unwrap() };
    let linked = others.path("linked");
    git(repo.dir.path(), &["worktree", "add", "-q", "-b", "linked", linked.to_str().unwrap()]);
    fs::write(linked.join("records/a.toml"), late("Late")).unwrap();
    assert_eq!(since_in(&linked, "main"), [overdue("records/a.toml")]);
    assert_eq!(since(&repo, "main"), [""; 0], "the other work tree is not ours");
    let outer = others.path("outer");
    fs::create_dir(&outer).unwrap();
    git(&outer, &["init", "-q"]);
    let address = repo.dir.path().to_str().unwrap();
    git(&outer, &["submodule", "--quiet", "add", "-b", "main", address, "inner"]);
    commit(&outer);
    let inner = outer.join("inner");
    assert_eq!(since_in(&inner, "HEAD"), [""; 0]);
    fs::write(inner.join("records/b.toml"), late("Late")).unwrap();
    assert_eq!(since_in(&inner, "origin/main"), [overdue("records/b.toml")]);
}

#[test]
fn in_a_hook_git_is_asked_about_the_folder() {
    let repo = begun(&[("records/a.toml", late("Late"))]);
    let mut command = repo.command(&["check", "--changed-since", "main", "--deny-warnings"]);
    command.envs([("GIT_DIR", "/nowhere"), ("GIT_WORK_TREE", "/nowhere"), ("GIT_INDEX_FILE", "/nowhere")]);
    finish(command.envs([("GIT_LITERAL_PATHSPECS", "0"), ("GIT_GLOB_PATHSPECS", "1")])).ends(0);
}

#[cfg(unix)]
#[test]
fn nothing_that_the_repository_names_is_run() {
    let repo =
        begun(&[("records/a.toml", late("Late").as_str()), (".gitattributes", "*.toml filter=x diff=x\n")]);
    let root = repo.dir.path();
    let trap = format!("touch '{}'; cat", repo.path("sprung").display());
    repo.write(".git/hooks/trap", format!("#!/bin/sh\n{trap}\n").as_bytes());
    let hook = repo.path(".git/hooks/trap");
    fs::set_permissions(&hook, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let hook = hook.to_str().unwrap();
    for (key, value) in [
        ("filter.x.clean", trap.as_str()),
        ("filter.x.smudge", &trap),
        ("filter.x.process", &trap),
        ("diff.x.textconv", &trap),
        ("diff.x.command", &trap),
        ("diff.external", &trap),
        ("core.fsmonitor", hook),
        ("core.pager", &trap),
        ("core.alternateRefsCommand", &trap),
    ] {
        git(root, &["config", key, value]);
    }
    repo.write("records/a.toml", format!("{}# x\n", late("A")).as_bytes());
    repo.write("records/b.toml", late("Late").as_bytes());
    let index = fs::read(repo.path(".git/index")).unwrap();
    let found = since(&repo, "main");
    assert!(found.contains(&overdue("records/a.toml")), "{found:?}");
    assert!(!repo.path("sprung").exists());
    assert_eq!(fs::read(repo.path(".git/index")).unwrap(), index, "git only reads");
    // The trap is one: git itself springs it.
    git(root, &["status", "--porcelain"]);
    assert!(repo.path("sprung").exists());
}
