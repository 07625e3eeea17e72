//! A text that was to be filled in.

use crate::check::placeholder::placeholder;
use crate::check::prose::{office_prose, other_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::{Step, Steps};

/// `placeholder-text`: a text that was to be filled in.
pub static RULE: Rule = Rule {
    code: "T054",
    name: "placeholder-text",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text holds a placeholder that was to be replaced.",
    why: "Words such as TODO, TBC, XXX, ??? or [insert name] are left in a draft for somebody to fill in; \
          the response and the public pages would print them as they stand. Write the text, or remove the \
          key until it is known. An unknown date is written as \"unknown\". Where the report itself says \
          so, its words stay as they are: allow the rule there, in a comment above the key.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "The Commissioner accepts the findings. TBC"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "The Commissioner accepts the findings."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

const WRITE: &str = "write the text, or remove the key until it is known";
const OF_REPORT: &str = "write the text, or remove the key until it is known; where the report itself says so, allow it: # track: allow placeholder-text: REASON";

/// Whether the words at a place are those of the report, not the office's.
fn is_of_report(steps: &Steps) -> bool {
    let of_record = ["title", "type_as_printed", "key_findings"];
    match steps.0.as_slice() {
        [Step::Key(key)] => of_record.contains(key),
        [Step::Key("judgment"), ..] | [Step::Key("recommendation"), _, Step::Key("text")] => true,
        _ => false,
    }
}

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        if let Some(left) = placeholder(text) {
            let steps = steps();
            let message = format!("a placeholder was left in the text: {}", shown(left));
            found.push(
                subject
                    .finding_in(&RULE, &steps, left, message)
                    .label("to be filled in")
                    .help(if is_of_report(&steps) { OF_REPORT } else { WRITE }),
            );
        }
    };
    office_prose(subject.inspection, &mut look);
    other_prose(subject.inspection, &mut look);
    found
}
