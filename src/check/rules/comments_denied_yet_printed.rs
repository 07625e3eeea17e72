//! Comments of the chief officer beside the word that there are none.

use crate::check::prose::says;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Comments;
use crate::schema::Steps;

/// `comments-denied-yet-printed`: comments of the chief officer beside the word that there are none.
pub static RULE: Rule = Rule {
    code: "T105",
    name: "comments-denied-yet-printed",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The chief officer is said to have submitted no comments, and comments stand in the response.",
    why: "comments_received = \"none\" says that the chief officer was invited to comment and submitted \
          nothing. The response prints comments of the chief officer all the same, so one of the two is \
          wrong. Write the day on which they came as `comments_received`, or \"unknown\".",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
comments_received = "none"
chief_officer = "I accept the findings."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
comments_received = 2020-05-20
chief_officer = "I accept the findings."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    let denied = response.comments_received == Some(Comments::NoneSubmitted);
    if !denied || !says(response.chief_officer.as_ref()) {
        return Vec::new();
    }
    let comments = subject.reading.place(&Steps::response("chief_officer"));
    vec![
        subject
            .finding(
                &RULE,
                &Steps::response("comments_received"),
                "no comments were submitted, and comments of the chief officer stand in the response",
            )
            .label("none?")
            .help("write the day on which they came, or \"unknown\"")
            .related(comments, "the comments"),
    ]
}
