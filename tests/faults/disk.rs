//! A disk that is full: a small file system of its own where that is allowed, and a bound on the size of files.

use std::fs;
use std::process::Command;

use crate::case::{Case, Expected, RECORD};
use crate::strace::Ended;
use crate::support::Repo;
use crate::table::Table;
use crate::trial::{at_once, settle};

const NO_MOUNTS: &str = "no mounts are allowed here, so only by a bound on the size of files";
/// How long the texts are that shall not fit: ten pages.
const LONG: usize = 40_000;

/// Full by every number of free pages, and by files.
pub(crate) fn that_is_full(table: &Table) {
    let expected = [set(), add()].map(|case| case.expected(&[]));
    let allowed = mounts_are_allowed();
    println!(
        "disk that is full: {}",
        if allowed { "a small tmpfs in a namespace of its own" } else { NO_MOUNTS }
    );
    let pages = if allowed { 14 } else { 0 };
    at_once(3, 2 * pages, |n| small(table, &expected[n % 2], n / 2, false));
    at_once(3, 2 * usize::from(allowed), |n| small(table, &expected[n], 14, true));
    let bounds = [0, 1, 7, 8, 40, 77, 78, 79];
    at_once(3, 2 * bounds.len(), |n| bounded(table, &expected[n % 2], bounds[n / 2], "trap '' XFSZ; "));
    at_once(3, 2 * bounds.len(), |n| bounded(table, &expected[n % 2], bounds[n / 2], ""));
}

/// A long record, of which a short key is changed.
fn set() -> &'static Case {
    let text = format!(
        "title = \"Long\"\ntype = \"custody\"\npublished = 2020-02-11\nkey_findings = \"\"\"\n{}\"\"\"\n",
        "Words that fill. ".repeat(LONG / 17)
    );
    let files = vec![(RECORD, &*text.leak())];
    Box::leak(Box::new(Case {
        name: "set, long",
        files: files.leak(),
        args: &["set", "2020-02-custody", "title", "Longer"],
        says: "Saved ",
    }))
}

/// A new record with a long text.
fn add() -> &'static Case {
    let text: &str = "Words that fill. ".repeat(LONG / 17).leak();
    let args = vec![
        "add",
        "--title",
        "Long",
        "--type",
        "national",
        "--published",
        "2020-03-09",
        "--recommendation",
        text,
        "--id",
        "2020-03-long",
    ];
    Box::leak(Box::new(Case { name: "add, long", files: &[], args: args.leak(), says: "Saved " }))
}

/// Runs in a file system of its own that has so many pages free, or no room for another file.
fn small(table: &Table, expected: &Expected, pages: usize, no_files: bool) {
    let (repo, after) = (expected.case.lay(), tempfile::tempdir().unwrap());
    let disk = tempfile::tempdir().unwrap();
    let script = "mount -t tmpfs -o size=1M,nr_inodes=64 none \"$1\" || exit 97; mkdir \"$1/repo\" && cp -a \"$2/.\" \"$1/repo/\" || exit 98
        touch \"$1/repo/.track.lock\"
        if [ \"$5\" = files ]; then n=0; while touch \"$1/f$n\" 2>/dev/null; do n=$((n+1)); done
        else dd if=/dev/zero \"of=$1/fill\" bs=4096 2>/dev/null; truncate -s \"-$4\" \"$1/fill\"; fi
        cd \"$1/repo\"; from=$1; to=$3; shift 5; \"$@\"; status=$?; cp -a \"$from/repo/.\" \"$to/\" || exit 98; exit $status";
    let [disk, from, to] = [disk.path(), repo.dir.path(), after.path()].map(|path| path.to_str().unwrap());
    let what = if no_files { "files" } else { "pages" };
    let before = [disk, from, to, &(pages * 4096).to_string(), what];
    let ended = apart(&repo, script, &before, expected.case.args).expect("mounts are allowed");
    assert_ne!(ended.status, Some(98), "{ended:?}");
    let kind = if no_files { "full disk: no more files" } else { "full disk" };
    // The same repository as it stands on the full disk.
    let repo = Repo { dir: after };
    settle(
        table,
        kind,
        &format!("{} with {pages} pages", expected.case.name),
        expected,
        &repo,
        &ended,
        false,
    );
}

/// Runs with a bound on the size of files, in blocks of 512 bytes; past it a write is cut short, then refused.
fn bounded(table: &Table, expected: &Expected, blocks: usize, trap: &str) {
    let repo = expected.case.lay();
    let ended = Ended::of(bounded_command(&repo, blocks, trap, expected.case.args).output().unwrap());
    let kind = if trap.is_empty() { "file bound, killed" } else { "file bound" };
    settle(
        table,
        kind,
        &format!("{} at {blocks} blocks", expected.case.name),
        expected,
        &repo,
        &ended,
        trap.is_empty(),
    );
}

/// The program with a bound on the size of files; with `trap '' XFSZ; ` it outlives the first write past it.
pub(crate) fn bounded_command(repo: &Repo, blocks: usize, trap: &str, args: &[&str]) -> Command {
    let mut command = Command::new("sh");
    let script = format!("{trap}ulimit -f {blocks}; exec \"$@\"");
    command.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_track")]);
    as_track(repo, &mut command, args);
    command
}

/// Runs a shell's words in a namespace of mounts of their own, with the program and its arguments after the others; none where
/// that is not allowed.
pub(crate) fn apart(repo: &Repo, script: &str, before: &[&str], args: &[&str]) -> Option<Ended> {
    let mut command = namespace();
    command.args(["sh", "-c", script, "sh"]).args(before).arg(env!("CARGO_BIN_EXE_track"));
    let ended = run(repo, &mut command, args);
    let refused = ended.status == Some(97) || ended.err.contains("unshare");
    (!refused).then_some(ended)
}

fn run(repo: &Repo, command: &mut Command, args: &[&str]) -> Ended {
    as_track(repo, command, args);
    Ended::of(command.output().unwrap())
}

/// Gives a command the program's arguments, folder and environment.
fn as_track(repo: &Repo, command: &mut Command, args: &[&str]) {
    let plain = repo.command(args);
    command.args(args).current_dir(repo.dir.path());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
}

/// Root makes one as it is; others become root in it.
fn namespace() -> Command {
    let mut command = Command::new("unshare");
    let root = fs::metadata("/proc/self").is_ok_and(|told| std::os::unix::fs::MetadataExt::uid(&told) == 0);
    command.args(if root { ["-m"].as_slice() } else { ["-r", "-m"].as_slice() });
    command
}

fn mounts_are_allowed() -> bool {
    let folder = tempfile::tempdir().unwrap();
    let mut command = namespace();
    command.args(["mount", "-t", "tmpfs", "none"]).arg(folder.path());
    command.output().is_ok_and(|output| output.status.success())
}
