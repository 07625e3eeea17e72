//! A report about named forces that names none.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Forces;
use crate::schema::Steps;

/// `forces-missing`: a report about named forces that names none.
pub static RULE: Rule = Rule {
    code: "T053",
    name: "forces-missing",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A report of this type is about certain forces, and the record does not say which.",
    why: "PEEL, custody, child protection, rolling, revisit, progress and commissioned reports are about \
          one force or a few. Without `forces` such a record is missing from lists for one force. Write \
          the names as the report prints them, or \"all\". A record that holds no more than title, type \
          and date is left alone.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "peel"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "peel"
published = 2020-05-09
forces = ["Example Constabulary"]

[[recommendation]]
label = "1"
text = "The force should keep better records."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let kind = inspection.inspection_type;
    let names_none = match &inspection.forces {
        None => true,
        Some(Forces::All) => false,
        Some(Forces::Named(names)) => names.is_empty(),
    };
    // A record of the three keys that must be there has no findings but those of time.
    let is_begun = !inspection.recommendations.is_empty()
        || !inspection.judgments.is_empty()
        || inspection.response.is_some();
    if !names_none || !is_begun || !kind.names_forces() {
        return Vec::new();
    }
    let key = if inspection.forces.is_some() { "forces" } else { "type" };
    let message = format!("a report of type {kind} is about certain forces, and none is named");
    vec![
        subject
            .finding(&RULE, &Steps::root(key), message)
            .label("about which forces?")
            .help("write forces = [\"…\"] with the names as printed, or \"all\""),
    ]
}
