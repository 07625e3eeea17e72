//! A published response without a word of it.

use crate::check::prose::says;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Recommendation;
use crate::schema::Steps;

/// `response-without-text`: a published response without a word of it.
pub static RULE: Rule = Rule {
    code: "T122",
    name: "response-without-text",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "The response is published, and the record has neither its text nor its address.",
    why: "A record that says only when the response came out can be counted and not be read: the page of \
          the report will show a day and nothing else. Write the texts, or at least the address as \
          `response.url`. Records of older reports are often begun with the dates alone, so this is off by \
          itself.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
url = "https://www.example.org/responses/2020-05"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response().filter(|_| subject.is_answered()) else { return Vec::new() };
    let has_text = response.texts().into_iter().any(|(_, text)| says(text)) || response.url.is_some();
    let is_elsewhere = response.answered_by.is_some() || response.covered_by.is_some();
    let is_in_items = subject.inspection.recommendations.iter().any(Recommendation::is_explained);
    if has_text || is_elsewhere || is_in_items {
        return Vec::new();
    }
    let finding = subject.finding(
        &RULE,
        &Steps::response("published"),
        "the response is published, and nothing of it is recorded",
    );
    vec![finding.label("neither text nor address").help("write its texts, or its address as `response.url`")]
}
