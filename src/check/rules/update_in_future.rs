//! An update dated after the day asked about.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::day_in_words;
use crate::schema::Steps;

/// `update-in-future`: an update dated after the day asked about.
pub static RULE: Rule = Rule {
    code: "T044",
    name: "update-in-future",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An update is dated in the future.",
    why: "An update says what has happened, and does not count before its day: until then the item keeps \
          its earlier status. A day in the future is mostly a mistyped year. What is planned belongs in \
          `target`, the office's own date to be done by.",
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
date = 2020-06-02
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
date = 2020-06-01
status = "in-progress"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (item, recommendation) in subject.inspection.recommendations.iter().enumerate() {
        for (index, update) in recommendation.updates.iter().enumerate() {
            if update.date > subject.today {
                let message = format!("this update is dated in the future: {}", day_in_words(update.date));
                found.push(
                    subject
                        .finding(&RULE, &Steps::update(item, index).key("date"), message)
                        .label(format!("after {}", day_in_words(subject.today)))
                        .help("check the year and the month; a date planned for is written as `target`"),
                );
            }
        }
    }
    found
}
