//! A text that has the same paragraph twice.

use crate::check::prose::{office_prose, report_prose};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `paragraph-twice`: a text that has the same paragraph twice.
pub static RULE: Rule = Rule {
    code: "T082",
    name: "paragraph-twice",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text has the same paragraph twice, one after the other, or all of its paragraphs.",
    why: "A paragraph that was pasted twice is published twice: on the public page, in the document and in \
          every export. Remove one of the two. Short paragraphs, such as headings, are not looked at, nor is an answer that \
          stands again further down, under another recommendation.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = """
Neighbourhood officers in the more remote valleys are trusted and easy to reach.

Neighbourhood officers in the more remote valleys are trusted and easy to reach."""
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = """
Neighbourhood officers in the more remote valleys are trusted and easy to reach."""
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Shorter paragraphs, headings and answers, may return.
const SHORT: usize = 60;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        if let Some((first, again)) = repeated(text) {
            let steps = steps();
            let place = subject.reading.place_of(subject.reading.span_of_part(&steps, first));
            found.push(
                subject
                    .finding_in(&RULE, &steps, again, "the same paragraph stands twice in this text")
                    .label("the same again")
                    .help("remove one of the two")
                    .related(place, "the first of the two"),
            );
        }
    };
    office_prose(subject.inspection, &mut look);
    report_prose(subject.inspection, &mut look);
    found
}

/// The first two paragraphs of a text that are the same, where the one follows the other or all stand there twice.
fn repeated(text: &str) -> Option<(&str, &str)> {
    if text.len() < 2 * SHORT {
        return None;
    }
    let blank = if text.contains('\r') { "\n\r\n" } else { "\n\n" };
    if !text.contains(blank) {
        return None;
    }
    let paragraphs = text.split(blank).map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let paragraphs: Vec<&str> = paragraphs.collect();
    let (first, second) = paragraphs.split_at(paragraphs.len() / 2);
    let again = first.iter().zip(second).find(|(paragraph, _)| paragraph.len() >= SHORT);
    if let Some((paragraph, again)) = again.filter(|_| first == second) {
        return Some((paragraph, again));
    }
    let mut pairs = paragraphs.windows(2);
    pairs.find(|pair| pair[0].len() >= SHORT && pair[0] == pair[1]).map(|pair| (pair[0], pair[1]))
}
