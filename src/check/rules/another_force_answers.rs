//! A response in the name of another force.

use crate::check::forces::{Force, find_force, force_at_end, other_forces};
use crate::check::prose::{response_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{Forces, Inspection};
use crate::schema::Steps;
use crate::text::fold_words;

/// `another-force-answers`: a response in the name of another force.
pub static RULE: Rule = Rule {
    code: "T080",
    name: "another-force-answers",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text of the response speaks for another force, or its author holds office for another \
          area.",
    why: "A model text that a neighbour lent keeps the neighbour's name: \"Lancashire Constabulary accepts the \
          findings\". Only sentences that begin with another force and accept, welcome or acknowledge the report, its \
          findings or recommendations are looked at, in texts that do not name the office's own force, and the area in \
          `office_held`; and no force that the report is about, in `forces`, is another. The \
          office's own force is `office.force` in track.toml. Write the own force, or allow it where the \
          other's view is reported.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "track.toml",
                r#"[office]
force = "Cumbria Constabulary"
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
forces = ["Cumbria Constabulary"]

[response]
chief_officer = "Lancashire Constabulary accepts the findings of the report."
"#,
            ),
        ],
        good: &[
            (
                "track.toml",
                r#"[office]
force = "Cumbria Constabulary"
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
forces = ["Cumbria Constabulary"]

[response]
chief_officer = "Cumbria Constabulary accepts the findings of the report."
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// What a force that answers does.
const VERBS: [&str; 6] =
    [" accepts ", " accept ", " welcomes ", " welcome ", " acknowledges ", " acknowledge "];
/// Words that may stand before it.
const ADVERBS: [&str; 4] = [" fully", " also", " therefore", " and the Commissioner"];
/// Words that may stand between it and what it is done to.
const BETWEEN: [&str; 11] = [
    "the",
    "this",
    "these",
    "all",
    "of",
    "both",
    "its",
    "hmicfrs",
    "hmicfrss",
    "inspectorates",
    "inspectors",
];
/// What it is done to.
const ANSWERED: [&str; 6] =
    ["report", "recommendation", "recommendations", "finding", "findings", "inspection"];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let Some(own_name) = subject.settings.office.force.as_deref() else { return found };
    let Some(own) = find_force(own_name) else { return found };
    let is_own = |force: &'static Force| force == own || is_about(subject.inspection, force);
    response_prose(subject.inspection, &mut |text, key| {
        let Some((name, _)) = speaker(text).filter(|(_, force)| !is_own(force)) else { return };
        if names(text, own.area).is_some() || text.contains(own_name) {
            return;
        }
        let message = format!("the response speaks for another force: {}", shown(name));
        found.push(
            subject
                .finding_in(&RULE, &Steps::response(key), name, message)
                .label("not the office's own force")
                .help(format!("write {}", shown(own_name))),
        );
    });
    let held = subject.response().and_then(|response| response.office_held.as_ref());
    if let Some((held, area)) = held.and_then(|held| Some((held, other_area(held, own)?))) {
        let message = format!("the office is held for another area: {}", shown(area));
        found.push(
            subject
                .finding_in(&RULE, &Steps::response("office_held"), area, message)
                .label("not the office's own area")
                .help(format!(
                    "write the office that is held for {}; it stands as {}",
                    own.area,
                    shown(held)
                )),
        );
    }
    found
}

/// The first force that a sentence begins with and that accepts or welcomes something.
fn speaker(text: &str) -> Option<(&str, &'static Force)> {
    VERBS.iter().filter(|verb| text.contains(**verb)).find_map(|verb| {
        text.match_indices(verb).find_map(|(at, _)| {
            let before = ADVERBS.iter().find_map(|word| text[..at].strip_suffix(word)).unwrap_or(&text[..at]);
            let force = force_at_end(before)?;
            let start = before.len() - force.name.len();
            let ahead = before[..start].trim_end_matches([' ', '\u{a0}']);
            let is_start = ahead.is_empty() || ahead.ends_with(['.', '!', '?', '\n', ':', '“', '"']);
            let is_answer = is_start && answers(&text[at + verb.len()..]);
            is_answer.then_some((&before[start..], force))
        })
    })
}

/// Whether what is accepted or welcomed is the report, or something in it.
fn answers(object: &str) -> bool {
    let words = object.split_whitespace().take(BETWEEN.len());
    let mut words = words.flat_map(fold_words);
    let word = words.find(|word| !BETWEEN.contains(&word.as_str()));
    word.is_some_and(|word| ANSWERED.contains(&word.as_str()))
}

/// Whether a report is about a force, among others perhaps.
fn is_about(inspection: &Inspection<'_>, force: &'static Force) -> bool {
    let Some(Forces::Named(names)) = &inspection.forces else { return false };
    names.iter().any(|name| find_force(name) == Some(force))
}

/// The area of another force that a text names, where it does not name the own.
fn other_area<'t>(text: &'t str, own: &'static Force) -> Option<&'t str> {
    if names(text, own.area).is_some() {
        return None;
    }
    // The area of all of London is that of the Metropolitan Police, not of the City.
    other_forces(own).find_map(|force| names(text, force.area))
}

/// An area that stands in a text as words of their own.
fn names<'t>(text: &'t str, area: &str) -> Option<&'t str> {
    let at = text.find(area)?;
    let (before, after) = (&text[..at], &text[at + area.len()..]);
    let is_whole = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
    is_whole.then(|| &text[at..at + area.len()])
}
