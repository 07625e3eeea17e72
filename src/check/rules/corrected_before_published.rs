//! A correction dated before what it corrects.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::PartialDate;
use crate::schema::Steps;

/// `corrected-before-published`: a correction dated before what it corrects.
pub static RULE: Rule = Rule {
    code: "T092",
    name: "corrected-before-published",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A correction is dated before the publication of what it corrects.",
    why: "`corrected` gives the days on which the report was issued again, `revised` those of the \
          response. A correction before the first publication cannot be: either its year is mistyped, or \
          `published` holds the day of the corrected copy. The last day to respond counts from the first \
          publication, and the response is in time or late by its first day, so make sure of that one.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
corrected = [2019-05-20]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
corrected = [2020-05-20]
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let published = inspection.published;
    let early = inspection.corrected.iter().enumerate().filter(|(_, date)| date.certainly_before(published));
    let report = early.map(|(index, date)| {
        let places = (Steps::root("corrected").at(index), Steps::root("published"));
        finding(subject, "report", *date, published, &places)
    });
    let response = subject.response().and_then(|response| Some((response, response.published?)));
    let revised = response.into_iter().flat_map(|(response, published)| {
        let early = response.revised.iter().enumerate();
        early.filter(move |(_, date)| date.certainly_before(published)).map(move |(index, date)| {
            let places = (Steps::response("revised").at(index), Steps::response("published"));
            finding(subject, "response", *date, published, &places)
        })
    });
    report.chain(revised).collect()
}

fn finding(
    subject: &Subject<'_>,
    what: &str,
    date: PartialDate,
    published: PartialDate,
    (at, first): &(Steps, Steps),
) -> Finding {
    let message = format!("a correction of the {what} is dated before it: {}", date.in_words());
    subject
        .finding(&RULE, at, message)
        .label(format!("published: {}", published.in_words()))
        .help("check both days; `published` is the first day, not that of the corrected copy")
        .related(subject.reading.place(first), "the first publication")
}
