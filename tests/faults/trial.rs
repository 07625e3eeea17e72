//! A trial: a case, a fault, the verdict, and whether the repository is as good as before.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::case::{Expected, check};
use crate::files::{files, is_temporary};
use crate::strace::{Ended, Strace};
use crate::support::Repo;
use crate::table::Table;
use crate::verdict::{Fault, Promised, Stands, Verdict, judge};

/// A case with a fault.
#[derive(Debug)]
pub(crate) struct Trial<'t> {
    /// The row of the table.
    pub(crate) kind: String,
    pub(crate) expected: &'t Expected,
    pub(crate) strace: Strace,
    /// Whether a temporary may be left over.
    pub(crate) may_leave: bool,
}

impl Trial<'_> {
    fn run(&self, table: &Table) {
        let repo = self.expected.case.lay();
        let ended = self.strace.run(&repo, self.expected.case.args);
        let what = format!("{} under {:?}", self.expected.case.name, self.strace);
        settle(table, &self.kind, &what, self.expected, &repo, &ended, self.may_leave);
    }
}

/// Runs trials, as many at once as the machine has processors.
pub(crate) fn run_all(trials: &[Trial<'_>], table: &Table) {
    run_at_once(trials, |trial| trial.run(table));
}

/// Calls a function for each of some things, as many at once as the machine has processors.
pub(crate) fn run_at_once<T: Sync>(things: &[T], run: impl Fn(&T) + Sync) {
    let threads = thread::available_parallelism().map_or(2, usize::from) + 1;
    at_once(threads, things.len(), |n| run(&things[n]));
}

/// Calls a function for every number below a bound, in so many threads.
pub(crate) fn at_once(threads: usize, bound: usize, run: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(n) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|n| *n < bound) {
                    run(n);
                }
            });
        }
    });
}

/// Judges what stands after a run, then looks whether other commands work and the next write sweeps.
pub(crate) fn settle(
    table: &Table,
    kind: &str,
    what: &str,
    expected: &Expected,
    repo: &Repo,
    ended: &Ended,
    may_leave: bool,
) {
    let after = files(repo.dir.path());
    let promised = Promised { old: &expected.old, new: &expected.new, says: expected.case.says };
    let mut verdict = judge(&promised, &after, ended, may_leave);
    if verdict.stands != Stands::Neither && repo.path("records").exists() {
        verdict.faults.extend(aftermath(expected, repo, &verdict));
    }
    table.count(kind, what, &verdict);
}

/// Left-overs change nothing for `check` and are swept by the next write.
fn aftermath(expected: &Expected, repo: &Repo, verdict: &Verdict) -> Option<Fault> {
    let now = &expected.checks[usize::from(verdict.stands == Stands::New)];
    if check(repo) != *now {
        return Some(Fault::Words("`track check` says something else than before".into()));
    }
    let next = ["add", "--title", "Next", "--type", "other", "--published", "2020-05-05", "--id", "next"];
    let next = repo.run(&next);
    if next.code != 0 {
        return Some(Fault::Words(format!("the next write fails: {next:?}")));
    }
    let left: Vec<String> = files(repo.dir.path()).into_keys().filter(|path| is_temporary(path)).collect();
    (!left.is_empty()).then(|| Fault::Astray(format!("not swept: {left:?}")))
}
