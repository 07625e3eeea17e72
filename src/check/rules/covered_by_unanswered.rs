//! A report covered by another that will never be answered.

use crate::check::distance::is_over_a_year_apart;
use crate::check::prose::shown;
use crate::check::{Check, Facts, Library, ReferenceKind, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};
use crate::duty::Requirement;
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
    let sound = library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound);
    sound
        .filter_map(|(index, fact)| {
            let (other, steps) = library.targets(index, ReferenceKind::CoveredBy).next()?;
            let target = &library.facts[other];
            let id = shown(&target.id);
            let (message, label, at, what) = if !target.is_sound || other == index {
                return None;
            } else if let Some(reason) = never_answered(target) {
                let message = format!("`{id}` is to cover this report, and is not answered itself");
                (message, "no response stands there", reason, "this is why")
            } else if is_over_a_year_apart(fact.published, target.published) {
                let date = target.published.in_words();
                let message =
                    format!("`{id}` is to cover this report, and came out over a year apart: {date}");
                (message, "of another time", Steps::root("published"), "the report that is to cover it")
            } else {
                return None;
            };
            let found = Remote::at(&RULE, index, steps.clone(), message).label(label);
            Some(
                found
                    .help("name the record whose response covers it, or remove the key")
                    .related(other, at, what),
            )
        })
        .collect()
}

/// Where a record says that it needs no response, if it has none.
fn never_answered(fact: &Facts) -> Option<Steps> {
    let has_response = fact.dates.published.is_some() || fact.answered_by().is_some();
    match fact.requirement {
        _ if has_response => None,
        Requirement::Owed => None,
        Requirement::Waived => Some(Steps::response("required")),
        Requirement::Covered => Some(Steps::response("covered_by")),
        Requirement::NoStatutoryDuty => Some(Steps::root("type")),
    }
}
