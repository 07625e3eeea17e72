//! Killed at every system call of a write, the steps of poorer file systems included.

use crate::case::{CASES, Expected, FIRST, case};
use crate::strace::Strace;
use crate::table::Table;
use crate::trial::{Trial, run_all};

/// What some machines refuse each time, and the row of the table.
///
/// A share that knows neither exchange nor links writes a new record under its own name: the one window that the README
/// names, so nobody is killed there.
const MACHINES: [(&str, &[&str]); 5] = [
    ("kill", &[]),
    ("kill, no exchange", &["renameat2:error=EINVAL"]),
    ("kill, renameat2 unknown", &["renameat2:error=ENOSYS"]),
    ("kill, no locks", &["flock:error=ENOLCK"]),
    ("kill, no modes", &["fchmod:error=EPERM"]),
];

/// Kills every command at every step.
pub(crate) fn at_every_step(table: &Table) {
    for (kind, always) in MACHINES {
        let cases: Vec<_> = match always {
            [] => CASES.iter().chain([&FIRST]).collect(),
            // Where a command makes no such call, the machine is no poorer.
            [one] if one.starts_with("fchmod") => vec![case("set")],
            _ => vec![case("add"), case("set")],
        };
        let expected: Vec<Expected> = cases.iter().map(|case| case.expected(always)).collect();
        let trials: Vec<Trial<'_>> =
            expected.iter().flat_map(|expected| trials(kind, always, expected)).collect();
        run_all(&trials, table);
    }
}

fn trials<'t>(kind: &str, always: &[&str], expected: &'t Expected) -> Vec<Trial<'t>> {
    // A call is refused or ends in a kill, not both: the state is that before the next call.
    let refused = |call: &str| always.iter().any(|fault| fault.split(':').next() == Some(call));
    let steps = expected.steps.iter().filter(|step| !refused(&step.call));
    steps
        .map(|step| Trial {
            kind: kind.to_owned(),
            expected,
            strace: Strace::always(always).kill(step),
            may_leave: true,
        })
        .collect()
}
