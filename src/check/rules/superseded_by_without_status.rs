//! A record that takes an item up, in an update that does not say so.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Status;
use crate::schema::Steps;

/// `superseded-by-without-status`: a record that takes an item up, in an update that does not say so.
pub static RULE: Rule = Rule {
    code: "T112",
    name: "superseded-by-without-status",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "`superseded_by` stands in an update whose status is not superseded.",
    why: "`superseded_by` names the record that takes an item up; the item is over only once the status is \
          `superseded`. Until then it counts as open here, and again in the other record. Write the status \
          in this update, or remove the key.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2020-01-example.toml",
                r#"title = "Earlier inspection"
type = "national"
published = 2020-01-15

[[recommendation]]
label = "1"
text = "The force should keep better records."
action = "A new register is kept."

[[recommendation.update]]
date = 2020-05-20
status = "in-progress"
superseded_by = "2020-05-example"

[response]
published = 2020-03-01
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
            ),
        ],
        good: &[
            (
                "records/2020-01-example.toml",
                r#"title = "Earlier inspection"
type = "national"
published = 2020-01-15

[[recommendation]]
label = "1"
text = "The force should keep better records."
action = "A new register is kept."

[[recommendation.update]]
date = 2020-05-20
status = "superseded"
superseded_by = "2020-05-example"

[response]
published = 2020-03-01
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (item, recommendation) in subject.inspection.recommendations.iter().enumerate() {
        for (index, update) in recommendation.updates.iter().enumerate() {
            let Some(by) = &update.superseded_by else { continue };
            if update.status == Some(Status::Superseded) {
                continue;
            }
            let steps = Steps::update(item, index);
            let name = recommendation.name(item + 1);
            let message =
                format!("item {} is taken up by `{}`, and not called superseded", shown(&name), shown(by));
            let finding = subject.finding(&RULE, &steps.clone().key("superseded_by"), message);
            let finding = finding
                .label("the status is not `superseded`")
                .help("write status = \"superseded\" in this update, or remove the key");
            found.push(match update.status {
                Some(_) => finding.related(subject.reading.place(&steps.key("status")), "the status"),
                None => finding,
            });
        }
    }
    found
}
