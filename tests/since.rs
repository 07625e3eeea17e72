//! `track check --changed-since`: what has changed is told by git, in real repositories.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
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

// Rules across records are heard wherever they point.

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

// Where the records stand.

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

// Revisions and repositories that give no answer.

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
    let run = run.tells("`fetch-depth: 0`").tells("git fetch --unshallow origin main\n");
    assert!(!run.err.contains("origin origin"), "{run:#?}");
    let run = asked("HEAD~1").ends(1).tells("git fetch --unshallow origin\n");
    assert!(!run.err.contains("nothing is committed"), "{run:#?}");
    asked("HEAD").ends(0).says("checked 0 files");
    git(&clone, &["fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main"]);
    asked("origin/main").ends(1).tells("no commit in common").tells("--unshallow origin main\n");
    git(&clone, &["fetch", "-q", "--unshallow", "origin", "main"]);
    asked("origin/main").ends(0).says("checked 2 files: 0 errors, 2 warnings");
}
