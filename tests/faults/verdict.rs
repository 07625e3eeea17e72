//! What every trial is judged by.

use crate::files::{Files, Thing, is_temporary};
use crate::strace::Ended;

/// What stands after a trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// All is as it was.
    Old,
    /// All is as the command was to make it.
    New,
    /// Something else: a fault.
    Neither,
}

/// A promise that was broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A record, or a change that was acknowledged, is not there.
    Lost(String),
    /// A record is neither its old nor its new version.
    Half(String),
    /// A file is where none was promised.
    Astray(String),
    /// The exit status or the words say other than what stands.
    Words(String),
}

/// What came of a trial.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) stands: Stands,
    pub(crate) faults: Vec<Fault>,
}

/// What a command is to do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Promised<'p> {
    /// What stands before it.
    pub(crate) old: &'p Files,
    /// What stands after it.
    pub(crate) new: &'p Files,
    /// How it says so.
    pub(crate) says: &'p str,
}

/// Judges what stands, what was left over, and what was said.
///
/// Temporaries may be left over by a kill, and where the system refused to take one away.
pub(crate) fn judge(promised: &Promised<'_>, after: &Files, ended: &Ended, may_leave: bool) -> Verdict {
    let Promised { old, new, .. } = *promised;
    let mut faults = misplaced(old, new, after, may_leave);
    let kept: Files = after
        .iter()
        .filter(|(path, _)| !is_temporary(path))
        .map(|(path, thing)| (path.clone(), thing.clone()))
        .collect();
    let stands = match kept {
        kept if same(&kept, new) => Stands::New,
        kept if same(&kept, old) => Stands::Old,
        _ => Stands::Neither,
    };
    if stands == Stands::Neither && faults.is_empty() {
        faults.push(Fault::Half(format!("some files are old and some new: {:?}", kept_names(after))));
    }
    faults.extend(wrong_words(stands, ended, ended.out.contains(promised.says)));
    Verdict { stands, faults }
}

/// The files that are neither old nor new, and those that should not be.
fn misplaced(old: &Files, new: &Files, after: &Files, may_leave: bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, thing) in after {
        let known = [old.get(path), new.get(path)];
        if known.contains(&Some(thing)) || *thing == Thing::EmptyFolder {
            continue;
        }
        let temporary = is_temporary(path) && matches!(thing, Thing::File(..));
        if known == [None, None] && temporary && may_leave {
            continue;
        }
        faults.push(match known {
            [None, None] => Fault::Astray(path.clone()),
            _ => Fault::Half(format!("{path}: {thing:?}")),
        });
    }
    let gone = |path: &&String| !after.contains_key(*path) && new.contains_key(*path);
    faults.extend(old.keys().filter(gone).map(|path| Fault::Lost(path.clone())));
    faults
}

/// The same but for folders with nothing in them, which git does not know either.
pub(crate) fn same(one: &Files, other: &Files) -> bool {
    let things = |files: &Files| -> Vec<(String, Thing)> {
        files.clone().into_iter().filter(|(_, thing)| *thing != Thing::EmptyFolder).collect()
    };
    things(one) == things(other)
}

fn kept_names(files: &Files) -> Vec<&String> {
    files.keys().collect()
}

/// What says other than what stands.
fn wrong_words(stands: Stands, ended: &Ended, saved: bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut wrong = |what: &str| faults.push(Fault::Words(format!("{what}: {stands:?} stands, {ended:?}")));
    let Some(status) = ended.status else {
        if saved && stands != Stands::New {
            faults.push(Fault::Lost(format!("acknowledged and not there: {ended:?}")));
        }
        return faults;
    };
    if ended.err.contains("panicked") || ![0, 1, 3].contains(&status) {
        wrong("a panic, or a status that says nothing");
    }
    if status == 0 && !saved && ended.out.is_empty() {
        wrong("well, and nothing acknowledged");
    }
    let (nothing, whole) = (
        ended.err.contains("nothing was written"),
        ["and whole", "record is gone", "is removed"].iter().any(|words| ended.err.contains(words)),
    );
    // What is said below a change may fail by itself; `fmt` and `check` name the records that they could not look at (1).
    let others = status == 1 && [&ended.out, &ended.err].iter().any(|said| said.contains("error[T"));
    if status != 0 && saved && !whole && !others {
        wrong("acknowledged, and a failure");
    }
    // A refusal (1) writes nothing; a machine that failed (3) says how far it came.
    if status == 3 && !nothing && !whole {
        wrong("a failure that does not say what stands");
    }
    if nothing && stands != Stands::Old {
        wrong("it is said that nothing was written");
    }
    if status != 0 && whole && stands != Stands::New {
        wrong("it is said that the record is in its place");
    }
    if (saved || status == 0) && stands != Stands::New {
        faults.push(Fault::Lost(format!("acknowledged and not there: {ended:?}")));
    }
    faults
}

mod planted {
    use super::*;

    fn laid(text: &str) -> Files {
        Files::from([
            ("records/a.toml".to_owned(), Thing::File(text.into(), 0o644)),
            ("records/b.toml".to_owned(), Thing::File(b"b".into(), 0o644)),
        ])
    }

    fn with(mut files: Files, path: &str) -> Files {
        files.insert(path.to_owned(), Thing::File(b"x".into(), 0o644));
        files
    }

    fn ended(status: Option<i32>, out: &str, err: &str) -> Ended {
        Ended { status, out: out.into(), err: err.into() }
    }

    fn judged(after: &Files, ended: &Ended, may_leave: bool) -> Vec<Fault> {
        let (old, new) = (laid("old"), laid("new"));
        judge(&Promised { old: &old, new: &new, says: "Saved " }, after, ended, may_leave).faults
    }

    const SAVED: &str = "Saved records/a.toml: title\n";

    #[test]
    fn a_planted_fault_is_found() {
        let saved = ended(Some(0), SAVED, "");
        let killed = ended(None, "", "");
        let failed = |words: &str| ended(Some(3), "", words);
        let nothing = failed("error: cannot write; nothing was written");
        let (mut gone, mut moded) = (laid("new"), laid("new"));
        gone.remove("records/b.toml");
        moded.insert("records/a.toml".into(), Thing::File(b"new".into(), 0o600));
        let left = with(laid("old"), "records/.track-1-1.tmp");
        let panicked = ended(Some(101), "", "panicked; nothing was written");
        for (planted, after, ended, may_leave, kind) in [
            ("half a record", laid("ne"), &killed, true, "Half"),
            ("an empty record", laid(""), &killed, true, "Half"),
            ("another mode", moded, &killed, true, "Half"),
            ("a lost acknowledged change", laid("old"), &saved, false, "Lost"),
            ("an acknowledged change before a kill", laid("old"), &ended(None, SAVED, ""), false, "Lost"),
            ("another record gone", gone, &saved, false, "Lost"),
            ("a stray", with(laid("new"), "records/a.toml~"), &saved, true, "Astray"),
            ("a temporary outside the records", with(laid("new"), ".track-1-1.tmp"), &killed, true, "Astray"),
            ("left over without a kill", left, &nothing, false, "Astray"),
            ("new where nothing was written", laid("new"), &nothing, false, "Words"),
            (
                "old where it is said to be whole",
                laid("old"),
                &failed("error: x, but it is saved and whole"),
                false,
                "Words",
            ),
            ("no word of what stands", laid("old"), &failed("error: x"), false, "Words"),
            ("a panic", laid("old"), &panicked, false, "Words"),
            ("a silent success", laid("new"), &ended(Some(0), "", ""), false, "Words"),
            ("an acknowledged failure", laid("new"), &ended(Some(3), SAVED, "error: x"), false, "Words"),
            ("an acknowledged refusal", laid("new"), &ended(Some(1), SAVED, "error: x"), false, "Words"),
        ] {
            let found = judged(&after, ended, may_leave);
            assert!(found.iter().any(|fault| format!("{fault:?}").starts_with(kind)), "{planted}: {found:?}");
        }
    }

    /// What is judged where a record was to go.
    fn judged_removal(after: &Files, ended: &Ended) -> Vec<Fault> {
        let (old, mut new) = (laid("old"), laid("old"));
        new.remove("records/a.toml");
        judge(&Promised { old: &old, new: &new, says: "Removed " }, after, ended, true).faults
    }

    #[test]
    fn a_planted_fault_of_a_removal_is_found() {
        let killed = ended(None, "", "");
        let removed = ended(Some(0), "Removed records/a.toml\n", "");
        let nothing = ended(Some(3), "", "error: x; nothing was written");
        let gone = ended(Some(3), "", "error: x; the record is gone, but");
        let unsaid = ended(Some(3), "Removed records/a.toml\n", "error: x");
        let (mut away, mut both) = (laid("old"), laid("old"));
        away.remove("records/a.toml");
        both.clear();
        for (planted, after, ended, kind) in [
            ("there though acknowledged", &laid("old"), &removed, "Lost"),
            ("there though it is said to be gone", &laid("old"), &gone, "Words"),
            ("gone though nothing was written", &away, &nothing, "Words"),
            ("another record gone as well", &both, &removed, "Lost"),
            ("another record gone in its place", &with_only(&laid("old"), "records/a.toml"), &killed, "Lost"),
            ("half of it", &laid("ol"), &killed, "Half"),
            ("an acknowledged failure", &away, &unsaid, "Words"),
        ] {
            let found = judged_removal(after, ended);
            assert!(found.iter().any(|fault| format!("{fault:?}").starts_with(kind)), "{planted}: {found:?}");
        }
        let said =
            self::ended(Some(3), "Removed records/a.toml\n", "error: records/a.toml is removed, but x");
        for (after, ended) in [
            (&away, &removed),
            (&away, &killed),
            (&laid("old"), &killed),
            (&away, &gone),
            (&away, &said),
            (&laid("old"), &nothing),
        ] {
            assert_eq!(judged_removal(after, ended), [], "{ended:?}");
        }
    }

    fn with_only(files: &Files, path: &str) -> Files {
        files.clone().into_iter().filter(|(other, _)| other == path).collect()
    }

    #[test]
    fn what_is_well_is_left_alone() {
        for (after, ended, may_leave) in [
            (laid("new"), ended(Some(0), SAVED, ""), false),
            (laid("old"), ended(None, "", ""), true),
            (laid("new"), ended(None, "", ""), true),
            (with(laid("old"), "records/.track-1-1.tmp"), ended(None, "", ""), true),
            (laid("old"), ended(Some(3), "", "error: x; nothing was written"), false),
            (laid("new"), ended(Some(3), "", "error: x; the record is in its place and whole"), false),
            (laid("new"), ended(Some(3), SAVED, "error: it is saved and whole, but x"), false),
            (laid("new"), ended(Some(1), SAVED, "error[T023]: another cannot be read"), false),
        ] {
            assert_eq!(judged(&after, &ended, may_leave), [], "{ended:?}");
        }
    }
}
