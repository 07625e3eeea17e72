//! A person's e-mail address or telephone number in a text for publication.

use crate::check::prose::{office_prose, report_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `personal-contact-details`: a person's e-mail address or telephone number in a text for publication.
pub static RULE: Rule = Rule {
    code: "T089",
    name: "personal-contact-details",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "A text for publication has what looks like a person's e-mail address or telephone number.",
    why: "The texts of the response and of the report's items stand on public pages for years. An address of \
          the form name.surname@, or a mobile number, is a person's; an office's own mailbox and its \
          switchboard are not looked for. Write the office's address instead. Off by default: some offices \
          publish such details on purpose.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "Questions go to jane.doe@example.org, who keeps the register."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "Questions go to enquiries@example.org."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        if let Some(part) = address(text).or_else(|| mobile(text)) {
            found.push(
                subject
                    .finding_in(&RULE, &steps(), part, format!("a person's contact details: {}", shown(part)))
                    .label("published with the text")
                    .help("write the address of the office instead"),
            );
        }
    };
    office_prose(subject.inspection, &mut look);
    report_prose(subject.inspection, &mut look);
    found
}

/// An address of the form `name.surname@domain`.
fn address(text: &str) -> Option<&str> {
    text.match_indices('@').find_map(|(at, _)| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let (before, after) = (&text[..at], &text[at + 1..]);
        let name = &before[before.trim_end_matches(is_part).len()..];
        let domain = after[..after.len() - after.trim_start_matches(is_part).len()].trim_end_matches('.');
        let is_person = name.trim_matches('.').contains('.') && domain.contains('.');
        is_person.then(|| &text[at - name.len()..at + 1 + domain.len()])
    })
}

/// The longest number that is looked at, with its spaces.
const LONGEST: usize = 20;

/// A number of a mobile telephone: eleven digits from 07, or with +44 for the nought.
fn mobile(text: &str) -> Option<&str> {
    ["07", "+44"].into_iter().filter(|start| text.contains(start)).find_map(|start| {
        text.match_indices(start).find_map(|(at, _)| {
            if text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '/')) {
                return None;
            }
            let national = text[at..].strip_prefix("+44").map(str::trim_start);
            let (skipped, rest) = match national {
                Some(rest) => (text.len() - at - rest.len(), rest.strip_prefix("(0)").unwrap_or(rest)),
                None => (1, &text[at + 1..]),
            };
            let from = text.len() - rest.len();
            let digits = rest.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_digit() || *byte == b' ');
            let length = digits.count();
            let number = rest[..length].trim_end();
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            (skipped > 0 && number.starts_with('7') && digits == 10).then(|| &text[at..from + number.len()])
        })
    })
}
