//! An item closed without a word.

use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Status;
use crate::schema::Steps;

/// `closed-without-note`: an item closed without a word.
pub static RULE: Rule = Rule {
    code: "T048",
    name: "closed-without-note",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An update closes an item without a note.",
    why: "An item is closed because something was done, and the panel, the inspectors and whoever follows \
          in the office will ask what. Write in `note` what was done and how it is known. The note stays \
          private unless `public = true` stands beside it.",
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
status = "closed"
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
status = "closed"
note = "The new register has been in use since 18 May."
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
            if update.status == Some(Status::Closed) && !says(update.note.as_ref()) {
                let name = recommendation.name(item + 1);
                let message = format!("item {} is closed, and nothing says what was done", shown(&name));
                found.push(
                    subject
                        .finding(&RULE, &Steps::update(item, index).key("status"), message)
                        .label("closed without a note")
                        .help("write in `note` what was done and how it is known"),
                );
            }
        }
    }
    found
}
