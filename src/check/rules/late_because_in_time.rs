//! A reason for lateness where the response was in time.

use crate::check::prose::says;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{Requirement, State, standing};
use crate::model::day_in_words;
use crate::schema::Steps;

/// `late-because-in-time`: a reason for lateness where the response was in time.
pub static RULE: Rule = Rule {
    code: "T109",
    name: "late-because-in-time",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The record says why the response was late, and it was in time.",
    why: "`late_because` is the office's explanation to the public of a response that came after the last \
          day. Here the dates say that it came in time: the last day counts the day of the report's \
          publication as day 1, so it is 55 days after it, weekends included. Remove the reason, or \
          correct the date that is wrong.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
late_because = "The office was closed."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    if !says(response.late_because.as_ref()) {
        return Vec::new();
    }
    let inspection = subject.inspection;
    let (requirement, dates) = (Requirement::of(inspection), subject.dates());
    let standing = standing(requirement, inspection.published, dates, subject.today, 0);
    let (State::Published, Some(last)) = (standing.state, standing.last_day) else { return Vec::new() };
    let finding = subject.finding(
        &RULE,
        &Steps::response("late_because"),
        "a reason is given for a late response, and it was published in time",
    );
    vec![
        finding
            .label(format!("the last day: {}", day_in_words(last.latest)))
            .help("remove the reason, or correct the date that is wrong")
            .related(subject.reading.place(&Steps::response("published")), "published in time"),
    ]
}
