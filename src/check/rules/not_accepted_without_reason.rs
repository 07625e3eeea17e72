//! An item that is not accepted, without a reason.

use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{ItemKind, Outcome};
use crate::schema::Steps;

/// `not-accepted-without-reason`: an item that is not accepted, without a reason.
pub static RULE: Rule = Rule {
    code: "T047",
    name: "not-accepted-without-reason",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An item is recorded as not accepted, and no reason is given.",
    why: "A local policing body may decline a recommendation, if it says why: section 55(5B) of the \
          Police Act 1996 asks for an explanation of why no action is taken. Write the reason as \
          `no_action_because`; it stands in the published response.",
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
outcome = "not-accepted"
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
outcome = "not-accepted"
no_action_because = "The records are kept by another force."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, item) in subject.inspection.recommendations.iter().enumerate() {
        let declined = item.outcome == Some(Outcome::NotAccepted) && item.ours != Some(false);
        if declined && item.kind() != ItemKind::Practice && !says(item.no_action_because.as_ref()) {
            let law = match item.kind() {
                ItemKind::Recommendation => ": section 55(5B) asks for one",
                _ => "",
            };
            let name = item.name(index + 1);
            let message = format!("item {} is not accepted, and no reason is given{law}", shown(&name));
            found.push(
                subject
                    .finding(&RULE, &Steps::item(index).key("outcome"), message)
                    .label("no reason given")
                    .help("write the reason as `no_action_because`"),
            );
        }
    }
    found
}
