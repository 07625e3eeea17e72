//! A response that is overdue.

use chrono::NaiveDate;

use crate::check::prose::shown;
use crate::check::{Check, Library, ReferenceKind, Remote, Run, Subject};
use crate::config::Settings;
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{DaysLate, Requirement, ResponseDates, State, standing};
use crate::model::{PartialDate, day_in_words};
use crate::schema::Steps;
use crate::text::count;

/// `response-overdue`: a response that is not published though its last day has passed, or may have.
pub static RULE: Rule = Rule {
    code: "T040",
    name: "response-overdue",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "No response is published, and the last day has passed or may have passed.",
    why: "Section 55(5A) of the Police Act 1996 gives 56 days, of which the day of publication is the first; nobody can \
          extend them. Publish the response and write the day as `published` under [response]. Where the report's day is not known, look \
          it up: only then is the last day certain.",
    example: Example::Records {
        today: "2020-05-04",
        bad: &[(
            "records/2020-03-example.toml",
            "title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-03-09\n",
        )],
        good: &[(
            "records/2020-03-example.toml",
            "title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-03-09\n\n[response]\npublished = 2020-05-03\n",
        )],
    },
};

/// Looks for it: in the record where it says it all, among all where another record answers it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Both(check, check_answered_elsewhere) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.response().is_some_and(|response| response.answered_by.is_some()) {
        return Vec::new();
    }
    let requirement = Requirement::of(subject.inspection);
    overdue(requirement, subject.inspection.published, subject.dates(), subject.today, subject.settings)
        .map(|(message, label)| {
            let finding = subject.finding(&RULE, &Steps::root("published"), message);
            finding.label(label).help(help(subject.id, subject.response().is_some()))
        })
        .into_iter()
        .collect()
}

fn check_answered_elsewhere(library: &Library<'_>) -> Vec<Remote> {
    let elsewhere =
        library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound && fact.answered_by().is_some());
    elsewhere
        .filter_map(|(index, fact)| {
            let dates = library.response_dates(index);
            let (message, label) =
                overdue(fact.requirement, fact.published, dates, library.today, library.settings)?;
            let found = Remote::at(&RULE, index, Steps::root("published"), message).label(label);
            let named = library.targets(index, ReferenceKind::AnsweredBy).next();
            let found = match named.map(|(other, _)| &library.facts[other]) {
                Some(other) => found.help(help(&other.id, other.has_response)),
                None => found.help(help(&fact.id, true)),
            };
            Some(match named.map_or(index, |(other, _)| other) {
                own if own == index => found, // names no record, or itself: other rules say so
                other => {
                    let answer = library.answering(index);
                    let (at, words) = match library.facts[answer].dates.published {
                        Some(_) => (answer, "the response that answers it"),
                        None => (other, "the response that is to answer it"),
                    };
                    found.related(at, Steps::response("published"), words)
                }
            })
        })
        .collect()
}

/// What to do, and where the day is written: in the record of an id, which may have a table for it.
fn help(id: &str, has_response: bool) -> String {
    let id = shown(id);
    let write = if has_response {
        format!("`published = DAY` under [response] of `{id}`")
    } else {
        format!("a table [response] with `published = DAY` in `{id}`")
    };
    format!(
        "publish the response, then write the day: {write}, or `track respond {id} --published DAY`; the law allows no extension"
    )
}

fn overdue(
    requirement: Requirement,
    published: PartialDate,
    dates: ResponseDates,
    today: NaiveDate,
    settings: &Settings,
) -> Option<(String, String)> {
    let standing = standing(requirement, published, dates, today, settings.days_soon);
    let message = match (standing.state, standing.days_late) {
        (State::Overdue, Some(DaysLate::Exactly(days))) => {
            format!("the response is overdue by {}", count(days, "day"))
        }
        (State::Overdue, Some(DaysLate::Between { at_least, .. })) => {
            format!("the response is overdue by at least {}", count(at_least, "day"))
        }
        (State::MaybeOverdue, _) => {
            "the response may be overdue: which day the report came out is not known".to_owned()
        }
        _ => return None,
    };
    let label = match standing.last_day {
        Some(range) if range.day().is_some() => format!("the last day was {}", day_in_words(range.latest)),
        Some(range) => {
            format!("the last day is from {} to {}", day_in_words(range.earliest), day_in_words(range.latest))
        }
        None => "no last day can be told".to_owned(),
    };
    Some((message, label))
}
