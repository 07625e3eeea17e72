//! One joint text beside the parts.

use crate::check::prose::says;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `joint-beside-parts`: one joint text beside the parts.
pub static RULE: Rule = Rule {
    code: "T035",
    name: "joint-beside-parts",
    severity: Severity::Error,
    when: When::UnlessTurnedOff,
    summary: "A joint text stands beside the comments of one of the two.",
    why: "A response is either one text of both, `joint`, or has its parts: `local_policing_body`, \
          `chief_officer` and `reply`. With both, nobody can tell what was published. Keep the one that \
          was published and remove the other.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
joint = "The Commissioner and the Chief Constable accept the findings."
chief_officer = "I accept the findings."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
joint = "The Commissioner and the Chief Constable accept the findings."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    if !says(response.joint.as_ref()) {
        return Vec::new();
    }
    let parts = [
        ("local_policing_body", "the local policing body's own comments", &response.local_policing_body),
        ("chief_officer", "the chief officer's own comments", &response.chief_officer),
    ];
    let mut beside = parts.into_iter().filter(|(_, _, part)| says(part.as_ref())).peekable();
    if beside.peek().is_none() {
        return Vec::new();
    }
    let mut found = subject
        .finding(&RULE, &Steps::response("joint"), "a joint text stands beside comments of one of the two")
        .label("the joint text")
        .help("keep what was published: `joint` alone, or the parts, each in its key: `local_policing_body`, `chief_officer` and `reply`");
    for (key, what, _) in beside {
        found = found.related(subject.reading.place(&Steps::response(key)), what);
    }
    vec![found]
}
