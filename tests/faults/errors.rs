//! Every system call of a write refused, each time it is made, by every answer that a disk or a share may give.

use crate::case::{CASES, Case, Expected, FIRST, case};
use crate::strace::{Step, Strace};
use crate::table::Table;
use crate::trial::{Trial, run_all};

/// The answers to a call.
fn answers(call: &str) -> &'static [&'static str] {
    match call {
        "openat" => &["EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EINTR", "EMFILE", "ENOENT", "ESTALE"],
        "write" => &["EIO", "ENOSPC", "EDQUOT", "EFBIG", "EINTR"],
        "fsync" => &["EIO", "ENOSPC", "EDQUOT", "EROFS", "EINVAL", "EINTR"],
        "renameat2" | "renameat" | "rename" | "linkat" => {
            &["EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EINTR", "EINVAL", "ENOSYS", "ENOENT"]
        }
        "unlinkat" | "mkdirat" => &["EIO", "ENOSPC", "EROFS", "EACCES", "EINTR"],
        "fchmod" | "fchown" => &["EIO", "EROFS", "EPERM", "EINTR", "ENOSYS"],
        "flock" => &["EIO", "ENOLCK", "EINTR", "ENOSYS"],
        "close" => &["EIO", "EINTR"],
        "fcntl" => &["EIO"],
        _ => &["EIO", "EACCES", "EINTR"],
    }
}

/// What is refused each time beside the one error: the ways of poorer file systems fail as well.
const MACHINES: [(&str, &[&str]); 2] = [
    ("no exchange", &["renameat2:error=EINVAL"]),
    ("no exchange, no links", &["renameat2:error=EINVAL", "linkat:error=EPERM"]),
];

/// Refuses every call.
pub(crate) fn of_every_call(table: &Table) {
    let cases: Vec<&'static Case> = CASES.iter().chain([&FIRST]).collect();
    each(&|call| format!("error of {call}"), &[], &cases, table);
    for (machine, always) in MACHINES {
        let cases: &[_] = if always.len() == 1 { &[case("add"), case("set")] } else { &[case("add")] };
        each(&|_| format!("error, {machine}"), always, cases, table);
    }
    from_one_step_on(&cases, table);
}

fn each(kind: &dyn Fn(&str) -> String, always: &[&str], cases: &[&'static Case], table: &Table) {
    let expected: Vec<Expected> = cases.iter().map(|case| case.expected(always)).collect();
    let mut trials = Vec::new();
    for expected in &expected {
        trials.extend(every(&expected.steps, always, &Strace::always(always)).into_iter().map(|refused| {
            Trial { kind: kind(refused.call), expected, strace: refused.strace, may_leave: refused.may_leave }
        }));
    }
    run_all(&trials, table);
}

/// A call that is refused.
pub(crate) struct Refused<'s> {
    pub(crate) call: &'s str,
    pub(crate) strace: Strace,
    /// Whether what was to go may stay.
    pub(crate) may_leave: bool,
    /// Whether it is the first answer to this call.
    pub(crate) first: bool,
}

/// Every step refused by every answer, in what is refused each time.
pub(crate) fn every<'s>(steps: &'s [Step], always: &[&str], strace: &Strace) -> Vec<Refused<'s>> {
    let refused = |call: &str| always.iter().any(|fault| fault.split(':').next() == Some(call));
    let begun = steps.iter().position(|step| step.call == "flock").unwrap_or_default();
    let mut all = Vec::new();
    for (at, step) in steps.iter().enumerate().filter(|(_, step)| !refused(&step.call) && !step.ends_a_pipe) {
        all.extend(faults_of(step, at < begun).into_iter().enumerate().map(|(n, fault)| Refused {
            call: &step.call,
            strace: strace.clone().and(format!("{}:{fault}:when={}", step.call, step.nth)),
            may_leave: step.call == "unlinkat",
            first: n == 0,
        }));
    }
    all
}

/// What may go wrong with a step. Before the lock is asked for nothing is written, and one answer is as good as another.
fn faults_of(step: &Step, before: bool) -> Vec<String> {
    let answers = if before { &["EIO"] } else { answers(&step.call) };
    let mut faults: Vec<String> = answers.iter().map(|answer| format!("error={answer}")).collect();
    if step.call == "write" {
        faults.push("retval=0".into());
    }
    faults
}

/// From some step on the disk answers nothing but EIO; what the program says still reaches the person.
fn from_one_step_on(cases: &[&'static Case], table: &Table) {
    let expected: Vec<Expected> = cases.iter().map(|case| case.expected(&[])).collect();
    let mut trials = Vec::new();
    for expected in &expected {
        trials.extend(dying(&expected.steps, &Strace::default()).into_iter().map(|strace| Trial {
            kind: "disk that dies".into(),
            expected,
            strace,
            may_leave: true,
        }));
    }
    run_all(&trials, table);
}

/// A disk that dies at every step.
pub(crate) fn dying(steps: &[Step], strace: &Strace) -> Vec<Strace> {
    let last = steps.iter().rposition(|step| DYING.contains(&&*step.call)).unwrap_or_default();
    (0..=last).map(|at| dead_from(steps, at, strace)).collect()
}

/// Refuses every call from a step on.
fn dead_from(steps: &[Step], at: usize, strace: &Strace) -> Strace {
    DYING.iter().fold(strace.clone(), |strace, call| {
        let (before, after) = steps.split_at(at);
        let next = after.iter().find(|step| step.call == *call).map(|step| step.nth);
        let last = before.iter().rfind(|step| step.call == *call).map(|step| step.nth + 1);
        match next.or(last) {
            Some(nth) => strace.and(format!("{call}:error=EIO:when={nth}+")),
            None => strace,
        }
    })
}

/// The calls that a dead disk refuses: all but `write`, by which the program answers too; what it wrote fails to be brought
/// onto the disk.
const DYING: [&str; 11] = [
    "openat",
    "read",
    "statx",
    "newfstatat",
    "fstat",
    "fsync",
    "renameat2",
    "unlinkat",
    "mkdirat",
    "fchmod",
    "getdents64",
];
