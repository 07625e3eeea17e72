//! A step of the response dated after the day asked about.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{Comments, PartialDate, Response, day_in_words};
use crate::schema::Steps;

/// `step-in-future`: a step of the response dated after the day asked about.
pub static RULE: Rule = Rule {
    code: "T065",
    name: "step-in-future",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A step of the response is dated in the future.",
    why: "`invited`, `comments_received`, `public_by`, `revised` and the copies sent under section 55(6) of the \
          Police Act 1996 say what was done. A day to come is a plan, or a mistyped year or month: write the day once it is done. \
          `comments_wanted_by` may lie in the future.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
sent_to_inspectorate = 2021-05-29
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
sent_to_inspectorate = 2020-05-29
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let steps = subject.response().map(done).unwrap_or_default();
    let early = steps.into_iter().filter(|(_, date, _)| date.certainly_after_day(subject.today));
    early
        .map(|(steps, date, what)| {
            subject
                .finding(&RULE, &steps, format!("{what} in the future: {}", date.in_words()))
                .label(format!("after {}", day_in_words(subject.today)))
                .help("check the year and the month; write the day once it is done")
        })
        .collect()
}

/// What was done for the response, with its day and in words.
fn done(response: &Response<'_>) -> Vec<(Steps, PartialDate, &'static str)> {
    let received = match response.comments_received {
        Some(Comments::Received(date)) => Some(date),
        _ => None,
    };
    let own = [
        ("invited", response.invited, "comments were invited"),
        ("comments_received", received, "comments came"),
        ("sent_to_inspectorate", response.sent_to_inspectorate, "a copy was sent"),
        ("sent_to_secretary_of_state", response.sent_to_secretary_of_state, "a copy was sent"),
        ("public_by", response.public_by, "the response was seen public"),
    ];
    let own = own.into_iter().filter_map(|(key, date, what)| Some((Steps::response(key), date?, what)));
    let others = response.sent_to.iter().enumerate();
    let others = others
        .map(|(index, copy)| (Steps::response("sent_to").at(index).key("on"), copy.on, "a copy was sent"));
    let revised = response.revised.iter().enumerate();
    let revised = revised
        .map(|(index, date)| (Steps::response("revised").at(index), *date, "the response was corrected"));
    own.chain(others).chain(revised).collect()
}
