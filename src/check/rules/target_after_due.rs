//! An office's own date after the inspectorate's deadline.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{Deadline, ItemStanding};
use crate::model::{Recommendation, Update};
use crate::schema::Steps;

/// `target-after-due`: an office's own date after the inspectorate's deadline.
pub static RULE: Rule = Rule {
    code: "T124",
    name: "target-after-due",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "The office's own date for an open item is after the inspectorate's deadline.",
    why: "`target` is the office's own date, and never moves the inspectorate's. A target after the \
          deadline says that the office plans to be late: agree a new date with the inspectorate and write \
          it as `due` in an update, with a note, or bring the target forward. Some offices say so openly, \
          so this is off by itself.",
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
ours = true
due = 2020-09-30

[[recommendation.update]]
date = 2020-05-20
status = "in-progress"
target = 2020-12-31
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
ours = true
due = 2020-09-30

[[recommendation.update]]
date = 2020-05-20
status = "in-progress"
target = 2020-08-31
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let items = subject.inspection.recommendations.iter().enumerate();
    let planned = items.filter(|(_, item)| item.updates.iter().any(|update| update.target.is_some()));
    planned.filter_map(|(index, item)| late_plan(subject, index, item)).collect()
}

fn late_plan(subject: &Subject<'_>, index: usize, item: &Recommendation<'_>) -> Option<Finding> {
    let standing = ItemStanding::of(item, subject.inspection.published, subject.today);
    let (Some(target), Some(Deadline::On(due)), true) = (standing.target, standing.due, standing.open) else {
        return None;
    };
    if !due.certainly_before(target) {
        return None;
    }
    let updates = item.updates.iter().enumerate().filter(|(_, update)| update.date <= subject.today);
    let newest = |says: fn(&Update<'_>) -> bool| {
        updates.clone().filter(|(_, update)| says(update)).max_by_key(|(_, update)| update.date)
    };
    let (at, _) = newest(|update| update.target.is_some())?;
    let deadline = match newest(|update| update.due.is_some()) {
        Some((moved, _)) => Steps::update(index, moved).key("due"),
        None if item.due.is_some() => Steps::item(index).key("due"),
        None => Steps::item(index).key("deadline"),
    };
    let message = format!("the target of item {} is after its deadline", shown(&item.name(index + 1)));
    let finding = subject.finding(&RULE, &Steps::update(index, at).key("target"), message);
    Some(
        finding
            .label(format!("the deadline: {}", due.in_words()))
            .help("agree a later deadline and write it as `due` in an update, or bring the target forward")
            .related(subject.reading.place(&deadline), "the inspectorate's deadline"),
    )
}
