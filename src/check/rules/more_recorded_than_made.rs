//! More recommendations than the report makes.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::ItemKind;
use crate::schema::Steps;

/// `more-recorded-than-made`: more recommendations than the report makes.
pub static RULE: Rule = Rule {
    code: "T049",
    name: "more-recorded-than-made",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The record has more recommendations than the report is said to make.",
    why: "`recommendations_made` counts the recommendations of the whole report, to everybody; those for \
          the police are some of them. Causes of concern, areas for improvement, actions and practice are \
          not counted. Correct the number, or the `kind` of the items that are not recommendations.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
recommendations_made = 0

[[recommendation]]
label = "1"
text = "The force should keep better records."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
recommendations_made = 1

[[recommendation]]
label = "1"
text = "The force should keep better records."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let Some(made) = inspection.recommendations_made else { return Vec::new() };
    let items = inspection.recommendations.iter();
    let recorded = items.filter(|item| item.kind() == ItemKind::Recommendation).count();
    let mut found = Vec::new();
    if i64::try_from(recorded).is_ok_and(|recorded| recorded > i64::from(made)) {
        let message =
            format!("the record has more recommendations than the report makes: {recorded}, not {made}");
        found.push(
            subject
                .finding(&RULE, &Steps::root("recommendations_made"), message)
                .label(format!("recorded: {recorded}"))
                .help("correct the number, or the `kind` of what is no recommendation"),
        );
    }
    if let Some(police) = inspection.recommendations_for_police.filter(|police| *police > made) {
        let message = format!("more recommendations are for the police than are made: {police}, not {made}");
        found.push(
            subject
                .finding(&RULE, &Steps::root("recommendations_for_police"), message)
                .label(format!("made in all: {made}"))
                .help("`recommendations_made` counts those to everybody, the police included"),
        );
    }
    found
}
