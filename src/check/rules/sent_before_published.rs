//! A copy that was sent before the response was published.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::happened;
use crate::model::PartialDate;
use crate::schema::Steps;

/// `sent-before-published`: a copy that was sent before the response was published.
pub static RULE: Rule = Rule {
    code: "T042",
    name: "sent-before-published",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A copy is recorded as sent before the response was published.",
    why: "Section 55(6) of the Police Act 1996 asks for a copy of what was published to go to the \
          inspectors and to the Secretary of State. A copy sent earlier may differ from what came out: \
          check the days, and send the published text where it was changed. Where copies are sent and no \
          publication is recorded, the response is probably public and its day is missing: write it as \
          `response.published`, or \"unknown\".",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
sent_to_inspectorate = 2020-05-27
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
sent_to_inspectorate = 2020-05-28
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    let copies = [
        ("sent_to_inspectorate", response.sent_to_inspectorate),
        ("sent_to_secretary_of_state", response.sent_to_secretary_of_state),
    ];
    let statutory = copies.into_iter().filter_map(|(key, sent)| Some((key, sent?)));
    let Some(published) = response.published else {
        let kept_elsewhere = response.answered_by.is_some() || response.covered_by.is_some();
        let sent = statutory.filter(|(_, sent)| !kept_elsewhere && happened(Some(*sent), subject.today));
        return sent.take(1).map(|(key, _)| not_published(subject, key)).collect();
    };
    let early = |sent: PartialDate| sent.certainly_before(published);
    let first = statutory.filter(|(_, sent)| early(*sent)).map(|(key, _)| Steps::response(key));
    let others = response.sent_to.iter().enumerate().filter(|(_, copy)| early(copy.on));
    let others = others.map(|(index, _)| Steps::response("sent_to").at(index).key("on"));
    first.chain(others).map(|steps| too_early(subject, &steps, published)).collect()
}

fn too_early(subject: &Subject<'_>, steps: &Steps, published: PartialDate) -> Finding {
    subject
        .finding(&RULE, steps, "a copy was sent before the response was published")
        .label(format!("published: {}", published.in_words()))
        .help("check both days; the copy is of what was published")
}

fn not_published(subject: &Subject<'_>, key: &'static str) -> Finding {
    subject
        .finding(&RULE, &Steps::response(key), "a copy of the response was sent, but not published")
        .label("sent, but not published")
        .help("write the day as `response.published`, or \"unknown\" where it is public and nobody knows since when")
}
