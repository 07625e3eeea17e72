//! An outcome that other keys of the item contradict.

use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{Outcome, Recommendation};
use crate::schema::Steps;

/// `outcome-contradicted`: an outcome that other keys of the item contradict.
pub static RULE: Rule = Rule {
    code: "T110",
    name: "outcome-contradicted",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The outcome of an item is not what its other keys say.",
    why: "What was decided about an item stands in `outcome`, whether it is for this force or this local \
          policing body in `ours`, and what is done, or why nothing is, in `action` and \
          `no_action_because`. Here they say different things, and the response prints one while the lists \
          count the other. Only plain cases are looked at: an item that is not for us and yet ours, one \
          that is accepted and yet not ours, and one accepted with nothing but a reason for doing nothing.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records."
ours = true
outcome = "not-for-us"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records."
ours = false
outcome = "not-for-us"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let items = subject.inspection.recommendations.iter().enumerate();
    items.filter_map(|(index, item)| contradiction(subject, index, item)).collect()
}

fn contradiction(subject: &Subject<'_>, index: usize, item: &Recommendation<'_>) -> Option<Finding> {
    let outcome = item.outcome?;
    let only_a_reason = says(item.no_action_because.as_ref()) && !says(item.action.as_ref());
    let (what, key, help) = match (outcome, item.ours) {
        (Outcome::NotForUs, Some(true)) => {
            ("is not for us, and ours", "ours", "write `ours = false`, or another outcome")
        }
        (Outcome::Accepted | Outcome::PartlyAccepted, Some(false)) => {
            let what = match outcome {
                Outcome::Accepted => "is accepted, and not ours",
                _ => "is partly accepted, and not ours",
            };
            (what, "ours", "write `ours = true`, or outcome = \"not-for-us\"")
        }
        // What is partly accepted may say only why the rest is not done.
        (Outcome::Accepted, _) if only_a_reason => (
            "is accepted, and only why nothing is done is said",
            "no_action_because",
            "write what is done as `action`, or outcome = \"not-accepted\"",
        ),
        _ => return None,
    };
    let message = format!("item {} {what}", shown(&item.name(index + 1)));
    let other = subject.reading.place(&Steps::item(index).key(key));
    let finding = subject.finding(&RULE, &Steps::item(index).key("outcome"), message);
    Some(finding.label("the outcome").help(help).related(other, "this says otherwise"))
}
