//! An item that nobody has decided on, in a published response.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::ItemKind;
use crate::schema::Steps;

/// `ours-undecided`: an item that nobody has decided on, in a published response.
pub static RULE: Rule = Rule {
    code: "T126",
    name: "ours-undecided",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "The response is published, and nobody has decided whether an item is ours.",
    why: "Whether an item is for this force or this local policing body to act on is decided by a person \
          and written as `ours`. Until then it is neither open nor overdue, and nobody follows it. Once \
          the response is out the decision has been taken, so write it down. Offices that do not follow \
          items do without it, so this is off by itself.",
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
action = "A new register is kept."

[response]
published = 2020-05-28
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
action = "A new register is kept."
ours = true

[response]
published = 2020-05-28
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    if !subject.is_answered() {
        return Vec::new();
    }
    let items = subject.inspection.recommendations.iter().enumerate();
    let undecided = items.filter(|(_, item)| item.ours.is_none() && item.kind() != ItemKind::Practice);
    undecided
        .map(|(index, item)| {
            let name = item.name(index + 1);
            let message =
                format!("the response is out, and nobody has decided whether item {} is ours", shown(&name));
            subject
                .finding(&RULE, &Steps::item(index).key("text"), message)
                .label("ours or not?")
                .help("write `ours = true` or `ours = false`")
        })
        .collect()
}
