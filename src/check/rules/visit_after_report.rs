//! A visit after the report on it.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `visit-after-report`: a visit after the report on it.
pub static RULE: Rule = Rule {
    code: "T061",
    name: "visit-after-report",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The visit is dated after the report on it was published.",
    why: "The inspectors write their report after the visit. One of the dates is wrong, or it was printed \
          wrongly, which happens: then carry it as printed and say so in a comment. The last day to \
          respond counts from `published` only, so make sure of that date first.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspected = ["2020-06"]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspected = ["2020-05"]
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.inspection.published;
    let mut visit = subject.inspection.inspected.iter().enumerate();
    let Some((index, date)) = visit.find(|(_, date)| published.certainly_before(**date)) else {
        return Vec::new();
    };
    let message = format!("the visit of {} is later than the report on it", date.in_words());
    vec![
        subject
            .finding(&RULE, &Steps::root("inspected").at(index), message)
            .label(format!("the report: {}", published.in_words()))
            .help("compare both with the report; the last day counts from `published`"),
    ]
}
