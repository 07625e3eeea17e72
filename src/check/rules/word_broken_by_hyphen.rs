//! A word that a line end of another document broke.

use crate::check::mending::Mender;
use crate::check::prose::{office_prose, report_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `word-broken-by-hyphen`: a word that a line end of another document broke.
pub static RULE: Rule = Rule {
    code: "T085",
    name: "word-broken-by-hyphen",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A word is broken by a hyphen that stood at a line end.",
    why: "Text copied from a PDF keeps the hyphens of its lines: \"recom- mendations\". Such a word is found by \
          no search. A word counts as broken where the whole word is a common one of this field, or stands \
          elsewhere in the same text. Join it.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = "The recom- mendations of the last inspection were followed."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = "The recommendations of the last inspection were followed."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Words of the field that a line end is likely to break.
const KNOWN: [&str; 36] = [
    "accountability",
    "arrangements",
    "commissioner",
    "communities",
    "community",
    "constable",
    "constabulary",
    "constabularies",
    "development",
    "domestic",
    "effective",
    "effectively",
    "effectiveness",
    "efficiency",
    "governance",
    "improvement",
    "improvements",
    "information",
    "inspection",
    "inspections",
    "inspectorate",
    "investigation",
    "investigations",
    "management",
    "neighbourhood",
    "officers",
    "organisation",
    "performance",
    "police",
    "policing",
    "recommendation",
    "recommendations",
    "response",
    "safeguarding",
    "vulnerable",
    "vulnerability",
];
/// How many hyphens of one text are looked at.
const LOOKED_AT: usize = 40;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut mender = Mender::new(subject);
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        let broken = broken(text);
        let Some((first, joined)) = broken.first() else { return };
        let steps = steps();
        let (first, message) = (*first, format!("a word is broken: {}", shown(first)));
        let help = format!("write {}", shown(joined));
        let fix = mender.fix(
            &steps,
            "join what was broken",
            broken.into_iter().map(|(part, with)| (part, Some(with))),
        );
        found.push(
            subject
                .finding_in(&RULE, &steps, first, message)
                .label("one word")
                .help(help)
                .fix(fix.map(|fix| fix.safe_if(false))),
        );
    };
    office_prose(subject.inspection, &mut look);
    report_prose(subject.inspection, &mut look);
    found
}

/// The broken words of a text, as they stand there and joined.
fn broken(text: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let hyphens = text.match_indices('-').filter(|(at, _)| text[at + 1..].starts_with([' ', '\n', '\r']));
    for (at, _) in hyphens.take(LOOKED_AT) {
        let before = &text[..at];
        let head = &before[before.trim_end_matches(|c: char| c.is_alphabetic()).len()..];
        let rest = &text[at + 1..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len();
        let after = &rest[gap..];
        let tail = &after[..after.len() - after.trim_start_matches(|c: char| c.is_lowercase()).len()];
        let is_gap = gap <= 4 && rest[..gap].matches('\n').count() <= 1; // no paragraph's end
        if head.len() < 2 || tail.len() < 2 || !is_gap {
            continue;
        }
        let joined = [head, tail].concat();
        if KNOWN.contains(&joined.to_lowercase().as_str()) || stands_in(text, &joined) {
            found.push((&text[at - head.len()..at + 1 + gap + tail.len()], joined));
        }
    }
    found
}

/// Whether a word stands in a text by itself.
fn stands_in(text: &str, word: &str) -> bool {
    text.contains(word)
        && text.match_indices(word).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + word.len()..]);
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        })
}
