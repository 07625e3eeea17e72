//! A deadline that is not the one in the text of its item.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{Deadline, leading_deadline, read_deadline};
use crate::model::{PartialDate, Recommendation};
use crate::schema::Steps;

/// `deadline-contradicts-text`: a deadline that is not the one in the text of its item.
pub static RULE: Rule = Rule {
    code: "T096",
    name: "deadline-contradicts-text",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The deadline recorded for an item is not the one that its text gives.",
    why: "The text is as the report prints it; `deadline` is the same phrase by itself, `due` what it \
          means. Here the two give different dates, and lateness is counted from the wrong one of them, as \
          after an item was copied for the next. Compare with the report. The office's own date is written \
          as `target` in an update, and a date that the inspectorate has moved as `due` in an update.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "By March 2021, the force should keep better records."
deadline = "By March 2022"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "By March 2021, the force should keep better records."
deadline = "By March 2021"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let items = subject.inspection.recommendations.iter().enumerate();
    items.filter_map(|(index, item)| contradiction(subject, index, item)).collect()
}

fn contradiction(subject: &Subject<'_>, index: usize, item: &Recommendation<'_>) -> Option<Finding> {
    let published = subject.inspection.published;
    match item.deadline.as_deref() {
        None if item.due.is_none() => return None,
        Some(phrase) if begins_with(&item.text, phrase) => return None, // the rest is due-contradicts-deadline
        _ => {}
    }
    let found = leading_deadline(&item.text, published)?;
    let Deadline::On(meant) = found.means else { return None };
    let (key, recorded) = match item.due {
        Some(due) => ("due", due),
        None => match read_deadline(item.deadline.as_deref()?, published)? {
            Deadline::On(date) => ("deadline", date),
            Deadline::Immediate => return None,
        },
    };
    if is_near(recorded, meant) {
        return None;
    }
    let name = item.name(index + 1);
    let message = format!("the deadline of item {} is not the one in its text", shown(&name));
    let span = subject.reading.span_of_part(&Steps::item(index).key("text"), found.phrase);
    let finding = subject.finding(&RULE, &Steps::item(index).key(key), message);
    Some(
        finding
            .label(format!("the text says {}", meant.in_words()))
            .help("compare both with the report, and correct the one that differs")
            .related(subject.reading.place_of(span), "the deadline in the text"),
    )
}

/// Whether two dates may be the same or lie a day apart: a period may be counted with its first day or without, and "by
/// April" may mean before it.
fn is_near(one: PartialDate, other: PartialDate) -> bool {
    let is_after = |one: PartialDate, other: PartialDate| match (one.earliest(), other.latest()) {
        (Some(first), Some(last)) => last.succ_opt().is_some_and(|next| first > next),
        _ => false, // not known
    };
    !is_after(one, other) && !is_after(other, one)
}

fn begins_with(text: &str, phrase: &str) -> bool {
    let text = text.trim_start();
    text.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase))
}
