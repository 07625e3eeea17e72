//! A text that stands under two keys.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `text-in-two-keys`: a text that stands under two keys.
pub static RULE: Rule = Rule {
    code: "T083",
    name: "text-in-two-keys",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The same text stands under two keys of the record.",
    why: "The comments of the local policing body, those of the chief officer, the reply and the key findings \
          are different things, and are published under different headings; the same words under two of them \
          were pasted once too often. One text by both is written once, as `joint`.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "We accept the report and will act on its findings."
chief_officer = "We accept the report and will act on its findings."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
joint = "We accept the report and will act on its findings."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Shorter texts may well be the same.
const SHORT: usize = 40;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(response) = subject.response() else { return Vec::new() };
    let mut known: Vec<(&str, &str, Steps)> = Vec::new();
    let findings = ("key_findings", subject.inspection.key_findings.as_ref());
    let mut found = Vec::new();
    for (at, (key, text)) in std::iter::once(findings).chain(response.texts()).enumerate() {
        let steps = if at == 0 { Steps::root(key) } else { Steps::response(key) };
        let Some(text) = text.map(|text| text.trim()).filter(|text| text.len() >= SHORT) else { continue };
        if let Some((other, _, there)) = known.iter().find(|(_, known, _)| *known == text) {
            let help = match (*other, key) {
                ("local_policing_body", "chief_officer") => "write it once, as `joint`",
                _ => "keep it where it belongs",
            };
            found.push(
                subject
                    .finding(&RULE, &steps, format!("the text of `{key}` is that of `{other}`"))
                    .label("the same text")
                    .help(help)
                    .related(subject.reading.place(there), "the same text"),
            );
        }
        known.push((key, text, steps));
    }
    found
}
