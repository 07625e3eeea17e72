//! A response of which nobody can say whether it was in time.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{Requirement, State, standing};
use crate::model::{Precision, day_in_words};
use crate::schema::Steps;

/// `response-unproven`: a response of which nobody can say whether it was in time.
pub static RULE: Rule = Rule {
    code: "T125",
    name: "response-unproven",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "The response is published, and its dates do not show whether it was in time.",
    why: "A day that is not known, or known to the month only, leaves open whether the response came \
          within the 56 days. Look for a day on which it was seen public, such as an archived copy of the \
          page or the message that sent the copies, and write it as `public_by`; or for the report's exact \
          day. Older records often cannot be made more exact, so this is off by itself.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = "unknown"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = "unknown"
public_by = 2020-05-30
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let dates = subject.dates();
    let Some(published) = dates.published else { return Vec::new() };
    let standing = standing(Requirement::of(inspection), inspection.published, dates, subject.today, 0);
    // A response before its report is response-before-report.
    let is_early = [Some(published), dates.public_by].into_iter().flatten();
    if standing.state != State::PublishedUnproven
        || is_early.into_iter().any(|date| date.certainly_before(inspection.published))
    {
        return Vec::new();
    }
    let is_report = published.precision() == Precision::Day;
    let (steps, help) = if is_report {
        (Steps::root("published"), "look for the day on which the report came out")
    } else {
        (
            Steps::response("published"),
            "look for a day on which it was seen public, and write it as `public_by`",
        )
    };
    let label = match standing.last_day {
        Some(last) if last.earliest == last.latest => format!("the last day: {}", day_in_words(last.latest)),
        Some(_) => "the last day depends on the day of the report".to_owned(),
        None => "the day of the report is not known".to_owned(),
    };
    let message = "the dates do not show whether the response was in time";
    vec![subject.finding(&RULE, &steps, message).label(label).help(help)]
}
