//! An update dated before its report.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{PartialDate, day_in_words};
use crate::schema::Steps;

/// `update-before-report`: an update dated before its report.
pub static RULE: Rule = Rule {
    code: "T062",
    name: "update-before-report",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An update is dated before the report was published.",
    why: "An update says what became of a recommendation, and nobody has that before the report is out. In \
          January the old year is often typed: look up the day. What was done before the report is said in \
          `action`, or in the note of the first update.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records."

[[recommendation.update]]
date = 2020-01-12
status = "in-progress"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records."

[[recommendation.update]]
date = 2020-05-09
status = "in-progress"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.inspection.published;
    let items = subject.inspection.recommendations.iter().enumerate();
    let updates = items.flat_map(|(item, recommendation)| {
        recommendation.updates.iter().enumerate().map(move |(index, update)| (item, index, update.date))
    });
    let early = updates.filter(|(_, _, date)| PartialDate::Day(*date).certainly_before(published));
    early
        .map(|(item, index, date)| {
            let message = format!("this update is dated before the report: {}", day_in_words(date));
            subject
                .finding(&RULE, &Steps::update(item, index).key("date"), message)
                .label(format!("the report: {}", published.in_words()))
                .help("check the year and the month")
        })
        .collect()
}
