//! A response dated after the day asked about.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::day_in_words;
use crate::schema::Steps;

/// `response-in-future`: a response dated after the day asked about.
pub static RULE: Rule = Rule {
    code: "T057",
    name: "response-in-future",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The response's day of publication lies in the future.",
    why: "`response.published` is the first day on which the whole response was public; a day to come is \
          a plan, and counts as no response until it is reached. The year or the month is often mistyped. \
          Write the day once the response is out.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-06-02
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-06-01
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.dates().published.filter(|date| date.certainly_after_day(subject.today));
    let Some(published) = published else { return Vec::new() };
    let message = format!("the response is published in the future: {}", published.in_words());
    vec![
        subject
            .finding(&RULE, &Steps::response("published"), message)
            .label(format!("after {}", day_in_words(subject.today)))
            .help("check the year and the month; write the day once the response is out"),
    ]
}
