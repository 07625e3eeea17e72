//! No response required, without a reason.

use crate::check::prose::says;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `not-required-without-because`: no response required, without a reason.
pub static RULE: Rule = Rule {
    code: "T056",
    name: "not-required-without-because",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The record says that no response of its own is required, and not why.",
    why: "Section 55(5) of the Police Act 1996 asks for comments on every report, also on one that makes \
          no recommendation. Where the office decides that none is required, or that another report's \
          response covers it, somebody will ask why: write the reason as `because`, with who decided it \
          and when.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
forces = ["Another Constabulary"]

[response]
required = false
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
forces = ["Another Constabulary"]

[response]
required = false
because = "The report is about another force and makes no recommendation to ours."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    if says(response.because.as_ref()) {
        return Vec::new();
    }
    let (key, message) = if response.required == Some(false) {
        ("required", "no response is required, and the record does not say why")
    } else if response.covered_by.is_some() {
        ("covered_by", "another report's response covers this one, and the record does not say why")
    } else {
        return Vec::new();
    };
    vec![
        subject
            .finding(&RULE, &Steps::response(key), message)
            .label("why?")
            .help("write the reason as `because`, with who decided it and when"),
    ]
}
