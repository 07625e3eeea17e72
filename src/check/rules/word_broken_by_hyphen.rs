//! A word that a line end of another document broke.

use crate::check::mending::Mender;
use crate::check::prose::{office_prose, report_prose, shown};
use crate::check::vocabulary::Vocabulary;
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
            text,
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
    let mut vocabulary = Vocabulary::of(text);
    let hyphens = text.match_indices('-').filter(|(at, _)| text[at + 1..].starts_with([' ', '\n', '\r']));
    for (at, _) in hyphens {
        let before = &text[..at];
        let head = last_letters(before);
        let rest = &text[at + 1..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len();
        let after = &rest[gap..];
        let tail = &after[..after.find(|c: char| !c.is_lowercase()).unwrap_or(after.len())];
        let is_gap = gap <= 4 && rest[..gap].matches('\n').count() <= 1; // no paragraph's end
        if head.len() < 2 || tail.len() < 2 || !is_gap {
            continue;
        }
        let joined = [head, tail].concat();
        if vocabulary.knows(&joined) {
            found.push((&text[at - head.len()..at + 1 + gap + tail.len()], joined));
        }
    }
    found
}

/// The letters that a text ends with.
fn last_letters(text: &str) -> &str {
    &text[text.trim_end_matches(char::is_alphabetic).len()..]
}
