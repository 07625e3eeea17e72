//! Comments wanted by a day before they were invited.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `wanted-before-invited`: comments wanted by a day before they were invited.
pub static RULE: Rule = Rule {
    code: "T064",
    name: "wanted-before-invited",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The comments are wanted by a day before they were invited.",
    why: "`comments_wanted_by` is the last day that the invitation under section 55(4) of the Police Act 1996 \
          gives the chief officer. It cannot lie before the invitation, so one of the two days is wrong; lists \
          and reminders go by it.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-12
comments_wanted_by = 2020-05-11
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-12
comments_wanted_by = 2020-06-12
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    let (Some(invited), Some(wanted)) = (response.invited, response.comments_wanted_by) else {
        return Vec::new();
    };
    if !wanted.certainly_before(invited) {
        return Vec::new();
    }
    let message = format!("comments are wanted before they were invited: by {}", wanted.in_words());
    vec![
        subject
            .finding(&RULE, &Steps::response("comments_wanted_by"), message)
            .label(format!("invited: {}", invited.in_words()))
            .help("look up both days in the letter"),
    ]
}
