//! A report that none of the inspectors of constabulary made.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{DutyKind, Text};
use crate::schema::Steps;

/// `inspectorates-without-hmicfrs`: a report that none of the inspectors of constabulary made.
pub static RULE: Rule = Rule {
    code: "T102",
    name: "inspectorates-without-hmicfrs",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The inspectorates of the report are named, and HMICFRS is not one of them.",
    why: "The duty to respond under section 55 of the Police Act 1996 is to reports of the inspectors of \
          constabulary: HMICFRS, and HMIC before July 2017. A report of others alone brings no such duty, \
          and its last day should not be counted. Add HMICFRS where it took part, or write duty = \"none\", \
          or duty = \"requested\" with the day by which a response was asked for.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspectorates = ["HMI Prisons", "CQC"]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspectorates = ["HMICFRS", "HMI Prisons", "CQC"]
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// How HMICFRS and HMIC are written, misspellings included, in lower case.
const OF_CONSTABULARY: [&str; 4] = ["hmic", "hmfric", "hmif", "constabulary"];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let names = &inspection.inspectorates;
    let takes_part = |name: &Text<'_>| {
        name.starts_with("HMIC") || {
            let lower = name.to_lowercase();
            OF_CONSTABULARY.iter().any(|part| lower.contains(part))
        }
    };
    if names.is_empty() || names.iter().any(takes_part) || inspection.duty() != DutyKind::PoliceAct55 {
        return Vec::new();
    }
    vec![
        subject
            .finding(
                &RULE,
                &Steps::root("inspectorates"),
                "HMICFRS is not one of the inspectorates of this report",
            )
            .label("HMICFRS is not named")
            .help("add \"HMICFRS\" if it took part; if not, write duty = \"none\" or \"requested\""),
    ]
}
