//! An update dated before the one above it.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::day_in_words;
use crate::schema::Steps;

/// `updates-out-of-order`: an update dated before the one above it.
pub static RULE: Rule = Rule {
    code: "T043",
    name: "updates-out-of-order",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An update is dated before the one above it in the file.",
    why: "Updates are an item's history and are written at the end, the newest last; of one day the later \
          in the file counts. An earlier date below a later one is often a mistyped year or month. Correct \
          the day, or move the update to its place.",
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
date = 2020-05-20
status = "in-progress"

[[recommendation.update]]
date = 2020-05-12
status = "open"
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
date = 2020-05-12
status = "open"

[[recommendation.update]]
date = 2020-05-20
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
        for (index, pair) in recommendation.updates.windows(2).enumerate() {
            if pair[1].date < pair[0].date {
                let steps = |index| Steps::update(item, index).key("date");
                let above = day_in_words(pair[0].date);
                found.push(
                    subject
                        .finding(&RULE, &steps(index + 1), "this update is dated before the one above it")
                        .label(format!("the one above: {above}"))
                        .help("correct the day, or put the updates in order, the newest last")
                        .related(subject.reading.place(&steps(index)), "the update above"),
                );
            }
        }
    }
    found
}
