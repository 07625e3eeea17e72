//! Somebody else changes the record while it is written: their version survives whole, whatever happens to ours.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::case::{Expected, RECORD, case};
use crate::files::{Thing, files};
use crate::strace::{Ended, Step, Strace};
use crate::support::Repo;
use crate::table::Table;
use crate::trial::{at_once, settle};
use crate::verdict::{Fault, Stands, Verdict};

/// What the editor writes: longer than the record, with an end that a cut would take away.
const THEIRS: &str = "title = \"Custody, as the editor has it\"\ntype = \"custody\"\npublished = 2020-02-11\nkey_findings = \"\"\"\n\
    Words that nobody else has, and that nobody may lose.\"\"\"\n# the end\n";
const LATER: &str =
    "title = \"Saved once more\"\ntype = \"custody\"\npublished = 2020-02-11\n# the end, later\n";
/// How long the window is held open.
const HOLD: Duration = Duration::from_millis(1200);
/// How many are tried at once: most of the time each waits.
const MANY: usize = 8;
/// How long after the lock was taken the editor saves.
const WITHIN: Duration = Duration::from_millis(300);

/// A way to change a file.
type Save = fn(&Path, &str);

/// How editors, and people, change a file.
const SAVES: [(&str, Save); 6] = [
    ("in place", |path, text| fs::write(path, text).unwrap()),
    ("by renaming over", |path, text| {
        let new = path.with_file_name("4913~");
        fs::write(&new, text).unwrap();
        fs::rename(new, path).unwrap();
    }),
    ("deleted", |path, _| fs::remove_file(path).unwrap()),
    ("a link instead", |path, _| {
        fs::remove_file(path).unwrap();
        symlink("../../outside.toml", path).unwrap();
    }),
    ("a folder instead", |path, _| {
        fs::remove_file(path).unwrap();
        fs::create_dir(path).unwrap();
        fs::write(path.join("note.txt"), "theirs").unwrap();
    }),
    ("a fifo instead", |path, _| {
        fs::remove_file(path).unwrap();
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }),
];

/// The steps that are held: each the first that has these words, from the making of the temporary on.
const HELD: [(&str, &str); 4] = [
    ("before the temporary", "O_EXCL"),
    ("while it is brought onto the disk", "fsync("),
    ("at the last look", "\"2020-02-custody.toml\", O_RDONLY"),
    ("at the exchange", "RENAME_EXCHANGE"),
];

/// Somebody saves at every step.
pub(crate) fn who_saves_meanwhile(table: &Table) {
    let set = case("set").expected(&[]);
    let after = after_exchange(&set);
    let (saves, held) = (SAVES.len(), HELD.len());
    at_once(MANY, saves * held, |n| once(table, &set, SAVES[n % saves], HELD[n / saves]));
    at_once(MANY, 2, |n| twice(table, &set, SAVES[n]));
    at_once(MANY, after.len(), |n| then_killed(table, &set, after[n]));
    at_once(MANY, 2, |n| not_undone(table, &set, n == 1));
    at_once(MANY, 2, |n| not_looked_at(table, &set, n == 1));
    at_once(MANY, 2, |n| of_a_new_record(table, SAVES[n]));
    at_once(MANY, SAVES.len(), |n| before(table, SAVES[n]));
}

fn exchange(set: &Expected) -> &Step {
    set.steps
        .iter()
        .find(|step| step.line.contains("RENAME_EXCHANGE"))
        .expect("this file system knows the exchange")
}

fn after_exchange(set: &Expected) -> Vec<&Step> {
    set.steps.iter().skip_while(|step| !step.line.contains("RENAME_EXCHANGE")).skip(1).collect()
}

fn hold(step: &Step) -> String {
    format!("{}:delay_enter={}:when={}", step.call, HOLD.as_micros(), step.nth)
}

/// Runs the command, and calls a function in the window that is held open after `begun` says so.
fn during(strace: &Strace, repo: &Repo, args: &[&str], save: impl FnOnce()) -> Ended {
    let child = strace.spawn(repo, args);
    // strace writes a call down before it holds it up, but not always into the file; the lock is there soon before.
    let begun = Instant::now();
    while !repo.path(".track.lock").exists() && begun.elapsed() < HOLD {
        sleep(Duration::from_millis(2));
    }
    sleep(WITHIN);
    save();
    let ended = Ended::of(child.wait_with_output().unwrap());
    fs::remove_file(repo.dir.path().with_extension("strace")).unwrap();
    ended
}

/// A version saved once: it stands, and the command is refused.
fn once(table: &Table, set: &Expected, (how, save): (&str, Save), (when, words): (&str, &str)) {
    let repo = set.case.lay();
    let written = set.steps.iter().position(|step| step.line.contains("O_EXCL")).unwrap();
    let step = set.steps[written..].iter().find(|step| step.line.contains(words)).unwrap();
    let path = repo.path(RECORD);
    let mut theirs = None;
    let ended = during(&Strace::default().and(hold(step)), &repo, set.case.args, || {
        save(&path, THEIRS);
        theirs = files(repo.dir.path()).get(RECORD).cloned();
    });
    let mut faults = untouched(set, &repo);
    let kept = kept(&repo);
    if files(repo.dir.path()).get(RECORD) != theirs.as_ref() || !kept.is_empty() {
        faults.push(Fault::Lost(format!("their version does not stand: {kept:?} {ended:?}")));
    }
    if ended.status != Some(1) || !ended.err.contains("nothing was written") {
        faults.push(Fault::Words(format!("{ended:?}")));
    }
    count(table, &format!("editor: {how}"), when, faults);
}

/// Saved at the exchange, and once more while that is undone: both versions are there, one of them under another name.
fn twice(table: &Table, set: &Expected, (how, save): (&str, Save)) {
    let repo = set.case.lay();
    let path = repo.path(RECORD);
    let exchange = exchange(set);
    let both =
        Strace::default().and(format!("renameat2:delay_enter={}:when={}+", HOLD.as_micros(), exchange.nth));
    let ended = during(&both, &repo, set.case.args, || {
        save(&path, THEIRS);
        sleep(HOLD);
        save(&path, LATER);
    });
    let mut faults = untouched(set, &repo);
    for text in [THEIRS, LATER] {
        if !stands_somewhere(&repo, text) {
            faults.push(Fault::Lost(format!("{text:?} is nowhere: {ended:?}")));
        }
    }
    if ended.status != Some(3)
        || !ended.err.contains("kept whole as `records/2020/2020-02-custody.toml.kept-")
    {
        faults.push(Fault::Words(format!("{ended:?}")));
    }
    count(table, "editor: saves twice", how, faults);
}

/// Saved at the exchange, and track is killed at every step after it: the next write does not sweep their version away.
fn then_killed(table: &Table, set: &Expected, step: &Step) {
    let repo = set.case.lay();
    let path = repo.path(RECORD);
    let exchange = exchange(set);
    let mut strace = Strace::default().and(hold(exchange));
    if step.call != exchange.call {
        strace = strace.kill(step);
    }
    let ended = during(&strace, &repo, set.case.args, || SAVES[1].1(&path, THEIRS));
    survives(table, "editor: saves, then a kill", &step.line, set, &repo, &ended);
}

/// Saved after the last look, and then the exchange cannot be undone: both are whole, and theirs is in sight at the latest
/// after the next write.
fn not_undone(table: &Table, set: &Expected, from_then_on: bool) {
    let repo = set.case.lay();
    let path = repo.path(RECORD);
    let exchange = exchange(set);
    // The last step before the renames begin.
    let close =
        set.steps.iter().take_while(|step| step.call != "renameat2").filter(|step| step.call == "close");
    let on = if from_then_on { "+" } else { "" };
    let strace = Strace::default()
        .and(hold(close.last().unwrap()))
        .and(format!("renameat2:error=EIO:when={}{on}", exchange.nth + 1));
    let ended = during(&strace, &repo, set.case.args, || SAVES[1].1(&path, THEIRS));
    let mut faults = Vec::new();
    let words = ["holds what was written now", "kept whole as `records/2020/"];
    if ended.status != Some(3) || !words.iter().all(|words| ended.err.contains(words)) {
        faults.push(Fault::Words(format!("{ended:?}")));
    }
    if files(repo.dir.path()).get(RECORD) != set.new.get(RECORD) {
        faults.push(Fault::Half(format!("ours does not stand: {ended:?}")));
    }
    count(table, "editor: saves, not undone", on, faults);
    survives(table, "editor: saves, not undone, next write", on, set, &repo, &ended);
}

/// What came out of the exchange cannot be read: it is undone, or it is said that ours stands.
fn not_looked_at(table: &Table, set: &Expected, also_not_undone: bool) {
    let repo = set.case.lay();
    let read = after_exchange(set).into_iter().find(|step| step.call == "read").unwrap();
    let mut strace = Strace::default().and(format!("read:error=EIO:when={}", read.nth));
    if also_not_undone {
        strace = strace.and(format!("renameat2:error=EIO:when={}+", exchange(set).nth + 1));
    }
    let ended = strace.run(&repo, set.case.args);
    settle(
        table,
        "exchange that cannot be looked at",
        &format!("{strace:?}"),
        set,
        &repo,
        &ended,
        also_not_undone,
    );
}

/// A new record whose name is taken at the last moment.
fn of_a_new_record(table: &Table, (how, save): (&str, Save)) {
    let add = case("add").expected(&[]);
    let repo = add.case.lay();
    let path = repo.path("records/2020-03-roads.toml");
    let step = add.steps.iter().find(|step| step.line.contains("RENAME_NOREPLACE")).unwrap();
    let ended = during(&Strace::default().and(hold(step)), &repo, add.case.args, || save(&path, THEIRS));
    let mut faults = untouched(&add, &repo);
    if fs::read(&path).ok() != Some(THEIRS.into()) {
        faults.push(Fault::Lost(format!("{ended:?}")));
    }
    if ended.status != Some(1)
        || !ended.err.contains("is taken by records/2020-03-roads.toml; nothing was written")
    {
        faults.push(Fault::Words(format!("{ended:?}")));
    }
    count(table, "editor: takes a new name", how, faults);
}

/// What stands in the record's place before the command begins.
fn before(table: &Table, (how, save): (&str, Save)) {
    let set = case("set").expected(&[]);
    let repo = set.case.lay();
    repo.write("outside.toml", THEIRS.as_bytes());
    save(&repo.path(RECORD), THEIRS);
    let theirs = files(repo.dir.path());
    let run = repo.run(set.case.args);
    let ended = Ended { status: Some(run.code), out: run.out, err: run.err };
    let mut faults = Vec::new();
    let text = how == "in place" || how == "by renaming over";
    let after = files(repo.dir.path());
    if text != (ended.status == Some(0)) || (!text && ended.status != Some(1)) {
        faults.push(Fault::Words(format!("{ended:?}")));
    }
    if after.iter().any(|(path, thing)| Some(thing) != theirs.get(path) && !(text && path == RECORD)) {
        faults.push(Fault::Lost(format!("{after:?}")));
    }
    count(table, "something else instead of the record", how, faults);
}

/// Judges by what the next write leaves: theirs is somewhere in sight, ours or theirs stands, nothing hidden is left.
fn survives(table: &Table, kind: &str, what: &str, set: &Expected, repo: &Repo, ended: &Ended) {
    let mut faults = Vec::new();
    let next = repo.track("add --title Next --type other --published 2020-05-05 --id next");
    if next.code != 0 {
        faults.push(Fault::Words(format!("the next write fails: {next:?}")));
    }
    let _ = fs::remove_file(repo.path("records/next.toml"));
    if !stands_somewhere(repo, THEIRS) {
        faults.push(Fault::Lost(format!("theirs is nowhere: {ended:?}")));
    }
    let after = files(repo.dir.path());
    if after.get(RECORD) != set.new.get(RECORD) && !holds(after.get(RECORD), THEIRS) {
        faults.push(Fault::Half(format!("{:?}", after.get(RECORD))));
    }
    if let Some(hidden) = after.keys().find(|path| path.contains("/.track")) {
        faults.push(Fault::Astray(hidden.clone()));
    }
    faults.extend(untouched(set, repo));
    count(table, kind, what, faults);
}

/// The other files stay.
fn untouched(set: &Expected, repo: &Repo) -> Vec<Fault> {
    let after = files(repo.dir.path());
    let others = set.old.iter().filter(|(path, thing)| set.new.get(*path) == Some(thing));
    others
        .filter(|(path, thing)| after.get(*path) != Some(thing))
        .map(|(path, _)| Fault::Lost(path.clone()))
        .collect()
}

fn holds(thing: Option<&Thing>, text: &str) -> bool {
    matches!(thing, Some(Thing::File(bytes, _)) if bytes == text.as_bytes())
}

/// Whether a version is in sight: under the record's name or one that `check` names.
fn stands_somewhere(repo: &Repo, text: &str) -> bool {
    let after = files(repo.dir.path());
    after.iter().any(|(path, thing)| !path.contains("/.") && holds(Some(thing), text))
}

fn kept(repo: &Repo) -> Vec<String> {
    files(repo.dir.path())
        .into_keys()
        .filter(|path| path.contains("kept") || path.contains("/.track"))
        .collect()
}

fn count(table: &Table, kind: &str, what: &str, faults: Vec<Fault>) {
    let stands = if faults.is_empty() { Stands::Old } else { Stands::Neither };
    table.count(kind, what, &Verdict { stands, faults });
}
