//! Many writers at once: every change that was acknowledged is there, and of two with one name exactly one.

use std::fs;
use std::process::{Child, Stdio};

use crate::case::{RECORD, TEXT, case, check};
use crate::files::files;
use crate::rename::{RENAME, RENAMED};
use crate::strace::Ended;
use crate::support::Repo;
use crate::table::Table;
use crate::verdict::{Fault, Stands, Verdict};

/// How often each is tried: who comes first is chance.
const ROUNDS: usize = 10;

/// Adds, sets, updates and renames at once.
pub(crate) fn of_writers(table: &Table) {
    for _ in 0..ROUNDS {
        same_id(table);
        own_ids(table);
        own_keys(table, "two sets of one record", 2);
        own_keys(table, "twenty sets of two records", 20);
        updates(table);
        rename_and_set(table);
        renames_to_one_id(table);
        renames_of_one_record(table);
    }
}

/// A change: the command line, the file, and what stands there if it was made.
struct Wanted {
    args: Vec<String>,
    path: String,
    line: String,
}

fn same_id(table: &Table) {
    let repo = case("set").lay();
    let add = |n: usize| add("same", &format!("Title {n}"));
    let (wanted, ended) = all_at_once(&repo, (0..2).map(add).collect());
    let well = ended.iter().filter(|ended| ended.status == Some(0)).count();
    let refused = ended
        .iter()
        .filter(|ended| ended.status == Some(1) && ended.err.contains("is taken by records/same.toml"));
    let mut verdict = judge(&repo, &wanted, &ended);
    if well != 1 || refused.count() != 1 {
        verdict.faults.push(Fault::Lost(format!("{well} of two have one id: {ended:?}")));
    }
    table.count("two adds of one id", "", &verdict);
}

fn own_ids(table: &Table) {
    let repo = case("set").lay();
    let add = |n: usize| add(&format!("own-{n}"), &format!("Title {n}"));
    let (wanted, ended) = all_at_once(&repo, (0..10).map(add).collect());
    table.count("ten adds", "", &judge(&repo, &wanted, &ended));
}

fn add(id: &str, title: &str) -> Wanted {
    let args = ["add", "--type", "other", "--published", "2020-05-05", "--id", id, "--title", title];
    let line = format!("title = \"{title}\"");
    Wanted { args: args.map(str::to_owned).to_vec(), path: format!("records/{id}.toml"), line }
}

fn own_keys(table: &Table, kind: &str, writers: usize) {
    let repo = case("set").lay();
    let keys = [
        "url",
        "type_as_printed",
        "key_findings",
        "response.portal_reference",
        "response.signed_by",
        "response.reply",
        "response.office_held",
        "response.late_because",
        "response.url",
        "response.local_policing_body",
    ];
    let records = [RECORD, "records/2019-05-other.toml"];
    let set = |n: usize| {
        let (key, path) = (keys[n % keys.len()], records[n / keys.len()]);
        let id = path.rsplit('/').next().unwrap().trim_end_matches(".toml");
        let value = format!("https://example.org/{n}");
        let line = format!("{} = \"{value}\"", key.rsplit('.').next().unwrap());
        Wanted { args: ["set", id, key, &value].map(str::to_owned).to_vec(), path: path.to_owned(), line }
    };
    let (wanted, ended) = all_at_once(&repo, (0..writers).map(set).collect());
    table.count(kind, "", &judge(&repo, &wanted, &ended));
}

/// Ten updates of one recommendation: each is there, once.
fn updates(table: &Table) {
    let repo = case("update").lay();
    let update = |n: usize| {
        let note = format!("Seen by officer {n}");
        let args = ["update", "2020-02-custody", "1", "--note", &note, "--date", "2020-06-01"];
        let line = format!("note = \"{note}\"");
        Wanted { args: args.map(str::to_owned).to_vec(), path: RECORD.to_owned(), line }
    };
    let (wanted, ended) = all_at_once(&repo, (0..10).map(update).collect());
    let mut verdict = judge(&repo, &wanted, &ended);
    let text = fs::read_to_string(repo.path(RECORD)).unwrap();
    let (saved, there) = (saved(&ended), text.matches("[[recommendation.update]]").count());
    if saved != there {
        verdict.faults.push(Fault::Lost(format!("{there} updates of {saved} stand: {text}")));
    }
    table.count("ten updates of one record", "", &verdict);
}

/// A rename, and at once a change of a record that names the renamed one: both are there, or one is refused.
fn rename_and_set(table: &Table) {
    let repo = RENAME.lay();
    let path = "records/2021-05-after.toml";
    let set = ["set", "2021-05-after", "url", "https://example.org/"];
    let set = Wanted {
        args: set.map(str::to_owned).to_vec(),
        path: path.into(),
        line: "url = \"https://example.org/\"".into(),
    };
    let follows = "follows = [\"2020-02-cells\"] # see there";
    let (wanted, ended) = all_at_once(&repo, vec![renames(RENAME.args, path, follows), set]);
    let mut verdict = judge(&repo, &wanted, &ended);
    verdict.faults.extend(one_of(&repo, &[RECORD, RENAMED]));
    table.count("a rename and a set of what names it", "", &verdict);
}

/// Two records renamed to one id: one of them is, and the other stands as it was.
fn renames_to_one_id(table: &Table) {
    let repo = RENAME.lay();
    let (path, other) = ("records/2020/2020-02-cells.toml", "records/2019-05-other.toml");
    let theirs = "records/2020-02-cells.toml";
    let custody = renames(RENAME.args, path, "title = \"Custody in the county\"");
    let other_one = renames(&["rename", "2019-05-other", "2020-02-cells"], theirs, "title = \"Other\"");
    let (wanted, ended) = all_at_once(&repo, vec![custody, other_one]);
    let mut verdict = judge(&repo, &wanted, &ended);
    if saved(&ended) != 1 {
        verdict.faults.push(Fault::Lost(format!("not one of two has the id: {ended:?}")));
    }
    verdict.faults.extend(one_of(&repo, &[RECORD, path]));
    verdict.faults.extend(one_of(&repo, &[other, theirs]));
    table.count("two renames to one id", "", &verdict);
}

/// One record renamed to two ids: it has one of them, and is named by it.
fn renames_of_one_record(table: &Table) {
    let repo = RENAME.lay();
    let line = "title = \"Custody in the county\"";
    let ids = ["2020-02-cells", "2020-02-prison"];
    let paths = ids.map(|id| format!("records/2020/{id}.toml"));
    let wanted = [0, 1].map(|n| renames(&["rename", "2020-02-custody", ids[n]], &paths[n], line));
    let (wanted, ended) = all_at_once(&repo, wanted.into());
    let mut verdict = judge(&repo, &wanted, &ended);
    if saved(&ended) != 1 {
        verdict.faults.push(Fault::Lost(format!("not one of two renamed it: {ended:?}")));
    }
    verdict.faults.extend(one_of(&repo, &[RECORD, &paths[0], &paths[1]]));
    table.count("two renames of one record", "", &verdict);
}

fn renames(args: &[&str], path: &str, line: &str) -> Wanted {
    Wanted { args: args.iter().map(|&arg| arg.to_owned()).collect(), path: path.into(), line: line.into() }
}

/// Whether a record stands at just one of the paths, whole.
fn one_of(repo: &Repo, paths: &[&str]) -> Option<Fault> {
    let stand: Vec<_> = paths.iter().filter_map(|path| fs::read_to_string(repo.path(path)).ok()).collect();
    let whole = [TEXT, "title = \"Other\"\ntype = \"national\"\npublished = 2019-05-02\n"];
    let right = stand.len() == 1 && whole.contains(&&*stand[0]);
    (!right).then(|| Fault::Lost(format!("of {paths:?} {} stand: {stand:?}", stand.len())))
}

fn is_saved(ended: &Ended) -> bool {
    ended.status == Some(0) && ["Saved ", "Renamed "].iter().any(|says| ended.out.starts_with(says))
}

fn saved(ended: &[Ended]) -> usize {
    ended.iter().filter(|ended| is_saved(ended)).count()
}

fn all_at_once(repo: &Repo, wanted: Vec<Wanted>) -> (Vec<Wanted>, Vec<Ended>) {
    let begin = |wanted: &Wanted| {
        repo.command(&wanted.args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<Child> = wanted.iter().map(begin).collect();
    let ended = children.into_iter().map(|child| Ended::of(child.wait_with_output().unwrap())).collect();
    (wanted, ended)
}

/// An acknowledged change is there once; a refused one is not, and says so.
fn judge(repo: &Repo, wanted: &[Wanted], ended: &[Ended]) -> Verdict {
    let mut faults = Vec::new();
    for (wanted, ended) in wanted.iter().zip(ended) {
        let text = fs::read_to_string(repo.path(&wanted.path)).unwrap_or_default();
        let times = text.lines().filter(|line| *line == wanted.line).count();
        let saved = is_saved(ended);
        let (busy, refused) = (ended.err.contains("another track is writing here"), ended.status == Some(1));
        if times != usize::from(saved) {
            faults.push(Fault::Lost(format!("{} stands {times} times: {ended:?}", wanted.line)));
        }
        if !saved && !((busy || refused) && ended.err.contains("nothing was written")) {
            faults.push(Fault::Words(format!("{ended:?}")));
        }
    }
    let (status, said) = check(repo);
    if status != 0 {
        faults.push(Fault::Half(said));
    }
    let left: Vec<String> = files(repo.dir.path()).into_keys().filter(|path| path.contains("/.")).collect();
    if !left.is_empty() {
        faults.push(Fault::Astray(format!("{left:?}")));
    }
    Verdict { stands: if faults.is_empty() { Stands::New } else { Stands::Neither }, faults }
}
