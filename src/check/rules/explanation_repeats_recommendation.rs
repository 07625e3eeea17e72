//! An explanation that is the recommendation over again.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;
use crate::text::fold_words;

/// `explanation-repeats-recommendation`: an explanation that is the recommendation over again.
pub static RULE: Rule = Rule {
    code: "T070",
    name: "explanation-repeats-recommendation",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An explanation says no more than the recommendation itself.",
    why: "Section 55(5B) asks the comments to explain, for each recommendation, the action taken or proposed, \
          or why there is none. \"The force will\" with the recommendation's own words behind it explains \
          nothing: it is mostly what was pasted as a start. Say what has been done or will be, by whom and by \
          when. Allow it where the words of the recommendation are exactly what will be done.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should provide a shower, with privacy, to every detained person."
ours = true
action = "The force will provide a shower, with privacy, to every detained person."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should provide a shower, with privacy, to every detained person."
ours = true
action = "Two showers are being built in each suite and will be open by March 2021."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Words that a recommendation and a promise to follow it need not share.
const FRAME: [&str; 16] = [
    "the",
    "force",
    "constabulary",
    "police",
    "we",
    "it",
    "will",
    "should",
    "must",
    "shall",
    "agreed",
    "accepted",
    "chief",
    "constable",
    "commissioner",
    "recommendation",
];
/// How many words at its beginning, those of a deadline perhaps, may be left out.
const LEFT_OUT: usize = 6;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, item) in subject.inspection.recommendations.iter().enumerate() {
        let explanations = [("action", &item.action), ("no_action_because", &item.no_action_because)];
        for (key, text) in explanations {
            if text.as_ref().is_some_and(|text| repeats(&item.text, text)) {
                let message = format!(
                    "the explanation of item {} says what the recommendation says",
                    shown(&item.name(index + 1))
                );
                let asked = subject.reading.place(&Steps::item(index).key("text"));
                found.push(
                    subject
                        .finding(&RULE, &Steps::item(index).key(key), message)
                        .label("the same words")
                        .help("say what has been done or will be, by whom and by when, or why nothing is")
                        .related(asked, "what is asked for"),
                );
            }
        }
    }
    found
}

/// Whether an explanation has the words of what was asked for and no others.
fn repeats(asked: &str, said: &str) -> bool {
    let (asked, said) = (asked.trim(), said.trim());
    let is_near = said.len() >= 20 && said.len() <= asked.len() + 60 && said.len() * 2 >= asked.len();
    if !is_near || !end(asked).eq(end(said)) {
        return false;
    }
    let (asked, said) = (bare_words(asked), bare_words(said));
    said.len() >= 4 && asked.len() <= said.len() + LEFT_OUT && asked.ends_with(&said)
}

/// The last letters, from the end: most texts are told apart by them.
fn end(text: &str) -> impl Iterator<Item = char> {
    text.chars().rev().filter(|c| c.is_alphanumeric()).take(8).map(|c| c.to_ascii_lowercase())
}

fn bare_words(text: &str) -> Vec<String> {
    let mut words = fold_words(text);
    words.retain(|word| !FRAME.contains(&word.as_str()));
    words
}
