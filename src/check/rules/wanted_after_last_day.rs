//! Comments that are wanted too late for the response.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::{POLICE_ACT_55, Requirement, last_day};
use crate::model::day_in_words;
use crate::schema::Steps;

/// `wanted-after-last-day`: comments that are wanted too late for the response.
pub static RULE: Rule = Rule {
    code: "T107",
    name: "wanted-after-last-day",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The chief officer's comments are wanted by a day after the last day to publish the response.",
    why: "The local policing body sets the day by which it wants the chief officer's comments, and must \
          publish them with its own within the 56 days. Comments that come on a later day cannot be \
          published in time. Ask for them earlier, or correct the day: the law allows no extension.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-12
comments_wanted_by = 2020-07-31
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-12
comments_wanted_by = 2020-06-12
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let wanted = subject.response().and_then(|response| response.comments_wanted_by);
    let (Some(wanted), Requirement::Owed) = (wanted, Requirement::of(inspection)) else { return Vec::new() };
    let Some(last) = last_day(&POLICE_ACT_55, inspection.published) else { return Vec::new() };
    if last.may_have_none || !wanted.certainly_after_day(last.latest) {
        return Vec::new();
    }
    let message = format!("the comments are wanted by {}, after the last day to respond", wanted.in_words());
    vec![
        subject
            .finding(&RULE, &Steps::response("comments_wanted_by"), message)
            .label(format!("the last day: {}", day_in_words(last.latest)))
            .help("ask for them earlier, so that they can be published in time")
            .related(subject.reading.place(&Steps::root("published")), "the report's publication"),
    ]
}
