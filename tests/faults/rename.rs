//! A rename, which changes several records: whatever happens, each reference names a record that is there.

use std::collections::BTreeSet;

use crate::case::{Case, Expected, RECORD, TEXT, check};
use crate::errors;
use crate::files::{Files, files, is_temporary};
use crate::kill;
use crate::strace::{Ended, Strace};
use crate::support::Repo;
use crate::table::Table;
use crate::trial::run_at_once;
use crate::verdict::{Fault, Stands, Verdict, same};

/// Where the record stands afterwards.
pub(crate) const RENAMED: &str = "records/2020/2020-02-cells.toml";
/// The record, and two others that name it.
pub(crate) const RENAME: Case = Case {
    name: "rename",
    files: &[
        (RECORD, TEXT),
        (
            "records/2021-05-after.toml",
            "title = \"After\"\ntype = \"custody\"\npublished = 2021-05-04\nfollows = [\"2020-02-custody\"] # see there\n",
        ),
        (
            "records/2020/2020-03-beside.toml",
            "title = \"Beside\"\ntype = \"thematic\"\npublished = 2020-03-05\n\n[response]\nanswered_by = \"2020-02-custody\"\n",
        ),
    ],
    args: &["rename", "2020-02-custody", "2020-02-cells"],
    says: "Renamed ",
};

/// Kills and refuses it at every step.
pub(crate) fn of_a_record_that_others_name(table: &Table) {
    for (machine, always) in [("", &[][..]), (", no exchange", &["renameat2:error=EINVAL"])] {
        let expected = RENAME.expected(always);
        let strace = Strace::always(always);
        let at_each = |fault: &str, steps: &[Strace]| {
            let kind = format!("rename: {fault}{machine}");
            run_at_once(steps, |strace| once(table, &kind, &expected, strace, true));
        };
        at_each("kill", &kill::every(&expected.steps, always, &strace));
        at_each("disk that dies", &errors::dying(&expected.steps, &strace));
        if always.is_empty() {
            run_at_once(&errors::every(&expected.steps, always, &strace), |refused| {
                let kind = format!("rename: error of {}", refused.call);
                once(table, &kind, &expected, &refused.strace, refused.may_leave);
            });
        }
    }
}

/// One trial; then the same rename is run once more and completes it.
fn once(table: &Table, kind: &str, expected: &Expected, strace: &Strace, may_leave: bool) {
    let repo = RENAME.lay();
    let ended = strace.run(&repo, RENAME.args);
    let mut verdict = judge(expected, &files(repo.dir.path()), &ended, may_leave);
    let (status, said) = check(&repo);
    if status != 0 {
        verdict.faults.push(Fault::Lost(format!("a reference names nothing: {said}")));
    }
    if verdict.faults.is_empty() {
        verdict.faults.extend(once_more(expected, &repo, verdict.stands));
    }
    table.count(kind, &format!("{strace:?}"), &verdict);
}

/// The same rename, with nothing in its way.
fn once_more(expected: &Expected, repo: &Repo, stands: Stands) -> Option<Fault> {
    let again = repo.run(RENAME.args);
    let right = match stands {
        Stands::New => again.code == 1 && again.err.contains("2020-02-custody"),
        _ => again.code == 0,
    };
    let after: Files = files(repo.dir.path())
        .into_iter()
        .filter(|(path, _)| stands != Stands::New || !is_temporary(path))
        .collect();
    if !right || !same(&after, &expected.new) {
        return Some(Fault::Lost(format!("the next rename does not complete it: {again:?} {after:?}")));
    }
    None
}

/// Judges what stands and what was said of it.
fn judge(expected: &Expected, after: &Files, ended: &Ended, may_leave: bool) -> Verdict {
    let Expected { old, new, .. } = expected;
    let kept: Files = after
        .iter()
        .filter(|(path, _)| !is_temporary(path))
        .map(|(path, thing)| (path.clone(), thing.clone()))
        .collect();
    let mut faults = Vec::new();
    if kept.len() != after.len() && !may_leave {
        faults.push(Fault::Astray(format!("{:?}", after.keys())));
    }
    for (path, thing) in &kept {
        match [old.get(path), new.get(path)] {
            [None, None] => faults.push(Fault::Astray(path.clone())),
            known if known.contains(&Some(thing)) => {}
            _ => faults.push(Fault::Half(format!("{path}: {thing:?}"))),
        }
    }
    let stay = old.keys().filter(|path| new.contains_key(*path));
    faults.extend(stay.filter(|path| !kept.contains_key(*path)).map(|path| Fault::Lost(path.clone())));
    if !kept.contains_key(RECORD) && !kept.contains_key(RENAMED) {
        faults.push(Fault::Lost(RECORD.into()));
    }
    let stands = match &kept {
        kept if same(kept, new) => Stands::New,
        kept if same(kept, old) => Stands::Old,
        _ => Stands::Neither,
    };
    faults.extend(wrong_words(stands, &changed(old, &kept), ended));
    Verdict { stands, faults }
}

/// The paths at which something else stands than before.
fn changed<'f>(old: &Files, kept: &'f Files) -> BTreeSet<&'f str> {
    kept.iter().filter(|(path, thing)| old.get(*path) != Some(thing)).map(|(path, _)| path.as_str()).collect()
}

/// What says other than what stands.
fn wrong_words(stands: Stands, changed: &BTreeSet<&str>, ended: &Ended) -> Option<Fault> {
    let acknowledged = ended.out.contains(RENAME.says);
    let done = ["the rename is done and every record is whole", "the record is renamed and whole"];
    let done = acknowledged || done.iter().any(|words| ended.err.contains(words));
    let nothing = ["nothing was written", "every record stands as it was"];
    let nothing = nothing.iter().any(|words| ended.err.contains(words));
    let right = match (ended.status, stands) {
        (None, _) => !acknowledged || stands == Stands::New,
        (Some(0), _) => acknowledged && stands == Stands::New,
        (Some(1 | 3), Stands::New) => done && !nothing,
        // A refusal writes nothing, said or not.
        (Some(1), Stands::Old) => !done,
        (Some(3), Stands::Old) => nothing && !done,
        (Some(3), Stands::Neither) => !nothing && !done && named(&ended.err) == Some(changed.clone()),
        _ => false,
    };
    let words = || format!("{stands:?} stands, {changed:?} changed: {ended:?}");
    match right {
        true => None,
        false if acknowledged && stands != Stands::New => Some(Fault::Lost(words())),
        false => Some(Fault::Words(words())),
    }
}

/// The records that a message says to be left as after the rename.
fn named(words: &str) -> Option<BTreeSet<&str>> {
    let (_, list) = words.split_once("could not be taken back whole: ")?;
    let (list, _) = list.split_once(" as after it, and every record is whole")?;
    Some(list.split('`').skip(1).step_by(2).collect())
}

mod planted {
    use super::*;
    use crate::files::Thing;

    const BESIDE: &str = "records/b.toml";

    fn laid(files: &[(&str, &str)]) -> Files {
        files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Thing::File(text.as_bytes().into(), 0o644)))
            .collect()
    }

    fn expected() -> Expected {
        let old = laid(&[(RECORD, "text"), (BESIDE, "old id"), ("track.toml", "")]);
        let new = laid(&[(RENAMED, "text"), (BESIDE, "new id"), ("track.toml", "")]);
        Expected {
            case: &RENAME,
            old,
            new,
            checks: [(0, String::new()), (0, String::new())],
            steps: Vec::new(),
        }
    }

    fn ended(status: Option<i32>, out: &str, err: &str) -> Ended {
        Ended { status, out: out.into(), err: err.into() }
    }

    const DONE: &str =
        "Renamed records/2020/2020-02-custody.toml to records/2020/2020-02-cells.toml; 1 reference\n";
    const BACK: &str = "error: x; the rename was taken back: every record stands as it was";

    fn left(paths: &str) -> Ended {
        let words = "x; the rename could not be taken back whole:";
        ended(Some(3), "", &format!("error: {words} {paths} as after it, and every record is whole"))
    }

    #[test]
    fn a_planted_fault_is_found() {
        let expected = expected();
        let (old, new) = (&expected.old, &expected.new);
        let both = &laid(&[(RECORD, "text"), (RENAMED, "text"), (BESIDE, "new id"), ("track.toml", "")]);
        let made = "`records/2020/2020-02-cells.toml`";
        let all = "`records/b.toml` and `records/2020/2020-02-cells.toml`";
        let with = |path: &str, text: &str| {
            let mut files = old.clone();
            files.extend(laid(&[(path, text)]));
            files
        };
        let without = |path: &str| -> Files {
            old.iter()
                .filter(|(other, _)| *other != path)
                .map(|(path, thing)| (path.clone(), thing.clone()))
                .collect()
        };
        for (planted, after, ended, kind) in [
            ("the record nowhere", &without(RECORD), ended(None, "", ""), "Lost"),
            ("another gone", &without(BESIDE), ended(None, "", ""), "Lost"),
            ("half of the new one", &with(RENAMED, "te"), ended(None, "", ""), "Half"),
            ("half of a reference", &with(BESIDE, "new"), ended(None, "", ""), "Half"),
            ("a stray", &with("records/c.toml", ""), ended(None, "", ""), "Astray"),
            ("acknowledged and half done", both, ended(Some(0), DONE, ""), "Lost"),
            ("acknowledged before a kill", old, ended(None, DONE, ""), "Lost"),
            ("said to be taken back and is not", both, ended(Some(3), "", BACK), "Words"),
            ("said to be taken back and is done", new, ended(Some(3), "", BACK), "Words"),
            ("half done by a refusal", both, ended(Some(1), "", BACK), "Words"),
            ("one of two named", both, left(&format!("{made} stands")), "Words"),
            ("one too many named", &with(RENAMED, "text"), left(&format!("{all} stand")), "Words"),
            ("no word of what stands", old, ended(Some(3), "", "error: x"), "Words"),
        ] {
            let found = judge(&expected, after, &ended, true).faults;
            assert!(found.iter().any(|fault| format!("{fault:?}").starts_with(kind)), "{planted}: {found:?}");
        }
        let temporary = with("records/.track-1-1.tmp", "");
        assert!(!judge(&expected, &temporary, &ended(Some(3), "", BACK), false).faults.is_empty());
        for (after, ended) in [
            (new, ended(Some(0), DONE, "")),
            (new, ended(Some(3), "", "error: x; the rename is done and every record is whole, but")),
            (old, ended(Some(3), "", BACK)),
            (old, ended(Some(1), "", "error: no record has the id")),
            (both, ended(None, "", "")),
            (both, left(&format!("{all} stand"))),
            (&with(RENAMED, "text"), left(&format!("{made} stands"))),
            (&temporary, ended(None, "", "")),
        ] {
            assert_eq!(judge(&expected, after, &ended, true).faults, [], "{ended:?}");
        }
    }
}
