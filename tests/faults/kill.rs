//! Killed at every system call of a write, the steps of poorer file systems included.

use crate::case::{CASES, Expected, FIRST, case};
use crate::strace::{Step, Strace};
use crate::table::Table;
use crate::trial::{Trial, run_all};

/// What some machines refuse each time, the row of the table, and the commands that meet it; no name stands for all of them.
///
/// A share that knows neither exchange nor links writes a new record under its own name: the one window that the README
/// names, so nobody is killed there.
const MACHINES: [(&str, &[&str], &[&str]); 5] = [
    ("kill", &[], &[]),
    ("kill, no exchange", &["renameat2:error=EINVAL"], &["add", "set", "remove", "fmt"]),
    ("kill, renameat2 unknown", &["renameat2:error=ENOSYS"], &["add", "set"]),
    ("kill, no locks", &["flock:error=ENOLCK"], &["add", "set", "remove"]),
    ("kill, no modes", &["fchmod:error=EPERM"], &["set"]),
];

/// Kills every command at every step.
pub(crate) fn at_every_step(table: &Table) {
    for (kind, always, names) in MACHINES {
        let all = || CASES.iter().chain([&FIRST]).collect();
        let cases: Vec<_> =
            if names.is_empty() { all() } else { names.iter().map(|name| case(name)).collect() };
        let expected: Vec<Expected> = cases.iter().map(|case| case.expected(always)).collect();
        let trials: Vec<Trial<'_>> =
            expected.iter().flat_map(|expected| trials(kind, always, expected)).collect();
        run_all(&trials, table);
    }
}

fn trials<'t>(kind: &str, always: &[&str], expected: &'t Expected) -> Vec<Trial<'t>> {
    let deaths = every(&expected.steps, always, &Strace::always(always)).into_iter();
    deaths.map(|strace| Trial { kind: kind.to_owned(), expected, strace, may_leave: true }).collect()
}

/// A kill at every step, in what is refused each time.
pub(crate) fn every(steps: &[Step], always: &[&str], strace: &Strace) -> Vec<Strace> {
    // A call is refused or ends in a kill, not both: the state is that before the next call.
    let refused = |call: &str| always.iter().any(|fault| fault.split(':').next() == Some(call));
    steps.iter().filter(|step| !refused(&step.call)).map(|step| strace.clone().kill(step)).collect()
}
