//! The lock held by another, not to be opened, or something else than a file.

use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

use crate::case::{Case, case};
use crate::rights::Nobody;
use crate::strace::Ended;
use crate::support::Repo;
use crate::table::Table;
use crate::trial::{at_once, settle};
use crate::verdict::{Fault, Stands, Verdict};

/// Tries each with each command.
pub(crate) fn that_is_held_or_strange(table: &Table) {
    let cases = [case("add"), case("set")];
    at_once(8, 6, |n| match n / 2 {
        0 => held(table, cases[n % 2], None),
        1 => held(table, cases[n % 2], Some(Duration::from_secs(1))),
        _ => not_to_be_opened(table, cases[n % 2]),
    });
    for case in cases {
        strange(table, case, "a link", |repo| symlink("elsewhere", repo.path(".track.lock")).unwrap());
        strange(table, case, "a folder", |repo| fs::create_dir(repo.path(".track.lock")).unwrap());
        strange(table, case, "a fifo", |repo| {
            assert!(Command::new("mkfifo").arg(repo.path(".track.lock")).status().unwrap().success());
        });
    }
}

/// Held for good the lock is a reason to give up, and held for a while a reason to wait.
fn held(table: &Table, case: &'static Case, until: Option<Duration>) {
    let expected = case.expected(&[]);
    let repo = case.lay();
    let lock = File::create(repo.path(".track.lock")).unwrap();
    lock.lock().unwrap();
    let begun = Instant::now();
    let other = lock.try_clone().unwrap();
    let release = until.map(|until| {
        spawn(move || {
            sleep(until);
            other.unlock().unwrap();
        })
    });
    let ended = Ended::of(repo.command(case.args).output().unwrap());
    let waited = begun.elapsed();
    if let Some(release) = release {
        release.join().unwrap();
    }
    lock.unlock().unwrap();
    let mut faults = Vec::new();
    let busy = "another track is writing here and has not finished";
    let right = match until {
        None => {
            ended.status == Some(3) && ended.err.contains(busy) && ended.err.contains("nothing was written")
        }
        Some(_) => ended.status == Some(0),
    };
    if !right || waited < until.unwrap_or(Duration::from_secs(4)) {
        faults.push(Fault::Words(format!("after {waited:?}: {ended:?}")));
    }
    let kind = if until.is_some() { "lock held for a second" } else { "lock held" };
    settle(table, kind, case.name, &expected, &repo, &ended, false);
    if !faults.is_empty() {
        table.count(kind, case.name, &Verdict { stands: Stands::Neither, faults });
    }
}

/// A lock that this user may not open is none, and the write is safe without.
fn not_to_be_opened(table: &Table, case: &'static Case) {
    let expected = case.expected(&[]);
    let repo = case.lay();
    File::create(repo.path(".track.lock")).unwrap();
    fs::set_permissions(repo.path(".track.lock"), PermissionsExt::from_mode(0o000)).unwrap();
    let ended = Nobody::owning(&repo).run(&repo, case.args);
    fs::set_permissions(repo.path(".track.lock"), PermissionsExt::from_mode(0o644)).unwrap();
    settle(table, "lock not to be opened", case.name, &expected, &repo, &ended, false);
}

fn strange(table: &Table, case: &'static Case, what: &str, lay: fn(&Repo)) {
    let expected = case.expected(&[]);
    let repo = case.lay();
    lay(&repo);
    let ended = Ended::of(repo.command(case.args).output().unwrap());
    let lock = repo.path(".track.lock");
    let mut faults = Vec::new();
    let refused = ended.status == Some(3) && ended.err.contains(what) && ended.err.contains(".track.lock");
    if !refused || fs::symlink_metadata(&lock).is_err() || repo.path("elsewhere").exists() {
        faults.push(Fault::Words(format!("{ended:?}")));
    }
    let _ = fs::remove_file(&lock).or_else(|_| fs::remove_dir(&lock));
    settle(table, "lock that is no file", what, &expected, &repo, &ended, false);
    if !faults.is_empty() {
        table.count("lock that is no file", what, &Verdict { stands: Stands::Neither, faults });
    }
}
