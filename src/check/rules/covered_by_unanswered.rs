//! A report covered by another that will never be answered.

use std::collections::HashSet;

use crate::check::distance::is_over_a_year_apart;
use crate::check::prose::shown;
use crate::check::{Check, Facts, Library, ReferenceKind, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};
use crate::duty::Requirement;
use crate::model::DutyKind;
use crate::schema::Steps;

/// `covered-by-unanswered`: a report covered by another that will never be answered.
pub static RULE: Rule = Rule {
    code: "T115",
    name: "covered-by-unanswered",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "`covered_by` names a report to which no response is owed or published, or one of another time.",
    why: "`covered_by` says that the response to another report is enough, because it carries the same \
          findings and recommendations. That is so only if the other report is answered. Where it has no \
          response and needs none, as when it is itself covered by a third, nobody answers: name the \
          record that has the response. And reports with the same findings come out together: one over a \
          year older or newer is probably not the one that was meant.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
covered_by = "2020-05-second"
because = "The findings are the same."
"#,
            ),
            (
                "records/2020-05-second.toml",
                r#"title = "Second inspection"
type = "national"
published = 2020-05-19
forces = ["Another Constabulary"]

[response]
required = false
because = "The report is about another force."
"#,
            ),
        ],
        good: &[
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
covered_by = "2020-05-second"
because = "The findings are the same."
"#,
            ),
            (
                "records/2020-05-second.toml",
                r#"title = "Second inspection"
type = "national"
published = 2020-05-19
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Records(check) };

fn check(library: &Library<'_>) -> Vec<Remote> {
    // Of records in a circle circular-reference tells.
    let in_circle: HashSet<usize> = library.circles(ReferenceKind::CoveredBy).into_iter().flatten().collect();
    let sound = library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound);
    sound
        .filter(|(index, _)| !in_circle.contains(index))
        .filter_map(|(index, _)| finding(library, index))
        .collect()
}

fn finding(library: &Library<'_>, index: usize) -> Option<Remote> {
    let (other, steps) = library.targets(index, ReferenceKind::CoveredBy).next()?;
    let (fact, target) = (&library.facts[index], &library.facts[other]);
    if !target.is_sound {
        return None;
    }
    let reason = never_answered(target);
    let is_far = is_over_a_year_apart(fact.published, target.published);
    let apart = format!("came out over a year apart: {}", target.published.in_words());
    let (said, label) = match (&reason, is_far) {
        (Some(_), true) => (format!("is not answered itself; it {apart}"), "no response stands there"),
        (Some(_), false) => ("is not answered itself".to_owned(), "no response stands there"),
        (None, true) => (apart, "of another time"),
        (None, false) => return None,
    };
    let message = format!("`{}` is to cover this report, and {said}", shown(&target.id));
    let mut found = Remote::at(&RULE, index, steps.clone(), message)
        .label(label)
        .help("name the record whose response covers it, or remove the key and write the response here");
    if let Some(reason) = reason {
        found = found.related(other, reason, "why no response stands there");
    }
    if is_far {
        found = found.related(other, Steps::root("published"), "the report that is to cover it");
    }
    Some(found)
}

/// Where a record says that it needs no response, if it has none.
fn never_answered(fact: &Facts) -> Option<Steps> {
    let has_response = fact.dates.published.is_some() || fact.answered_by().is_some();
    match fact.requirement {
        _ if has_response => None,
        Requirement::Owed => None,
        Requirement::Waived => Some(Steps::response("required")),
        Requirement::Covered => Some(Steps::response("covered_by")),
        // What was asked for is answered too, and its day may be still to come.
        Requirement::NoStatutoryDuty if fact.duty == DutyKind::Requested => None,
        Requirement::NoStatutoryDuty => Some(Steps::root("type")),
    }
}
