//! An explanation that is the recommendation over again.

use crate::check::numerals::numeral;
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
const FRAME: [&str; 19] = [
    "the",
    "force",
    "forces",
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
    "constables",
    "commissioner",
    "commissioners",
    "recommendation",
];
/// Words that a deadline is said in, beside numbers and months; only such may be left out at the beginning.
const OF_DEADLINES: [&str; 22] = [
    "by",
    "within",
    "with",
    "immediate",
    "immediately",
    "effect",
    "no",
    "not",
    "later",
    "than",
    "as",
    "soon",
    "possible",
    "practicable",
    "end",
    "of",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
];
/// The first letters of the months, by which their names are told in any form.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

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
    let left_out = asked.len().checked_sub(said.len()).filter(|_| said.len() >= 4 && asked.ends_with(&said));
    left_out.is_some_and(|left_out| is_deadline(&asked[..left_out]))
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

/// Whether words say no more than by when: "not" alone would say the opposite.
fn is_deadline(words: &[String]) -> bool {
    let is_of_it = |word: &String| {
        let is_month = word.get(..3).is_some_and(|start| MONTHS.contains(&start));
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit()) || numeral(word).is_some();
        is_month || is_number || OF_DEADLINES.contains(&word.as_str())
    };
    let denies = words.iter().any(|word| matches!(word.as_str(), "no" | "not"));
    words.iter().all(is_of_it) && (!denies || words.iter().any(|word| word == "later"))
}
