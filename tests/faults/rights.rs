//! Folders and files that may not be written: by their modes, and because the file system is mounted so.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use tempfile::TempDir;

use crate::case::{Case, RECORD, case};
use crate::disk;
use crate::strace::Ended;
use crate::support::Repo;
use crate::table::Table;
use crate::trial::settle;
use crate::verdict::{Fault, Stands, Verdict};

/// The user whom nothing belongs to.
const NOBODY: u32 = 65534;

/// A user whom modes bind: root is bound by none, so it runs the program as nobody.
pub(crate) struct Nobody {
    /// A copy of the program that nobody can reach, where root needs it.
    program: Option<(TempDir, PathBuf)>,
}

impl Nobody {
    /// Gives this user a repository.
    pub(crate) fn owning(repo: &Repo) -> Self {
        let root = fs::metadata(repo.path(".")).unwrap().uid() == 0;
        Self {
            program: root.then(|| {
                own(repo.dir.path());
                copied()
            }),
        }
    }

    /// Runs the program.
    pub(crate) fn run(&self, repo: &Repo, args: &[&str]) -> Ended {
        let plain = repo.command(args);
        let Some((_, program)) = &self.program else {
            return Ended::of({ plain }.output().unwrap());
        };
        let mut command = Command::new(program);
        command.args(args).current_dir(repo.dir.path()).uid(NOBODY).gid(NOBODY);
        command.env_clear().envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
        loop {
            match command.output() {
                // Another thread's program began while the copy was written and still holds it open; it lets go at once.
                Err(error) if error.kind() == ErrorKind::ExecutableFileBusy => thread::yield_now(),
                output => return Ended::of(output.unwrap()),
            }
        }
    }
}

fn own(path: &Path) {
    chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            own(&entry.unwrap().path());
        }
    }
}

fn copied() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
    let program = folder.path().join("track");
    fs::copy(env!("CARGO_BIN_EXE_track"), &program).unwrap();
    (folder, program)
}

/// What may not be written, the mode, and the exit status that follows.
const MODES: [(&str, &str, &str, u32, i32); 8] = [
    ("set", "the record's folder", "records/2020", 0o555, 3),
    ("set", "the record's folder, not even seen", "records/2020", 0o000, 1),
    ("set", "the record", RECORD, 0o444, 1),
    ("set", "the record, not even read", RECORD, 0o000, 1),
    ("set", "another record, not even read", "records/2019-05-other.toml", 0o000, 0),
    // No lock can be made: the write is safe without one.
    ("set", "the root", ".", 0o555, 0),
    ("add", "the root", ".", 0o555, 0),
    ("add", "records/", "records", 0o555, 3),
];

/// Tries each.
pub(crate) fn that_are_missing(table: &Table) {
    for (command, what, path, mode, status) in MODES {
        forbidden(table, case(command), what, path, mode, status);
    }
    of_somebody_else(table);
    for case in [case("add"), case("set")] {
        mounted_to_be_read(table, case);
    }
}

fn forbidden(table: &Table, case: &'static Case, what: &str, path: &str, mode: u32, status: i32) {
    let expected = case.expected(&[]);
    let repo = case.lay();
    let nobody = Nobody::owning(&repo);
    let before = fs::metadata(repo.path(path)).unwrap().permissions();
    fs::set_permissions(repo.path(path), PermissionsExt::from_mode(mode)).unwrap();
    let ended = nobody.run(&repo, case.args);
    let kept = fs::metadata(repo.path(path)).unwrap().permissions().mode() & 0o7777 == mode;
    fs::set_permissions(repo.path(path), before).unwrap();
    settle(table, "may not be written", what, &expected, &repo, &ended, false);
    if ended.status != Some(status) || !kept {
        let faults = vec![Fault::Words(format!("{what}: mode kept: {kept}, {ended:?}"))];
        table.count("may not be written", what, &Verdict { stands: Stands::Neither, faults });
    }
}

/// A record that belongs to somebody else, in a folder that all may write: it is theirs to change.
fn of_somebody_else(table: &Table) {
    let (case, what) = (case("set"), "a record of somebody else");
    let expected = case.expected(&[]);
    let repo = case.lay();
    let nobody = Nobody::owning(&repo);
    if nobody.program.is_none() {
        return println!("not tried: only root can lay {what}");
    }
    chown(repo.path(RECORD), Some(0), Some(0)).unwrap();
    let ended = nobody.run(&repo, case.args);
    settle(table, "may not be written", what, &expected, &repo, &ended, false);
    if ended.status != Some(1) || !ended.err.contains("nothing was written") {
        let faults = vec![Fault::Words(format!("{what}: {ended:?}"))];
        table.count("may not be written", what, &Verdict { stands: Stands::Neither, faults });
    }
}

/// The whole repository on a file system that is mounted to be read only.
fn mounted_to_be_read(table: &Table, case: &'static Case) {
    let expected = case.expected(&[]);
    let repo = case.lay();
    let script = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" || exit 97; cd \"$1\"; shift; exec \"$@\"";
    let Some(ended) = disk::apart(&repo, script, &[repo.dir.path().to_str().unwrap()], case.args) else {
        return println!("not tried: mounting a repository to be read only is not allowed here");
    };
    settle(table, "mounted to be read only", case.name, &expected, &repo, &ended, false);
    if ended.status != Some(3) {
        let faults = vec![Fault::Words(format!("{ended:?}"))];
        table.count("mounted to be read only", case.name, &Verdict { stands: Stands::Neither, faults });
    }
}
