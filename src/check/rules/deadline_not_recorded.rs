//! A deadline in the text of an item that its keys do not say.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Fix, Rule, Severity, When};
use crate::duty::{Deadline, leading_deadline};
use crate::model::{ItemKind, Outcome, Recommendation, Status};
use crate::schema::{Steps, written};
use crate::text::{Edit, line_ending};

/// `deadline-not-recorded`: a deadline in the text of an item that its keys do not say.
pub static RULE: Rule = Rule {
    code: "T095",
    name: "deadline-not-recorded",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The text of an item gives its deadline, and neither `deadline` nor `due` does.",
    why: "What is due, and what is overdue, is read from `deadline` and `due`, never from the text: nobody \
          will be told that this item is late. Write the phrase as it is printed as `deadline`; the date \
          is worked out from it where that is safe, or write it as `due`. Items that are not ours, that \
          are done or declined, and practice are left alone.",
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
    let published = subject.inspection.published;
    let items = subject.inspection.recommendations.iter().enumerate();
    let silent = items.filter(|(_, item)| is_silent(item) && !is_ended(item));
    let leading =
        silent.filter_map(|(index, item)| Some((index, item, leading_deadline(&item.text, published)?)));
    // One that is past before the report is out is told of, not asked for.
    let asked = leading.filter(|(.., found)| match found.means {
        Deadline::On(date) => !date.certainly_before(published),
        Deadline::Immediate => true,
    });
    let mut ending = None; // looked for once, where it is wanted
    let mut told = Vec::new();
    for (index, item, found) in asked {
        let ending = *ending.get_or_insert_with(|| line_ending(subject.reading.source.text));
        told.push(finding(subject, index, item, found.phrase, ending));
    }
    told
}

fn is_silent(item: &Recommendation<'_>) -> bool {
    let moved = || item.updates.iter().any(|update| update.due.is_some());
    item.deadline.is_none() && item.due.is_none() && !moved()
}

/// Whether it can never be late: not ours, practice, or done, declined or fallen away.
fn is_ended(item: &Recommendation<'_>) -> bool {
    let newest =
        item.updates.iter().filter(|update| update.status.is_some()).max_by_key(|update| update.date);
    item.ours == Some(false)
        || item.kind() == ItemKind::Practice
        || item.outcome.is_some_and(Outcome::ends_it)
        || newest.and_then(|update| update.status).is_some_and(Status::is_final)
}

fn finding(
    subject: &Subject<'_>,
    index: usize,
    item: &Recommendation<'_>,
    phrase: &str,
    ending: &str,
) -> Finding {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let value = written::quoted(&words.join(" "));
    let name = item.name(index + 1);
    let message = format!("the text of item {} gives a deadline, and `deadline` does not", shown(&name));
    subject
        .finding_in(&RULE, &Steps::item(index).key("text"), phrase, message)
        .label("its deadline")
        .help(format!("write deadline = {}", shown(&value)))
        .fix(fix(subject, index, &value, ending))
}

/// Adds the key below the text, or below what stands between the two in the layout of a record. A guess: the sentence may
/// give more than one date.
fn fix(subject: &Subject<'_>, index: usize, value: &str, ending: &str) -> Option<Fix> {
    let text = subject.reading.source.text;
    let item = subject.reading.span(&Steps::item(index));
    if !text.get(item.start..)?.starts_with("[[") {
        return None; // between braces
    }
    let value_end = |key| {
        let span = subject.reading.span(&Steps::item(index).key(key));
        if span == item { 0 } else { span.end } // a missing key points at its table
    };
    let end = ["text", "addressed_to", "ours"].into_iter().map(value_end).max()?;
    let line = text.get(end..)?;
    let rest = line.split(['\r', '\n']).next()?;
    let is_last = matches!(rest.trim_start().bytes().next(), None | Some(b'#'));
    let added = format!("{ending}deadline = {value}");
    is_last.then(|| Fix::safe("add it", vec![Edit::insert(end + rest.len(), added)]).safe_if(false))
}
