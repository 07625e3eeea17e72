//! A recommendation that the published response leaves without an answer.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::asks_for_explanations;
use crate::model::Outcome;
use crate::schema::Steps;

/// `recommendation-unexplained`: a recommendation that the published response leaves without an answer.
pub static RULE: Rule = Rule {
    code: "T046",
    name: "recommendation-unexplained",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The response is published, and a recommendation has neither an action nor a reason for taking none.",
    why: "Section 55(5B) of the Police Act 1996 asks the local policing body to explain, for each \
          recommendation of the report, the action it has taken or proposes, or why it takes none. \
          Comments on the report as a whole do not do that. Write `action` or `no_action_because` at the \
          recommendation; where it is for somebody else, write `ours = false`. Areas for improvement and \
          good practice need no such answer.",
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

[response]
local_policing_body = "The Commissioner accepts the report."
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
action = "A new register has been kept since 18 May."

[response]
local_policing_body = "The Commissioner accepts the report."
published = 2020-05-28
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    if !subject.is_answered() || !asks_for_explanations(subject.inspection, subject.dates()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, item) in subject.inspection.recommendations.iter().enumerate() {
        // One that is not accepted without a reason is not-accepted-without-reason.
        let silent = item.wants_explanation() && !item.is_explained();
        if silent && item.outcome != Some(Outcome::NotAccepted) {
            let name = item.name(index + 1);
            let message =
                format!("recommendation {} is not explained: section 55(5B) asks for it", shown(&name));
            found.push(
                subject
                    .finding(&RULE, &Steps::item(index).key("text"), message)
                    .label("neither an action nor a reason for none")
                    .help(
                        "write `action` or `no_action_because`; if it is for somebody else, `ours = false`",
                    ),
            );
        }
    }
    found
}
