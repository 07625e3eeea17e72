//! Comments that came before they were invited.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Comments;
use crate::schema::Steps;

/// `comments-before-invitation`: comments that came before they were invited.
pub static RULE: Rule = Rule {
    code: "T034",
    name: "comments-before-invitation",
    severity: Severity::Error,
    when: When::UnlessTurnedOff,
    summary: "The chief officer's comments are dated before they were invited.",
    why: "Section 55(4) of the Police Act 1996 has the local policing body invite the chief officer's \
          comments; they cannot come before that. One of the two days is wrong: look them up in the \
          letters. Where comments came without being asked for, leave `invited` out.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-12
comments_received = 2020-05-11
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-12
comments_received = 2020-05-12
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    let (Some(invited), Some(Comments::Received(received))) = (response.invited, response.comments_received)
    else {
        return Vec::new();
    };
    if !received.certainly_before(invited) {
        return Vec::new();
    }
    // Without the invitation, comments that came before the report would still be out of order.
    let report = subject.inspection.published;
    let help = if received.certainly_before(report) {
        format!("look up both days in the letters: the report came out on {}", report.in_words())
    } else {
        "look up both days in the letters; if nobody invited them, leave out `invited`".to_owned()
    };
    let message =
        format!("the chief officer's comments came before they were invited: {}", received.in_words());
    vec![
        subject
            .finding(&RULE, &Steps::response("comments_received"), message)
            .label(format!("invited: {}", invited.in_words()))
            .help(help),
    ]
}
