//! Two records that are probably of one report.

use crate::check::prose::shown;
use crate::check::{Check, Facts, Library, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};
use crate::schema::Steps;
use chrono::NaiveDate;

/// `likely-duplicate`: two records that are probably of one report.
pub static RULE: Rule = Rule {
    code: "T045",
    name: "likely-duplicate",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "Another record is probably of the same report.",
    why: "Two records have the same title and were published at the same time, or at most 31 days apart, \
          or they give the same address of the report. One report recorded twice is answered twice and \
          counted twice. Keep one record and remove the other; where they are two reports, tell them apart \
          by their titles, or in the later one name the earlier as `follows`, or as `covered_by` or \
          `answered_by`, which ends this warning.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
            ),
            (
                "records/2020-05-second.toml",
                r#"title = "Example Inspection"
type = "thematic"
published = "2020-05"
"#,
            ),
        ],
        good: &[
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
            ),
            (
                "records/2020-05-second.toml",
                r#"title = "Example Inspection: the second part"
type = "thematic"
published = "2020-05"
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Records(check) };

/// How many days reports of one title lie apart at most.
const DAYS: i64 = 31;
/// How many earlier records of one title each is compared with, beside the one whose date reaches furthest.
const COMPARED: usize = 8;
/// An address that more records share is that of a list of reports, not of one.
const MOST_AT_ONE_ADDRESS: usize = 3;

pub(in crate::check) fn check(library: &Library<'_>) -> Vec<Remote> {
    let mut found = vec![None; library.facts.len()];
    same_address(library, &mut found);
    same_title(library, &mut found);
    let findings = found.iter().enumerate().filter_map(|(index, twin)| Some((index, (*twin)?)));
    findings.map(|(index, twin)| finding(library, index, twin)).collect()
}

/// The record that another probably repeats, and the key that shows it.
type Twin = Option<(usize, &'static str)>;

fn same_title(library: &Library<'_>, found: &mut [Twin]) {
    let mut all: Vec<(u64, NaiveDate, NaiveDate, usize)> = Vec::with_capacity(found.len());
    for (index, fact) in library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound) {
        if let (Some(first), Some(last)) = (fact.published.earliest(), fact.published.latest()) {
            all.push((fact.title_key, first, last, index));
        }
    }
    all.sort_unstable();
    for group in all.chunk_by(|a, b| a.0 == b.0) {
        let mut longest = 0;
        for at in 1..group.len() {
            let (_, first, last, index) = group[at];
            let nearest = (at.saturating_sub(COMPARED)..at).rev();
            for other in nearest.chain([longest]) {
                let (_, other_first, other_last, twin) = group[other];
                let is_near = other_last >= first || (last.max(other_last) - other_first).num_days() <= DAYS;
                if is_near {
                    note(library, found, index, twin, "title");
                }
            }
            if last > group[longest].2 {
                longest = at;
            }
        }
    }
}

fn same_address(library: &Library<'_>, found: &mut [Twin]) {
    let sound = library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound);
    let mut all: Vec<(u64, usize)> = sound.filter_map(|(index, fact)| Some((fact.url_key?, index))).collect();
    all.sort_unstable();
    for group in all.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() <= MOST_AT_ONE_ADDRESS) {
        for (at, (_, index)) in group.iter().enumerate() {
            for (_, twin) in &group[..at] {
                note(library, found, *index, *twin, "url");
            }
        }
    }
}

/// Notes a pair at the later path, with the first of its twins, unless one of the two names the other.
fn note(library: &Library<'_>, found: &mut [Twin], a: usize, b: usize, key: &'static str) {
    let (earlier, later) = (a.min(b), a.max(b));
    let (one, other) = (&library.facts[earlier], &library.facts[later]);
    let is_known = found[later].is_some_and(|(twin, _)| twin <= earlier);
    if is_known || one.is_near(other) {
        return;
    }
    found[later] = Some((earlier, key));
}

fn finding(library: &Library<'_>, index: usize, (twin, key): (usize, &'static str)) -> Remote {
    let id = shown(&library.facts[twin].id);
    let label = match key {
        "url" => "the same address",
        _ => "the same title, published at about the same time",
    };
    Remote::at(&RULE, index, Steps::root(key), format!("this is probably the same report as `{id}`"))
        .label(label)
        .help(help(library, index, twin, key))
        .related(twin, Steps::root(key), "the other record")
}

/// What to do; that one follows the other is said only where it came out later.
fn help(library: &Library<'_>, index: usize, twin: usize, key: &str) -> String {
    let (one, other) = (&library.facts[index], &library.facts[twin]);
    let follows = |later: &Facts, earlier: &Facts| {
        format!(
            "if `{}` is a later report on the same subject, write follows = [\"{}\"] there",
            shown(&later.id),
            shown(&earlier.id)
        )
    };
    let otherwise = if other.published.certainly_before(one.published) {
        follows(one, other)
    } else if one.published.certainly_before(other.published) {
        follows(other, one)
    } else if key == "url" {
        "if they are two, give each its own address".to_owned()
    } else {
        "if they are two, tell them apart by their titles".to_owned()
    };
    format!("if they are one report, keep one file and remove the other; {otherwise}")
}
