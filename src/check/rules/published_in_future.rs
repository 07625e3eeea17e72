//! A report that is not out yet.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `published-in-future`: a report dated after the day asked about.
pub static RULE: Rule = Rule {
    code: "T041",
    name: "published-in-future",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The report's day of publication lies in the future.",
    why: "The 56 days count from the day the report is really published. An embargoed report may be recorded ahead; \
          otherwise the year or the month is often mistyped. Allow the rule in the record of an embargoed report, \
          and take the comment away once it is out: `check` says when nothing breaks the rule any more.",
    example: Example::Records {
        today: "2020-05-08",
        bad: &[(
            "records/2020-05-example.toml",
            "title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-05-09\n",
        )],
        good: &[(
            "records/2020-05-example.toml",
            "title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-05-08\n",
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.inspection.published;
    if !published.certainly_after_day(subject.today) {
        return Vec::new();
    }
    let message = format!("the report is published in the future: {}", published.in_words());
    vec![
        subject
            .finding(&RULE, &Steps::root("published"), message)
            .label(format!("after {}", crate::model::day_in_words(subject.today)))
            .help("check the year and the month; where it is under embargo, allow it until it is out: # track: allow published-in-future: REASON"),
    ]
}
