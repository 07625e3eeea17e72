//! Many writers at once: every change that was acknowledged is there, and of two with one name exactly one.

use std::fs;
use std::process::{Child, Stdio};

use crate::case::{RECORD, case, check};
use crate::strace::Ended;
use crate::support::Repo;
use crate::table::Table;
use crate::verdict::{Fault, Stands, Verdict};

/// How often each is tried: who comes first is chance.
const ROUNDS: usize = 10;

/// Adds and sets at once.
pub(crate) fn of_writers(table: &Table) {
    for _ in 0..ROUNDS {
        same_id(table);
        own_ids(table);
        own_keys(table, "two sets of one record", 2);
        own_keys(table, "twenty sets of two records", 20);
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
        let saved = ended.status == Some(0) && ended.out.starts_with("Saved ");
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
    let left: Vec<String> =
        crate::files::files(repo.dir.path()).into_keys().filter(|path| path.contains("/.")).collect();
    if !left.is_empty() {
        faults.push(Fault::Astray(format!("{left:?}")));
    }
    Verdict { stands: if faults.is_empty() { Stands::New } else { Stands::Neither }, faults }
}
