//! An update without status and note.

use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `update-says-nothing`: an update without status and note.
pub static RULE: Rule = Rule {
    code: "T055",
    name: "update-says-nothing",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An update has neither a status nor a note.",
    why: "An update is a line of the item's history: it says where the item stands from that day, or what \
          happened. With a day alone, or with a new date and no word why, a reader learns nothing. Write \
          `status`, `note` or both, or remove the update.",
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
date = 2020-05-20
note = "The force has named an owner."
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
            if update.status.is_none() && !says(update.note.as_ref()) {
                let name = recommendation.name(item + 1);
                let message = format!("an update of item {} has neither a status nor a note", shown(&name));
                found.push(
                    subject
                        .finding(&RULE, &Steps::update(item, index), message)
                        .label("says nothing")
                        .help("write `status`, `note` or both; or remove the update"),
                );
            }
        }
    }
    found
}
