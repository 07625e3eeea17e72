//! What `check` and `render` write with `--output`: the old file or the new one, whole, and the words say which.

use std::fs;

use crate::errors;
use crate::kill;
use crate::strace::{Ended, Strace};
use crate::support::{Repo, record};
use crate::table::Table;
use crate::trial::run_at_once;
use crate::verdict::{Fault, Stands, Verdict};

const FILE: &str = "out.json";
const NEW: &[&str] = &["check", "--format", "json", "--output", FILE];
const OVER: &[&str] = &["check", "--format", "json", "--output", FILE, "--overwrite"];

const DOCUMENT: &[&str] = &["render", "a", "--format", "md", "--output", FILE];

/// Kills and refuses it at every step of the writing.
pub(crate) fn that_a_command_writes(table: &Table) {
    for (name, args, old, says) in [
        ("new output", NEW, None, "\"findings\""),
        ("output over another", OVER, Some("mine"), "\"findings\""),
        ("new document", DOCUMENT, None, "# Response to"),
    ] {
        for (machine, always) in [("", &[][..]), (", no exchange", &["renameat2:error=EINVAL"])] {
            let strace = Strace::always(always);
            let repo = lay(old);
            let (ended, steps) = strace.steps(&repo, args);
            let new = fs::read_to_string(repo.path(FILE)).unwrap();
            assert!(ended.status == Some(0) && new.contains(says), "{ended:?}");
            let made = steps.iter().position(|step| step.line.contains(".track-")).unwrap();
            // What was looked at before the report was made is no part of the writing.
            let begun = steps[..made].iter().rposition(|step| step.line.contains(FILE)).unwrap();
            let steps = &steps[begun..];
            let once = |kind: &str, strace: &Strace, may_leave: bool| {
                let repo = lay(old);
                let ended = strace.run(&repo, args);
                let verdict = judge(&repo, old, &new, &ended, may_leave);
                table.count(&format!("{name}: {kind}{machine}"), &format!("{strace:?}"), &verdict);
            };
            run_at_once(&kill::every(steps, always, &strace), |strace| once("kill", strace, true));
            run_at_once(&errors::every(steps, always, &strace), |refused| {
                once("error", &refused.strace, refused.may_leave);
            });
        }
    }
}

fn lay(old: Option<&str>) -> Repo {
    let repo = Repo::with(&[("records/a.toml", record("A", "2026-11-01"))]);
    if let Some(old) = old {
        repo.write(FILE, old.as_bytes());
    }
    repo
}

/// Judges what stands and what was said of it.
fn judge(repo: &Repo, old: Option<&str>, new: &str, ended: &Ended, may_leave: bool) -> Verdict {
    let found = fs::read_to_string(repo.path(FILE)).ok();
    let mut faults = Vec::new();
    let stands = match found.as_deref() {
        found if found == old => Stands::Old,
        Some(found) if found == new => Stands::New,
        found => {
            faults.push(Fault::Half(format!("{found:?}")));
            Stands::Neither
        }
    };
    for path in crate::support::files_below(repo.dir.path()) {
        let is_temporary = path.starts_with(".track-");
        if !(["records/a.toml", FILE].contains(&path.as_str()) || (is_temporary && may_leave)) {
            faults.push(Fault::Astray(path));
        }
    }
    let is_right = match ended.status {
        None => true,
        Some(0) => stands == Stands::New,
        Some(3) if ended.err.contains("nothing was written") => stands == Stands::Old,
        Some(3) => ended.err.contains("in its place and whole") && stands == Stands::New,
        _ => false,
    };
    if !is_right {
        faults.push(Fault::Words(format!("{stands:?} stands: {ended:?}")));
    }
    Verdict { stands, faults }
}
