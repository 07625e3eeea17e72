//! A record named as earlier or later that is not.

use crate::check::prose::shown;
use crate::check::{Check, Library, Reference, ReferenceKind, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};
use crate::schema::Steps;

/// `reference-out-of-time`: a record named as earlier or later that is not.
pub static RULE: Rule = Rule {
    code: "T114",
    name: "reference-out-of-time",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "`follows` names a report that came out later, or `superseded_by` one that came out earlier.",
    why: "`follows` names earlier reports whose subject this one takes up, and `superseded_by` the later \
          report that takes up an item of this one. Here the days of publication say the opposite: the \
          wrong record is named, the key stands in the wrong one of the two, or one of the days is \
          mistyped.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2019-01-example.toml",
                r#"title = "Earlier inspection"
type = "national"
published = 2019-01-15
follows = ["2020-05-example"]

[response]
published = 2019-03-01
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
            ),
        ],
        good: &[
            (
                "records/2019-01-example.toml",
                r#"title = "Earlier inspection"
type = "national"
published = 2019-01-15

[response]
published = 2019-03-01
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
follows = ["2019-01-example"]
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Records(check) };

/// How many references of the other record are looked at for one back.
const LOOKED_AT: usize = 50;

fn check(library: &Library<'_>) -> Vec<Remote> {
    let mut found = Vec::new();
    for (index, fact) in library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound) {
        for reference in &fact.references {
            let Some(other) = library.find(&reference.target).filter(|other| library.facts[*other].is_sound)
            else {
                continue;
            };
            let date = library.facts[other].published;
            let (what, help) = match reference.kind {
                ReferenceKind::Follows if fact.published.certainly_before(date) => {
                    ("later", "name the earlier record, or write `follows` in the other one")
                }
                ReferenceKind::SupersededBy if date.certainly_before(fact.published) => {
                    ("earlier", "name the later record that takes the item up")
                }
                _ => continue,
            };
            let names_back = |back: &Reference| back.kind == reference.kind && back.target == fact.id;
            if library.facts[other].references.iter().take(LOOKED_AT).any(names_back) {
                continue; // circular-reference
            }
            let (key, id) = (reference.kind.key(), shown(&reference.target));
            let message = format!("`{key}` names `{id}`, which came out {what} than this report");
            found.push(
                Remote::at(&RULE, index, reference.steps.clone(), message)
                    .label(format!("published: {}", date.in_words()))
                    .help(format!("{help}; or correct the day that is wrong"))
                    .related(index, Steps::root("published"), "this report")
                    .related(other, Steps::root("published"), "the other report"),
            );
        }
    }
    found
}
