//! A reply to comments that are not there.

use crate::check::prose::says;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `reply-to-nothing`: a reply to comments that are not there.
pub static RULE: Rule = Rule {
    code: "T104",
    name: "reply-to-nothing",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The response replies to the chief officer's comments, and has none.",
    why: "Section 55(5) of the Police Act 1996 asks for the local policing body's comments, the chief \
          officer's, if there are any, and the local policing body's reply to those. A reply without the \
          comments that it answers cannot be understood by the reader: the comments were forgotten, or the \
          text belongs to `local_policing_body`.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "The Commissioner accepts the report."
reply = "The Commissioner thanks the Chief Constable."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "The Commissioner accepts the report."
chief_officer = "I accept the findings."
reply = "The Commissioner thanks the Chief Constable."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    let answered = says(response.chief_officer.as_ref()) || says(response.joint.as_ref());
    if answered || !says(response.reply.as_ref()) {
        return Vec::new();
    }
    vec![
        subject
            .finding(&RULE, &Steps::response("reply"), "a reply to comments of the chief officer that are not there")
            .label("to what?")
            .help("write the chief officer's comments as `chief_officer`, or move this to `local_policing_body`"),
    ]
}
