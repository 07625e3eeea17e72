//! A folder that is made ready for records: each file whole or not there, nothing overwritten, and a second run completes it.

use std::collections::BTreeSet;

use tempfile::tempdir;

use crate::errors;
use crate::files::{Files, Thing, files};
use crate::kill;
use crate::strace::{Ended, Strace};
use crate::support::Repo;
use crate::table::Table;
use crate::trial::run_at_once;
use crate::verdict::{Fault, Stands, Verdict};

const ARGS: [&str; 4] =
    ["init", "--no-input", "--office", "Example Office of the Police and Crime Commissioner"];
/// What stands in the folder before: a file of the person's own, where one would be made.
const OWN: (&str, &str) = (".gitignore", "notes/\n");

/// What it does when nothing goes wrong.
struct Expected {
    old: Files,
    new: Files,
}

/// Kills and refuses it at every step.
pub(crate) fn of_a_folder(table: &Table) {
    for (machine, always) in [("", &[][..]), (", no exchange", &["renameat2:error=EINVAL"])] {
        let strace = Strace::always(always);
        let repo = lay();
        let old = files(repo.dir.path());
        let (ended, steps) = strace.steps(&repo, &ARGS);
        let expected = Expected { old, new: files(repo.dir.path()) };
        assert!(ended.status == Some(0) && expected.new.len() > 8, "{ended:?} {:?}", expected.new.keys());
        assert_eq!(repo.track("check").code, 0);
        let at_each = |fault: &str, steps: &[Strace]| {
            let kind = format!("init: {fault}{machine}");
            run_at_once(steps, |strace| once(table, &kind, &expected, strace, true));
        };
        // Before the lock nothing is made, on any machine.
        let begun = steps.iter().position(|step| step.call == "flock").unwrap();
        let killed = if always.is_empty() { &steps } else { &steps[begun..] };
        at_each("kill", &kill::every(killed, always, &strace));
        if always.is_empty() {
            at_each("disk that dies", &errors::dying(&steps[begun..], &strace));
            // By the first answer to each call: the others are tried with `add`, which makes its file the same way.
            let mut refused = errors::every(&steps, always, &strace);
            refused.retain(|refused| refused.first);
            run_at_once(&refused, |refused| {
                once(table, "init: error", &expected, &refused.strace, refused.may_leave);
            });
        }
    }
}

/// A folder with nothing but a file of the person's own.
fn lay() -> Repo {
    let repo = Repo { dir: tempdir().unwrap() };
    repo.write(OWN.0, OWN.1.as_bytes());
    repo
}

fn once(table: &Table, kind: &str, expected: &Expected, strace: &Strace, may_leave: bool) {
    let repo = lay();
    let ended = strace.run(&repo, &ARGS);
    let mut verdict = judge(expected, &files(repo.dir.path()), &ended, may_leave);
    if verdict.faults.is_empty() {
        let again = repo.run(&ARGS);
        let after = files(repo.dir.path());
        if again.code != 0 || after != expected.new {
            let left: Vec<_> = after.keys().filter(|path| !expected.new.contains_key(*path)).collect();
            verdict
                .faults
                .push(Fault::Lost(format!("the second run does not complete it: {left:?} {again:?}")));
        }
    }
    table.count(kind, &format!("{strace:?}"), &verdict);
}

/// Whether a path is that of a temporary; here they lie beside every file.
fn is_temporary(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.strip_prefix(".track-").and_then(|rest| rest.strip_suffix(".tmp")).is_some()
}

/// Judges what stands and what was said of it.
fn judge(expected: &Expected, after: &Files, ended: &Ended, may_leave: bool) -> Verdict {
    let mut faults = Vec::new();
    let mut made = BTreeSet::new();
    for (path, thing) in after.iter().filter(|(_, thing)| **thing != Thing::EmptyFolder) {
        match (expected.old.get(path), expected.new.get(path)) {
            (Some(before), _) if before != thing => {
                faults.push(Fault::Lost(format!("{path} was overwritten")));
            }
            (Some(_), _) => {}
            (None, Some(whole)) if whole == thing => {
                made.insert(path.as_str());
            }
            (None, Some(_)) => faults.push(Fault::Half(format!("{path}: {thing:?}"))),
            (None, None) if is_temporary(path) && may_leave => {}
            (None, None) => faults.push(Fault::Astray(path.clone())),
        }
    }
    let gone = expected.old.keys().filter(|path| !after.contains_key(*path));
    faults.extend(gone.map(|path| Fault::Lost(path.clone())));
    let all = expected.new.keys().filter(|path| !expected.old.contains_key(*path)).count();
    let stands = match made.len() {
        0 => Stands::Old,
        some if some == all => Stands::New,
        _ => Stands::Neither,
    };
    if !is_right(stands, &made, ended) {
        faults.push(Fault::Words(format!("{stands:?} stands, {made:?} made: {ended:?}")));
    }
    Verdict { stands, faults }
}

/// Whether the words say what stands.
fn is_right(stands: Stands, made: &BTreeSet<&str>, ended: &Ended) -> bool {
    let well = || ended.out.contains("track.toml") && stands == Stands::New;
    match ended.status {
        None => ended.out.is_empty() || well(),
        Some(0) => well(),
        Some(3) if ended.err.contains("every file is made and whole") => stands == Stands::New,
        Some(3) => named(&ended.err).as_ref() == Some(made),
        // A refusal makes nothing.
        Some(1) => stands == Stands::Old,
        _ => false,
    }
}

/// The files that a message says to be made: before it, or in its place and not confirmed.
fn named(words: &str) -> Option<BTreeSet<&str>> {
    let mut named = BTreeSet::new();
    let words = words.lines().next()?;
    if let Some((before, _)) = words.split_once("; it is in its place and whole") {
        let path = before.split('`').rev().nth(1)?;
        // It is named from `/` on, below a temporary folder.
        named.insert(path.splitn(4, '/').nth(3)?);
    }
    match words.split_once("; made before that, and whole: ") {
        Some((_, list)) => named.extend(list.split('`').skip(1).step_by(2)),
        None if words.contains("; no file was made before it") => {}
        None => return None,
    }
    Some(named)
}

mod planted {
    use super::*;

    fn laid(files: &[(&str, &str)]) -> Files {
        files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Thing::File(text.as_bytes().into(), 0o644)))
            .collect()
    }

    fn ended(status: Option<i32>, out: &str, err: &str) -> Ended {
        Ended { status, out: out.into(), err: err.into() }
    }

    #[test]
    fn a_planted_fault_is_found() {
        let own = (OWN.0, OWN.1);
        let (one, two) = (("track.toml", "a"), ("records/README.md", "b"));
        let expected = Expected { old: laid(&[own]), new: laid(&[own, one, two]) };
        let judged =
            |files: &[(&str, &str)], ended: &Ended| judge(&expected, &laid(files), ended, false).faults;
        let killed = || ended(None, "", "");
        let said = "Made track.toml\n";
        let none = "error: cannot write `/tmp/x/track.toml`: x; no file was made before it";
        let one_made = "error: x; made before that, and whole: `track.toml`";
        let unproven = "error: cannot confirm `/tmp/x/track.toml`: x; it is in its place and whole, but the disk has not \
            confirmed it; no file was made before it";
        for (planted, files, ended, kind) in [
            ("overwritten", &[(OWN.0, "")][..], killed(), "Lost"),
            ("gone", &[one], killed(), "Lost"),
            ("half", &[own, (one.0, "")], killed(), "Half"),
            ("a stray", &[own, ("x", "")], killed(), "Astray"),
            ("left over", &[own, (".track-1-1.tmp", "")], ended(Some(3), "", none), "Astray"),
            ("acknowledged and not made", &[own, one], ended(Some(0), said, ""), "Words"),
            ("made and not said", &[own, one], ended(Some(3), "", none), "Words"),
            ("said and not made", &[own], ended(Some(3), "", one_made), "Words"),
            ("no word", &[own], ended(Some(3), "", "error: x"), "Words"),
            ("made by a refusal", &[own, one], ended(Some(1), "", "error: x"), "Words"),
            ("a panic", &[own], ended(Some(101), "", none), "Words"),
        ] {
            let found = judged(files, &ended);
            assert!(found.iter().any(|fault| format!("{fault:?}").starts_with(kind)), "{planted}: {found:?}");
        }
        for (files, ended) in [
            (&[own, one, two][..], ended(Some(0), said, "")),
            (&[own], killed()),
            (&[own, one], killed()),
            (&[own], ended(Some(3), "", none)),
            (&[own, one], ended(Some(3), "", one_made)),
            (&[own, one], ended(Some(3), "", unproven)),
            (&[own, one, two], ended(Some(3), said, "error: every file is made and whole, but x")),
        ] {
            assert_eq!(judged(files, &ended), [], "{ended:?}");
        }
    }
}
