//! An item with the text of another.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::Recommendation;
use crate::schema::Steps;

/// `recommendation-twice`: an item with the text of another.
pub static RULE: Rule = Rule {
    code: "T120",
    name: "recommendation-twice",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "Two items of the record have the same text.",
    why: "An item recorded twice is counted twice, answered twice, and stays open when the other is \
          closed. Mostly a text was pasted again and should be that of the next item: compare with the \
          report. Where the report prints it twice, as under two causes of concern, say under which each \
          stands in `under`, which ends this warning.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records of each visit to custody."

[[recommendation]]
label = "2"
text = "The force should keep better records of each visit to custody."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records of each visit to custody."

[[recommendation]]
label = "2"
text = "The force should train the staff of both custody suites."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Shorter texts, such as "As above.", may well stand twice.
const SHORTEST: usize = 40;
/// How many items are compared with one another by length before they are put in order.
const FEW: usize = 16;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let items = &subject.inspection.recommendations;
    let is_alike = |index: usize, item: &Recommendation<'_>| {
        items[..index].iter().any(|earlier| earlier.text.trim().len() == item.text.trim().len())
    };
    // Most records have few items, and no two texts of one length.
    if items.len() <= FEW && !items.iter().enumerate().any(|(index, item)| is_alike(index, item)) {
        return Vec::new();
    }
    let key = |index: usize| {
        let item = &items[index];
        (item.text.trim(), item.kind().as_str(), item.under.as_deref())
    };
    let mut order: Vec<usize> = (0..items.len()).filter(|index| key(*index).0.len() >= SHORTEST).collect();
    order.sort_by_key(|index| key(*index)); // stable: of the same text the first in the file stays first
    let mut twice: Vec<(usize, usize)> = Vec::new();
    for group in order.chunk_by(|one, other| key(*one) == key(*other)) {
        twice.extend(group[1..].iter().map(|index| (*index, group[0])));
    }
    twice.sort_unstable();
    twice.into_iter().map(|(index, first)| finding(subject, index, first)).collect()
}

fn finding(subject: &Subject<'_>, index: usize, first: usize) -> Finding {
    let items = &subject.inspection.recommendations;
    let (name, other) = (items[index].name(index + 1), items[first].name(first + 1));
    let message = format!("item {} has the text of item {}", shown(&name), shown(&other));
    subject
        .finding(&RULE, &Steps::item(index).key("text"), message)
        .label("the same text")
        .help("write its own text, or remove one of the two")
        .related(subject.reading.place(&Steps::item(first).key("text")), "the text of the other item")
}
