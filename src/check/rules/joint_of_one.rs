//! A joint inspection by one inspectorate.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::InspectionType;
use crate::schema::Steps;

/// `joint-of-one`: a joint inspection by one inspectorate.
pub static RULE: Rule = Rule {
    code: "T101",
    name: "joint-of-one",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A joint inspection names one inspectorate only.",
    why: "A joint inspection is made by several inspectorates together, such as HMICFRS, HMI Probation and \
          Ofsted; the response and the public pages name them. Name the others in `inspectorates`, or \
          correct the type: a report of HMICFRS alone on one theme is `thematic` or `national`.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "joint"
published = 2020-05-09
inspectorates = ["HMICFRS"]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "joint"
published = 2020-05-09
inspectorates = ["HMICFRS", "HMI Probation"]
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let [only] = inspection.inspectorates.as_slice() else { return Vec::new() };
    // Two may stand in one text: "HMICFRS and HMI Probation", "HMICFRS/Ofsted".
    let is_list =
        only.contains([',', '&', '/', ';', '+']) || only.contains(" and ") || only.contains(" with ");
    // Or their bodies under one name: "Criminal Justice Joint Inspection".
    let is_joint = ["joint", "cjji", "ar y cyd"].iter().any(|word| only.to_lowercase().contains(word));
    let is_hmicfrs_in_full = only.contains("Constabulary");
    if inspection.inspection_type != InspectionType::Joint || is_joint || (is_list && !is_hmicfrs_in_full) {
        return Vec::new();
    }
    let message = format!("a joint inspection names one inspectorate only: {}", shown(only));
    vec![
        subject
            .finding(&RULE, &Steps::root("inspectorates"), message)
            .label("who inspected with it?")
            .help("name the others in `inspectorates`, or correct the type")
            .related(subject.reading.place(&Steps::root("type")), "the type"),
    ]
}
