//! A deadline before its report, or very far from it.

use crate::check::distance::is_later_by;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{Deadline, read_deadline};
use crate::model::PartialDate;
use crate::schema::Steps;

/// `due-unlikely`: a deadline before its report, or very far from it.
pub static RULE: Rule = Rule {
    code: "T094",
    name: "due-unlikely",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A deadline lies before the report was published, or over ten years after.",
    why: "A report asks for things to be done after it is out, mostly within a year or two. A deadline \
          before the report or more than ten years after it is a mistyped year, and the item will be \
          called overdue from the first day or never. Where the report itself prints an impossible date, \
          carry it as printed and say so in a comment.",
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
due = 2012-03-31
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
due = 2021-03-31
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// How far a deadline lies from its report at most, in months.
const FURTHEST: u32 = 120;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, item) in subject.inspection.recommendations.iter().enumerate() {
        let mut look = |steps: Steps, date: PartialDate| found.extend(unlikely(subject, steps, date));
        match (item.due, item.deadline.as_deref()) {
            (Some(due), _) => look(Steps::item(index).key("due"), due),
            (None, Some(phrase)) if phrase.bytes().any(|byte| byte.is_ascii_digit()) => {
                if let Some(Deadline::On(date)) = read_deadline(phrase, subject.inspection.published) {
                    look(Steps::item(index).key("deadline"), date);
                }
            }
            _ => {}
        }
        for (at, update) in item.updates.iter().enumerate() {
            if let Some(due) = update.due {
                look(Steps::update(index, at).key("due"), due);
            }
        }
    }
    found
}

fn unlikely(subject: &Subject<'_>, steps: Steps, due: PartialDate) -> Option<Finding> {
    let published = subject.inspection.published;
    let what = if due.certainly_before(published) {
        "before the report was published"
    } else if is_later_by(due, published, FURTHEST) {
        "over ten years after the report"
    } else {
        return None;
    };
    let finding = subject.finding(&RULE, &steps, format!("this deadline is {}, {what}", due.in_words()));
    let report = subject.reading.place(&Steps::root("published"));
    Some(
        finding
            .label(format!("the report: {}", published.in_words()))
            .help("check the year against the report")
            .related(report, "the report's publication"),
    )
}
