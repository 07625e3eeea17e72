//! A response of its own beside the record that has the response.

use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;
use crate::text::and_list;

/// `response-kept-twice`: a response of its own beside the record that has the response.
pub static RULE: Rule = Rule {
    code: "T116",
    name: "response-kept-twice",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "`answered_by` names the record that has the response, and a response stands here too.",
    why: "Where one response answers several reports, its texts and dates are kept in one record, and the \
          others name that one as `answered_by`. A text or a day of publication beside it makes two \
          responses of one: the lists go by the day that stands here, and the text that is corrected there \
          is not corrected here. Keep one of the two.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
answered_by = "2020-05-second"
published = 2020-05-28
"#,
            ),
            (
                "records/2020-05-second.toml",
                r#"title = "Second inspection"
type = "national"
published = 2020-05-19

[response]
local_policing_body = "The Commissioner accepts both reports."
published = 2020-05-28
"#,
            ),
        ],
        good: &[
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
answered_by = "2020-05-second"
"#,
            ),
            (
                "records/2020-05-second.toml",
                r#"title = "Second inspection"
type = "national"
published = 2020-05-19

[response]
local_policing_body = "The Commissioner accepts both reports."
published = 2020-05-28
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    let Some(by) = &response.answered_by else { return Vec::new() };
    let texts = response.texts().into_iter().filter(|(_, text)| says(*text)).map(|(key, _)| key);
    let own: Vec<&str> = response.published.map(|_| "published").into_iter().chain(texts).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let message = format!("the response is kept in `{}`, and a response stands here too", shown(by));
    let finding = subject
        .finding(&RULE, &Steps::response("answered_by"), message)
        .label("the response is there")
        .help(format!("remove {} here, or `answered_by`", and_list(&own)));
    let keys = ["published", "joint", "local_policing_body", "chief_officer", "reply"];
    let keys = keys.into_iter().filter(|key| own.contains(key));
    let places = keys.map(|key| subject.reading.place(&Steps::response(key)));
    vec![places.fold(finding, |finding, place| finding.related(place, "and here"))]
}
