//! A response seen public before it was published.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `seen-before-published`: a response seen public before it was published.
pub static RULE: Rule = Rule {
    code: "T058",
    name: "seen-before-published",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The response is said to have been seen public before it was published.",
    why: "`public_by` is a day on which the response was seen public, as by an archived copy, and bounds \
          a day of publication that is not known exactly. It cannot lie before that day, and alone it \
          bounds nothing: write `published = \"unknown\"`, or the month or year, beside it. Where the copy \
          is older than `published`, the response came out earlier than recorded.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
public_by = 2020-05-27
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = "2020-05"
public_by = 2020-05-27
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let dates = subject.dates();
    let Some(seen) = dates.public_by else { return Vec::new() };
    let (message, label, help) = match dates.published {
        None => (
            "the response was seen public, and no publication is recorded".to_owned(),
            "seen public".to_owned(),
            "write `published = \"unknown\"`, or the month or year, beside it",
        ),
        Some(published) if seen.certainly_before(published) => (
            format!("the response was seen public on {}, before it was published", seen.in_words()),
            format!("published: {}", published.in_words()),
            "check both days: the copy seen may prove that the response came out earlier",
        ),
        Some(_) => return Vec::new(),
    };
    vec![subject.finding(&RULE, &Steps::response("public_by"), message).label(label).help(help)]
}
