//! Comments invited or received after the response was out.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Comments;
use crate::schema::Steps;

/// `comments-after-response`: comments invited or received after the response was out.
pub static RULE: Rule = Rule {
    code: "T106",
    name: "comments-after-response",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The chief officer was invited, or the comments came, after the response was published.",
    why: "Section 55 of the Police Act 1996 has the local policing body invite the chief officer's \
          comments and publish them with its own, so both come before the publication: `published` is the \
          first day on which all of it was public. Either a day is mistyped, or only a part was public on \
          that day; then the response was complete later, and may have been late.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-12
comments_received = 2020-05-30
published = 2020-05-28
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
invited = 2020-05-12
comments_received = 2020-05-26
published = 2020-05-28
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some((response, published)) = subject.response().and_then(|all| Some((all, all.published?))) else {
        return Vec::new();
    };
    // A response before its report has the wrong day: response-before-report says so.
    if published.certainly_before(subject.inspection.published) {
        return Vec::new();
    }
    let received = match response.comments_received {
        Some(Comments::Received(date)) => Some(date),
        _ => None,
    };
    let steps = [("invited", response.invited, "invited"), ("comments_received", received, "received")];
    let late = steps.into_iter().filter_map(|(key, date, what)| Some((key, date?, what)));
    // One is enough: what was invited after the publication came after it as well.
    let first = late.into_iter().find(|(_, date, _)| published.certainly_before(*date));
    let finding = first.map(|(key, date, what)| {
        let message = format!(
            "the chief officer's comments were {what} on {}, after the response was published",
            date.in_words()
        );
        subject
            .finding(&RULE, &Steps::response(key), message)
            .label(format!("published: {}", published.in_words()))
            .help("check both days; `published` is the first day on which all of it was public")
            .related(subject.reading.place(&Steps::response("published")), "the publication")
    });
    finding.into_iter().collect()
}
