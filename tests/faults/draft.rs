//! A record open in an editor: what was typed is in the record or whole in the copy beside it, whatever happens.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

use crate::case::{Case, Expected, RECORD, TEXT};
use crate::disk::bounded_command;
use crate::errors;
use crate::files::{Files, Thing, files, is_temporary};
use crate::kill;
use crate::strace::{Ended, Strace};
use crate::support::Repo;
use crate::table::Table;
use crate::trial::run_at_once;
use crate::verdict::{Fault, Stands, Verdict, same};

/// How the path of the copy begins; its number and what it began with follow.
const DRAFT: &str = "records/2020/.track-edit-2020-02-custody.";
const EDIT: Case =
    Case { name: "edit", files: &[(RECORD, TEXT)], args: &["edit", "2020-02-custody"], says: "Saved " };
/// What the editor does: it notes that it began, adds a line, and notes that it ended.
const EDITOR: &str =
    ": > \"$PWD.begun\"\nprintf 'office_held = \"Commissioner\"\\n' >> \"$1\" && : > \"$PWD.ended\"\n";
/// How long the record is that shall not fit.
const LONG: usize = 40_000;

/// The copy, if one is there.
fn draft_in(files: &Files) -> Option<&Thing> {
    files.iter().find(|(path, _)| path.starts_with(DRAFT)).map(|(_, thing)| thing)
}

/// The editor as a file.
struct Editor(TempDir);

impl Editor {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("editor"), EDITOR).unwrap();
        Self(folder)
    }

    fn command(&self) -> String {
        format!("sh {}", self.0.path().join("editor").display())
    }
}

/// How far the editor came.
#[derive(Debug, Clone, Copy)]
struct Ran {
    begun: bool,
    ended: bool,
}

impl Ran {
    /// Reads the notes of the editor, and takes them away.
    fn of(repo: &Repo) -> Self {
        let gone = |what| fs::remove_file::<PathBuf>(repo.dir.path().with_extension(what)).is_ok();
        Self { begun: gone("begun"), ended: gone("ended") }
    }
}

/// Kills and refuses it at every step, and lets it have no room.
pub(crate) fn that_an_editor_has(table: &Table) {
    let editor = Editor::new();
    for (machine, always) in [("", &[][..]), (", no exchange", &["renameat2:error=EINVAL"])] {
        let strace = Strace::always(always).env("VISUAL", editor.command());
        let expected = EDIT.expected_under(&strace);
        let at_each = |fault: &str, steps: &[Strace]| {
            let kind = format!("edit: {fault}{machine}");
            run_at_once(steps, |strace| once(table, &kind, &expected, strace, true));
        };
        at_each("kill", &kill::every(&expected.steps, always, &strace));
        at_each("disk that dies", &errors::dying(&expected.steps, &strace));
        if always.is_empty() {
            run_at_once(&errors::every(&expected.steps, always, &strace), |refused| {
                let kind = format!("edit: error of {}", refused.call);
                once(table, &kind, &expected, &refused.strace, refused.may_leave);
            });
        }
    }
    without_room(table, &editor);
}

fn once(table: &Table, kind: &str, expected: &Expected, strace: &Strace, may_leave: bool) {
    let repo = expected.case.lay();
    let ended = strace.run(&repo, expected.case.args);
    settle(table, kind, &format!("{strace:?}"), expected, &repo, &ended, may_leave);
}

/// A bound on the size of files, at which the copy, or the record, is cut short.
fn without_room(table: &Table, editor: &Editor) {
    let head = "title = \"Long\"\ntype = \"custody\"\npublished = 2020-02-11\nkey_findings = \"\"\"\n";
    let text = format!("{head}{}\"\"\"\n\n[response]\n", "Words that fill. ".repeat(LONG / 17));
    let files = vec![(RECORD, &*text.leak())];
    let case = Box::leak(Box::new(Case { name: "edit, long", files: files.leak(), ..EDIT }));
    let expected = case.expected_under(&Strace::default().env("VISUAL", editor.command()));
    for (kind, trap) in [("edit: file bound", "trap '' XFSZ; "), ("edit: file bound, killed", "")] {
        for blocks in [0, 1, 7, 40, 77, 78] {
            let repo = case.lay();
            let mut command: Command = bounded_command(&repo, blocks, trap, case.args);
            let ended = Ended::of(command.env("VISUAL", editor.command()).output().unwrap());
            settle(table, kind, &format!("{blocks} blocks"), &expected, &repo, &ended, trap.is_empty());
        }
    }
}

fn settle(
    table: &Table,
    kind: &str,
    what: &str,
    expected: &Expected,
    repo: &Repo,
    ended: &Ended,
    may_leave: bool,
) {
    let ran = Ran::of(repo);
    let after = files(repo.dir.path());
    let mut verdict = judge(expected, &after, ran, ended, may_leave);
    if verdict.faults.is_empty() {
        verdict.faults.extend(gone_on_with(expected, repo, draft_in(&after)));
    }
    table.count(kind, what, &verdict);
}

/// The person goes on: a copy that is there is taken up and saved, and the next write leaves nothing hidden.
fn gone_on_with(expected: &Expected, repo: &Repo, draft: Option<&Thing>) -> Option<Fault> {
    let typed =
        draft == expected.new.get(RECORD) || files(repo.dir.path()).get(RECORD) == expected.new.get(RECORD);
    let more: &[&str] = if draft.is_some() { &["--resume", "--insist"] } else { &[] };
    let mut edit = repo.command(&[expected.case.args, more].concat());
    let edit = Ended::of(edit.env("VISUAL", "true").output().unwrap());
    let next = ["add", "--title", "Next", "--type", "other", "--published", "2020-05-05", "--id", "next"];
    let next = repo.run(&next);
    let _ = fs::remove_file(repo.path("records/next.toml"));
    let wanted = if typed { &expected.new } else { &expected.old };
    let after = files(repo.dir.path());
    let well = edit.status == Some(0) && next.code == 0 && after == *wanted;
    (!well).then(|| Fault::Lost(format!("the next edit does not complete it: {edit:?} {next:?} {after:?}")))
}

/// Judges what stands, what the editor did, and what was said.
fn judge(expected: &Expected, after: &Files, ran: Ran, ended: &Ended, may_leave: bool) -> Verdict {
    let (old, typed) = (&expected.old, expected.new.get(RECORD));
    let draft = draft_in(after);
    let kept = |path: &String| !is_temporary(path) && !path.starts_with(DRAFT);
    let kept: Files = after
        .iter()
        .filter(|(path, _)| kept(path))
        .map(|(path, thing)| (path.clone(), thing.clone()))
        .collect();
    let stands = match &kept {
        kept if same(kept, &expected.new) => Stands::New,
        kept if same(kept, old) => Stands::Old,
        _ => Stands::Neither,
    };
    let mut faults = Vec::new();
    if stands == Stands::Neither {
        faults.push(Fault::Half(format!("{kept:?}")));
    }
    if draft.is_some() && draft != typed && draft != old.get(RECORD) {
        faults.push(Fault::Half(format!("the copy: {draft:?}")));
    }
    if ran.ended && stands != Stands::New && draft != typed {
        faults.push(Fault::Lost(format!("what was typed is nowhere: {ended:?}")));
    }
    if ended.status.is_some() && after.keys().any(|path| is_temporary(path)) && !may_leave {
        faults.push(Fault::Astray(format!("{:?}", after.keys())));
    }
    let words = wrong_words(stands, ran, draft.map(|draft| Some(draft) == typed), ended);
    let kind =
        if ended.out.contains(EDIT.says) && stands != Stands::New { Fault::Lost } else { Fault::Words };
    faults.extend(words.map(|what| kind(format!("{what}: {stands:?} stands, {ran:?}, {ended:?}"))));
    Verdict { stands, faults }
}

/// What says other than what stands; `draft` tells whether the copy that is there holds what was typed.
fn wrong_words(stands: Stands, ran: Ran, draft: Option<bool>, ended: &Ended) -> Option<&'static str> {
    let saved = ended.out.contains(EDIT.says);
    let says = |words: &str| ended.err.contains(words);
    let (nothing, whole) = (says("nothing was written"), says("and whole"));
    let status = ended.status;
    match draft {
        _ if saved && stands != Stands::New => Some("acknowledged and not there"),
        _ if status.is_none() => None,
        _ if says("panicked") || ![Some(0), Some(1), Some(3)].contains(&status) => Some("a panic"),
        _ if status == Some(0) && !saved => Some("well, and nothing acknowledged"),
        _ if status != Some(0) && saved && !whole => Some("acknowledged, and a failure"),
        _ if nothing && stands != Stands::Old => Some("it is said that nothing was written"),
        _ if status == Some(3) && !nothing && !whole => Some("a failure that does not say what stands"),
        Some(true) if !says(DRAFT) => Some("the copy is not named"),
        Some(true) if stands == Stands::Old && !says("what was typed is kept whole in") => {
            Some("it is not said where it is")
        }
        Some(false) if !says(DRAFT) && ran.begun => Some("a copy that nobody wrote in is left and not named"),
        _ => None,
    }
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

    const COPY: &str = "records/2020/.track-edit-2020-02-custody.1.0a1b2c3d.toml";
    const KEPT: &str = "error: x; nothing was written; what was typed is kept whole in \
                        records/2020/.track-edit-2020-02-custody.1.0a1b2c3d.toml";
    const SAVED: &str = "Saved records/2020/2020-02-custody.toml: office_held\n";

    fn judged(files: &[(&str, &str)], typed: bool, ended: &Ended, may_leave: bool) -> Vec<Fault> {
        let checks = [(0, String::new()), (0, String::new())];
        let (old, new) = (laid(&[(RECORD, "old")]), laid(&[(RECORD, "typed")]));
        let expected = Expected { case: &EDIT, old, new, checks, steps: Vec::new() };
        judge(&expected, &laid(files), Ran { begun: typed, ended: typed }, ended, may_leave).faults
    }

    #[test]
    fn a_planted_fault_is_found() {
        let killed = || ended(None, "", "");
        let (old, new) = ((RECORD, "old"), (RECORD, "typed"));
        for (planted, files, typed, ended, kind) in [
            ("nowhere after a kill", &[old][..], true, killed(), "Lost"),
            ("half of it in the copy", &[old, (COPY, "ty")], true, killed(), "Half"),
            ("half a copy before the editor", &[old, (COPY, "o")], false, killed(), "Half"),
            ("an empty copy", &[old, (COPY, "")], false, killed(), "Half"),
            ("half a record", &[(RECORD, "ty"), (COPY, "typed")], true, killed(), "Half"),
            ("no record", &[(COPY, "typed")], true, killed(), "Half"),
            (
                "acknowledged, in the copy only",
                &[old, (COPY, "typed")],
                true,
                ended(Some(0), SAVED, ""),
                "Lost",
            ),
            (
                "the copy not named",
                &[old, (COPY, "typed")],
                true,
                ended(Some(3), "", "error: x; nothing was written"),
                "Words",
            ),
            ("a copy left in silence", &[new, (COPY, "typed")], true, ended(Some(0), SAVED, ""), "Words"),
            ("written, and said not to be", &[new, (COPY, "typed")], true, ended(Some(3), "", KEPT), "Words"),
            ("no word of what stands", &[old], false, ended(Some(3), "", "error: x"), "Words"),
            ("a panic", &[old, (COPY, "typed")], true, ended(Some(101), "", "panicked"), "Words"),
            ("a stray", &[new, ("records/b.toml", "")], true, ended(Some(0), SAVED, ""), "Half"),
            (
                "a temporary",
                &[new, ("records/.track-1-1.tmp", "")],
                true,
                ended(Some(0), SAVED, ""),
                "Astray",
            ),
        ] {
            let found = judged(files, typed, &ended, false);
            assert!(found.iter().any(|fault| format!("{fault:?}").starts_with(kind)), "{planted}: {found:?}");
        }
        for (files, typed, ended) in [
            (&[new][..], true, ended(Some(0), SAVED, "")),
            (&[old], false, killed()),
            (&[old, (COPY, "old")], false, killed()),
            (&[old, (COPY, "typed")], true, killed()),
            (&[new, (COPY, "typed")], true, killed()),
            (&[old, (COPY, "typed")], true, ended(Some(3), "", KEPT)),
            (&[old], false, ended(Some(3), "", "error: x; nothing was written")),
            (&[old, ("records/.track-1-1.tmp", "")], false, killed()),
        ] {
            assert_eq!(judged(files, typed, &ended, true), [], "{ended:?}");
        }
    }
}
