//! A deadline that the inspectorate moved, without a word.

use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `deadline-moved-without-note`: a deadline that the inspectorate moved, without a word.
pub static RULE: Rule = Rule {
    code: "T097",
    name: "deadline-moved-without-note",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An update moves the inspectorate's deadline without a note.",
    why: "`due` in an update says that the inspectorate itself has moved its deadline, and from then on \
          lateness counts from the new one. Whoever reads the record later must be able to see that it was \
          so: write in `note` who moved it, when and why. The office's own date is `target`, which moves \
          nothing.",
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
due = 2021-06-30
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
status = "in-progress"
note = "HMICFRS moved its deadline by letter of 18 May."
due = 2021-06-30
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
            // Without a status either it is update-says-nothing.
            if update.due.is_some() && update.status.is_some() && !says(update.note.as_ref()) {
                let name = recommendation.name(item + 1);
                let message =
                    format!("the deadline of item {} is moved, and no note says by whom", shown(&name));
                found.push(
                    subject
                        .finding(&RULE, &Steps::update(item, index).key("due"), message)
                        .label("moved without a note")
                        .help(
                            "say in `note` that the inspectorate moved it; the office's own date is `target`",
                        ),
                );
            }
        }
    }
    found
}
