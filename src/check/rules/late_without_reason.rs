//! A late response without a reason.

use crate::check::prose::says;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{Requirement, State, standing};
use crate::model::day_in_words;
use crate::schema::Steps;

/// `late-without-reason`: a late response without a reason.
pub static RULE: Rule = Rule {
    code: "T123",
    name: "late-without-reason",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "The response was published late, and the record does not say why.",
    why: "The law gives no extension, and the panel and the public may ask why a response was late. \
          `late_because` is the office's answer, and what it learnt. Not every office gives one, so this \
          is off by itself.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-03-09

[response]
published = 2020-05-20
"#,
        )],
        good: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-03-09

[response]
published = 2020-05-20
late_because = "The office counted the 56 days from the day after."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    if says(response.late_because.as_ref()) {
        return Vec::new();
    }
    let inspection = subject.inspection;
    let (requirement, dates) = (Requirement::of(inspection), subject.dates());
    let standing = standing(requirement, inspection.published, dates, subject.today, 0);
    let (State::PublishedLate, Some(last)) = (standing.state, standing.last_day) else { return Vec::new() };
    vec![
        subject
            .finding(
                &RULE,
                &Steps::response("published"),
                "the response was published late, and nothing says why",
            )
            .label(format!("the last day: {}", day_in_words(last.latest)))
            .help("write the reason as `late_because`")
            .related(subject.reading.place(&Steps::root("published")), "the report's publication"),
    ]
}
