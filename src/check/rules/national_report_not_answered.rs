//! A national report that is left without a response.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::POLICE_ACT_55;
use crate::model::{DutyKind, Forces, InspectionType};
use crate::schema::Steps;
use crate::text::fold_words;

/// `national-report-not-answered`: a national report that is left without a response.
pub static RULE: Rule = Rule {
    code: "T098",
    name: "national-report-not-answered",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A report that is about all forces is said to need no response.",
    why: "A national report needs a response even where the force was not visited, unless the force is \
          clearly not its subject. Where a report on the force itself carries the same findings and \
          recommendations, answering that one is enough: name it as `covered_by`. Where the report is \
          about other forces only, name them in `forces`, which ends this warning.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
forces = "all"

[response]
required = false
because = "The force was not visited."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
forces = "all"

[response]
local_policing_body = "The Commissioner welcomes the report."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let is_national = match inspection.inspection_type {
        InspectionType::National | InspectionType::Thematic => true,
        InspectionType::Joint | InspectionType::CounterTerrorism | InspectionType::RapidReview => {
            inspection.forces == Some(Forces::All)
        }
        _ => false,
    };
    let waived = subject.response().is_some_and(|response| {
        response.required == Some(false) && response.covered_by.is_none() && response.answered_by.is_none()
    });
    // Of one that may be older, as of a year only, nothing is certain.
    let is_in_force =
        inspection.published.earliest().is_some_and(|first| first >= POLICE_ACT_55.in_force_from);
    if !is_national
        || !waived
        || !is_in_force
        || inspection.duty() != DutyKind::PoliceAct55
        || names_others(subject)
    {
        return Vec::new();
    }
    let finding = subject.finding(
        &RULE,
        &Steps::response("required"),
        "no response is said to be required to a national report",
    );
    vec![finding.label("a national report needs a response").help(
        "write the response; if another record covers it, name that as `covered_by`; if it is about other forces only, name them in `forces`",
    )]
}

/// Whether the report is about certain forces, and the office's own is not one of them.
fn names_others(subject: &Subject<'_>) -> bool {
    let Some(Forces::Named(names)) = &subject.inspection.forces else { return false };
    let own = subject.settings.office.force.as_deref();
    !names.is_empty() && own.is_none_or(|own| names.iter().all(|name| fold_words(name) != fold_words(own)))
}
