//! A response whose copies were not sent.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::Requirement;
use crate::model::PartialDate;
use crate::schema::Steps;
use crate::text::and_list;

/// `copies-not-sent`: a response whose copies were not sent.
pub static RULE: Rule = Rule {
    code: "T128",
    name: "copies-not-sent",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "The response was published over four weeks ago, and a copy is not recorded as sent.",
    why: "Section 55(6) of the Police Act 1996 asks the local policing body to send a copy of what it \
          published to the inspectors and to the Secretary of State. `sent_to_inspectorate` and \
          `sent_to_secretary_of_state` say when that was done; where the day is not known, \"unknown\" says \
          that it was. Many offices do not record it for older reports, so this is off by itself.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-03-09

[response]
published = 2020-04-20
"#,
        )],
        good: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-03-09

[response]
published = 2020-04-20
sent_to_inspectorate = 2020-04-20
sent_to_secretary_of_state = "unknown"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// How many days after the publication the copies are asked after.
const DAYS: i64 = 28;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let dates = subject.dates();
    let published = dates.published.and_then(PartialDate::latest);
    let is_past = published.is_some_and(|last| (subject.today - last).num_days() > DAYS);
    if !is_past || Requirement::of(subject.inspection) != Requirement::Owed {
        return Vec::new();
    }
    let missing: Vec<(&str, &str)> = [
        (dates.sent_to_inspectorate, "to the inspectors", "`sent_to_inspectorate`"),
        (dates.sent_to_secretary_of_state, "to the Secretary of State", "`sent_to_secretary_of_state`"),
    ]
    .into_iter()
    .filter_map(|(sent, whom, key)| sent.is_none().then_some((whom, key)))
    .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let (whom, keys): (Vec<&str>, Vec<&str>) = missing.into_iter().unzip();
    let message = format!("no copy of the response is recorded as sent {}", and_list(&whom));
    vec![
        subject
            .finding(&RULE, &Steps::response("published"), message)
            .label("published over four weeks ago")
            .help(format!("send it, and write the day as {}", and_list(&keys))),
    ]
}
