//! A text that says nothing.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{ItemKind, Outcome, Recommendation};
use crate::schema::Steps;
use crate::text::fold_words;

/// `explanation-says-nothing`: a text that says nothing.
pub static RULE: Rule = Rule {
    code: "T071",
    name: "explanation-says-nothing",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text of the response or an explanation is a word such as \"Noted\" or \"N/A\".",
    why: "Section 55(5B) asks the comments to explain, for each recommendation, the action taken or proposed, \
          or why there is none. \"Noted\", \"Accepted\" or \"See above\" does neither; whether a recommendation is \
          accepted has a key of its own, `outcome`. A text of the response that is only \"None\" or \"N/A\" is \
          better left out; that no comments came from the chief officer is written as comments_received = \
          \"none\". Allow it where a full explanation stands in the response's own text.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep a register of its equipment."
ours = true
action = "Noted."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep a register of its equipment."
ours = true
action = "A register has been kept since May 2020."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Texts that name nothing, in words that are folded.
const NOTHING: [&str; 12] = [
    "",
    "n a",
    "na",
    "none",
    "nil",
    "not applicable",
    "see above",
    "as above",
    "see below",
    "as below",
    "ditto",
    "none received",
];
/// Texts that do not explain what is done.
const NO_EXPLANATION: [&str; 26] = [
    "noted",
    "accepted",
    "accept",
    "agreed",
    "agree",
    "yes",
    "no",
    "ok",
    "done",
    "complete",
    "completed",
    "ongoing",
    "in progress",
    "under way",
    "underway",
    "no comment",
    "no comments",
    "no action",
    "as before",
    "no change",
    "recommendation accepted",
    "recommendation noted",
    "noted and accepted",
    "accepted and noted",
    "this recommendation is accepted",
    "the recommendation is accepted",
];
/// The longest text that is looked at.
const SHORT: usize = 40;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, item) in subject.inspection.recommendations.iter().enumerate().filter(|(_, item)| asks(item))
    {
        for (key, text) in [("action", &item.action), ("no_action_because", &item.no_action_because)] {
            let Some(text) = text.as_ref().filter(|text| says_nothing(text, true)) else { continue };
            let help = match key {
                "action" => "say what has been done or will be done",
                _ => "say why no action is taken",
            };
            found.push(finding(subject, &Steps::item(index).key(key), text, help));
        }
    }
    let Some(response) = subject.response() else { return found };
    let others = [("because", response.because.as_ref()), ("late_because", response.late_because.as_ref())];
    for (key, text) in response.texts().into_iter().chain(others) {
        let Some(text) = text.filter(|text| says_nothing(text, key.ends_with("because"))) else { continue };
        let help = match key {
            "chief_officer" => "remove the key; where no comments came, write comments_received = \"none\"",
            "because" | "late_because" => "give the reason",
            _ => "write the text, or remove the key",
        };
        found.push(finding(subject, &Steps::response(key), text, help));
    }
    found
}

fn finding(subject: &Subject<'_>, steps: &Steps, text: &str, help: &str) -> Finding {
    let message = format!("the text is only \"{}\"", shown(text.trim()));
    subject.finding(&RULE, steps, message).label("says nothing").help(help)
}

/// Whether an item wants to be explained.
fn asks(item: &Recommendation<'_>) -> bool {
    item.ours != Some(false) && item.kind() != ItemKind::Practice && item.outcome != Some(Outcome::NotForUs)
}

fn says_nothing(text: &str, is_explanation: bool) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > SHORT || matches!(text, "…" | "..." | "???") {
        return false; // a blank text and a placeholder are found by other rules
    }
    let words = fold_words(text).join(" ");
    NOTHING.contains(&words.as_str()) || (is_explanation && NO_EXPLANATION.contains(&words.as_str()))
}
