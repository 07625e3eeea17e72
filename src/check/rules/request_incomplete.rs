//! A response that was asked for without a day, or a day without a request.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::DutyKind;
use crate::schema::Steps;

/// `request-incomplete`: a response that was asked for without a day, or a day without a request.
pub static RULE: Rule = Rule {
    code: "T099",
    name: "request-incomplete",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "`duty = \"requested\"` and `requested_by` do not stand together, or the day lies before the report.",
    why: "Some reports, as on a super-complaint, bring no duty by statute, but ask for a response by a \
          day: such a record has duty = \"requested\" and the day as `requested_by`. One without the other \
          says only half: without the day nobody is told when it is due, and without the duty the day \
          means nothing. A day before the report is mistyped.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
duty = "requested"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
duty = "requested"
requested_by = 2020-07-03
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

const HALF: &str = "a response is asked for, and not by when";

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let is_requested = inspection.duty() == DutyKind::Requested;
    let (key, message, label, help) = match inspection.requested_by {
        None if is_requested => (
            "duty",
            HALF.to_owned(),
            "by which day?".to_owned(),
            "write the day as `requested_by`, or \"unknown\"",
        ),
        Some(by) if !is_requested => (
            "requested_by",
            format!("a response is asked for by {}, and `duty` does not say so", by.in_words()),
            "the duty is another".to_owned(),
            "write duty = \"requested\", or remove `requested_by`",
        ),
        Some(by) if by.certainly_before(inspection.published) => (
            "requested_by",
            format!("a response is asked for by {}, before the report came out", by.in_words()),
            format!("the report: {}", inspection.published.in_words()),
            "check the year and the month",
        ),
        _ => return Vec::new(),
    };
    vec![subject.finding(&RULE, &Steps::root(key), message).label(label).help(help)]
}
