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
    let published = subject.inspection.published;
    let mut found = Vec::new();
    let mut look = |date: PartialDate, steps: &dyn Fn() -> Steps| {
        if let Some(what) = unlikely(date, published) {
            found.push(finding(subject, &steps(), date, what));
        }
    };
    for (index, item) in subject.inspection.recommendations.iter().enumerate() {
        match (item.due, item.deadline.as_deref()) {
            (Some(due), _) => look(due, &|| Steps::item(index).key("due")),
            (None, Some(phrase)) if may_be_far(phrase, published) => {
                if let Some(Deadline::On(date)) = read_deadline(phrase, published) {
                    look(date, &|| Steps::item(index).key("deadline"));
                }
            }
            _ => {}
        }
        for (at, update) in item.updates.iter().enumerate() {
            if let Some(due) = update.due {
                look(due, &|| Steps::update(index, at).key("due"));
            }
        }
    }
    found
}

/// Whether a phrase may mean a date far from the report, by a cheap look before it is read: figures alone may, and a year
/// may unless it is one of the next nine.
fn may_be_far(phrase: &str, published: PartialDate) -> bool {
    let Some(year) = published.year() else { return false };
    let is_near =
        |number: &str| number.parse().is_ok_and(|named: i32| (year + 1..year + 10).contains(&named));
    let mut numbers = phrase.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    phrase.contains(['/', '.', '-']) || numbers.any(|number| !is_near(number))
}

fn unlikely(due: PartialDate, published: PartialDate) -> Option<&'static str> {
    if due.certainly_before(published) {
        Some("before the report was published")
    } else {
        is_later_by(due, published, FURTHEST).then_some("over ten years after the report")
    }
}

fn finding(subject: &Subject<'_>, steps: &Steps, due: PartialDate, what: &str) -> Finding {
    let published = subject.inspection.published;
    subject
        .finding(&RULE, steps, format!("this deadline is {}, {what}", due.in_words()))
        .label(format!("the report: {}", published.in_words()))
        .help("check the year against the report")
        .related(subject.reading.place(&Steps::root("published")), "the report's publication")
}
