//! An item superseded or fallen away without a word.

use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Status;
use crate::schema::Steps;

/// `ended-without-note`: an item superseded or fallen away without a word.
pub static RULE: Rule = Rule {
    code: "T111",
    name: "ended-without-note",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An update ends an item as superseded or no longer applicable, and nothing says by what or why.",
    why: "An item that was neither done nor declined leaves the list of what is open. The panel and the \
          inspectors will ask where it went: name the record that takes it up as `superseded_by`, or say \
          in `note` what took its place or why it fell away.",
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
status = "no-longer-applicable"
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
status = "no-longer-applicable"
note = "The suite was closed on 18 May."
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
            let (what, help) = match update.status {
                Some(Status::Superseded) if update.superseded_by.is_none() => (
                    "superseded, and nothing says by what",
                    "name the record that takes it up as `superseded_by`, or say in `note` what did",
                ),
                Some(Status::NoLongerApplicable) => {
                    ("no longer applicable, and nothing says why", "say in `note` why it fell away")
                }
                _ => continue,
            };
            if !says(update.note.as_ref()) {
                let message = format!("item {} is {what}", shown(&recommendation.name(item + 1)));
                let finding = subject.finding(&RULE, &Steps::update(item, index).key("status"), message);
                found.push(finding.label("ended without a note").help(help));
            }
        }
    }
    found
}
