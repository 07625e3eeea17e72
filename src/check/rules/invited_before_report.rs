//! An invitation to comment dated before the report.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `invited-before-report`: an invitation to comment dated before the report.
pub static RULE: Rule = Rule {
    code: "T063",
    name: "invited-before-report",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The chief officer was invited to comment before the report was published.",
    why: "Section 55(4) of the Police Act 1996 has the local policing body invite comments on a published \
          report. An invitation dated before it is mostly a mistyped month or year; or the report's own day is \
          wrong: look up both in the documents.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-08
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-09
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.inspection.published;
    let invited = subject.response().and_then(|response| response.invited);
    let Some(invited) = invited.filter(|invited| invited.certainly_before(published)) else {
        return Vec::new();
    };
    let message = format!("comments were invited before the report came out: {}", invited.in_words());
    vec![
        subject
            .finding(&RULE, &Steps::response("invited"), message)
            .label(format!("the report: {}", published.in_words()))
            .help("look up both days in the letter and in the report"),
    ]
}
