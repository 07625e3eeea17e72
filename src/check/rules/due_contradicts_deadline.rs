//! A due date that is not what the printed deadline says.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{Deadline, read_deadline};
use crate::schema::Steps;

/// `due-contradicts-deadline`: a due date that is not what the printed deadline says.
pub static RULE: Rule = Rule {
    code: "T052",
    name: "due-contradicts-deadline",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The due date lies outside what the printed deadline means.",
    why: "`deadline` is the phrase as printed, `due` what it means; lateness is counted from `due`. Here \
          the two cannot be the same day: one of them is mistyped, or `due` holds a date of the office's \
          own. The office's own date is written as `target` in an update, and a date that the inspectorate \
          has moved as `due` in an update.",
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
deadline = "By March 2021"
due = 2021-04-30
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
deadline = "By March 2021"
due = 2021-03-31
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, item) in subject.inspection.recommendations.iter().enumerate() {
        let (Some(phrase), Some(due)) = (item.deadline.as_deref(), item.due) else { continue };
        let Some(Deadline::On(meant)) = read_deadline(phrase, subject.inspection.published) else { continue };
        if !due.overlaps(meant) {
            let name = item.name(index + 1);
            let message = format!("the due date of item {} is not what its deadline says", shown(&name));
            let deadline = subject.reading.place(&Steps::item(index).key("deadline"));
            found.push(
                subject
                    .finding(&RULE, &Steps::item(index).key("due"), message)
                    .label(format!("the deadline means {}", meant.in_words()))
                    .help(
                        "correct one of the two; the office's own date is an update's `target`, a deadline moved by \
                         the inspectorate an update's `due`",
                    )
                    .related(deadline, "the deadline as printed"),
            );
        }
    }
    found
}
