//! A response that was out before its report.

use crate::check::prose::shown;
use crate::check::{Check, Facts, Library, Remote, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::ResponseDates;
use crate::model::PartialDate;
use crate::schema::Steps;

/// `response-before-report`: a response that was out before its report.
pub static RULE: Rule = Rule {
    code: "T033",
    name: "response-before-report",
    severity: Severity::Error,
    when: When::UnlessTurnedOff,
    summary: "The response is dated before the report it answers.",
    why: "A response cannot be public before the report it answers, so one of the two dates is wrong. The \
          page of an old report often says \"Published on\" of the day it was moved to another web site, \
          years later: take the date from the report itself. A response that answers several reports is \
          compared with each of them.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-08
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-09
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Both(check, check_answered_elsewhere) };

const HELP: &str =
    "compare both days with the documents: a web page may give the day an old report was moved there";

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let report = subject.inspection.published;
    let ResponseDates { published: Some(response), public_by, .. } = subject.dates() else {
        return Vec::new();
    };
    let (key, early) = match public_by {
        _ if response.certainly_before(report) => ("published", response),
        // Seen public before the report; one that is before the response too is seen-before-published.
        Some(seen) if seen.certainly_before(report) && !seen.certainly_before(response) => {
            ("public_by", seen)
        }
        _ => return Vec::new(),
    };
    let message = format!("the response was public on {}, before the report came out", early.in_words());
    vec![subject.finding(&RULE, &Steps::response(key), message).label(label(report)).help(HELP)]
}

fn check_answered_elsewhere(library: &Library<'_>) -> Vec<Remote> {
    let own = |fact: &Facts| fact.dates.published.is_some();
    let elsewhere = library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound && !own(fact));
    elsewhere
        .filter_map(|(index, fact)| {
            let answer = fact.answered_by()?;
            let response = library.response_dates(index).published?;
            if !response.certainly_before(fact.published) {
                return None;
            }
            let message = format!(
                "the response in `{}` was public on {}, before this report came out",
                shown(answer),
                response.in_words()
            );
            let found = Remote::at(&RULE, index, Steps::response("answered_by"), message);
            let (other, published) = (library.answering(index), Steps::response("published"));
            Some(found.label(label(fact.published)).help(HELP).related(other, published, "the response"))
        })
        .collect()
}

fn label(report: PartialDate) -> String {
    format!("the report: {}", report.in_words())
}
