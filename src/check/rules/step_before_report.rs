//! A step of the response dated before the report.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{Comments, PartialDate, Precision};
use crate::schema::Steps;

/// `step-before-report`: a step of the response dated before the report.
pub static RULE: Rule = Rule {
    code: "T108",
    name: "step-before-report",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "Comments came, were wanted, or a copy was sent before the report was published.",
    why: "Nothing of a response can be done before the report is out. In January the old year is often \
          typed, and so is another month in a list of days: look up the day. Where the steps are right, \
          the report came out earlier than recorded, and the last day to respond is earlier too.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
comments_received = 2020-01-26
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
comments_received = 2020-05-26
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let report = subject.inspection.published;
    let Some(response) = subject.response() else { return Vec::new() };
    let early = |date: Option<PartialDate>| date.filter(|date| date.certainly_before(report));
    let mut found = Vec::new();
    let mut push = |steps: Steps, date: PartialDate, what: &str| {
        let message = format!("{what} on {}, before the report came out", date.in_words());
        found.push(
            subject
                .finding(&RULE, &steps, message)
                .label(format!("the report: {}", report.in_words()))
                .help("check the year and the month of both")
                .related(subject.reading.place(&Steps::root("published")), "the report's publication"),
        );
    };
    // Before an invitation of another day it is comments-before-invitation or wanted-before-invited.
    let is_new = |date: PartialDate| response.invited.is_none_or(|invited| !date.certainly_before(invited));
    if let Some(date) = early(response.comments_wanted_by).filter(|date| is_new(*date)) {
        push(Steps::response("comments_wanted_by"), date, "comments were wanted");
    }
    if let Some(Comments::Received(date)) = response.comments_received
        && let Some(date) = early(Some(date)).filter(|date| is_new(*date))
    {
        push(Steps::response("comments_received"), date, "comments came");
    }
    // Before a response of another day it is sent-before-published.
    if response.published.is_some_and(|published| published.precision() != Precision::Unknown) {
        return found;
    }
    let copies = [
        ("sent_to_inspectorate", response.sent_to_inspectorate),
        ("sent_to_secretary_of_state", response.sent_to_secretary_of_state),
    ];
    for (key, date) in copies {
        if let Some(date) = early(date) {
            push(Steps::response(key), date, "a copy was sent");
        }
    }
    for (index, copy) in response.sent_to.iter().enumerate() {
        if let Some(date) = early(Some(copy.on)) {
            push(Steps::response("sent_to").at(index).key("on"), date, "a copy was sent");
        }
    }
    found
}
