//! A text that calls the inspectorate Her Majesty's.

use chrono::Datelike;

use crate::check::prose::office_prose;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Fix, Rule, Severity, When};

/// `her-majestys-inspectorate`: a text that calls the inspectorate Her Majesty's.
pub static RULE: Rule = Rule {
    code: "T076",
    name: "her-majestys-inspectorate",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text of the office on a report of after September 2022 calls the inspectorate Her Majesty's.",
    why: "The inspectorate was Her Majesty's until September 2022 and has been His Majesty's since. The old \
          name is mostly left over from an earlier response. Write His, or HMICFRS. Allow it where the text \
          speaks of an earlier time.",
    example: Example::Records {
        today: "2023-06-01",
        bad: &[(
            "records/2023-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2023-05-09

[response]
joint = "This is our response to Her Majesty's Inspectorate of Constabulary and Fire & Rescue Services."
"#,
        )],
        good: &[(
            "records/2023-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2023-05-09

[response]
joint = "This is our response to His Majesty's Inspectorate of Constabulary and Fire & Rescue Services."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// The month from which on it was certainly His Majesty's.
const SINCE: (i32, u32) = (2022, 10);

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let published = subject.inspection.published.earliest();
    if published.is_none_or(|day| (day.year(), day.month()) < SINCE) {
        return found;
    }
    office_prose(subject.inspection, &mut |text, steps| {
        if let Some(her) = her_majestys(text) {
            let steps = steps();
            let fix = subject.edit_of(&steps, her, "His").map(|edit| Fix::safe("write His", vec![edit]));
            let message = "the inspectorate has been His Majesty's since September 2022";
            found.push(
                subject
                    .finding_in(&RULE, &steps, her, message)
                    .label("the name of an earlier time")
                    .help("write His Majesty's, or HMICFRS")
                    .fix(fix.map(|fix| fix.safe_if(false))),
            );
        }
    });
    found
}

/// Words of a sentence that speaks of an earlier time.
const EARLIER: [&str; 9] =
    ["then", "former", "formerly", "previous", "previously", "earlier", "known", "called", "became"];

/// The word "Her" before "Majesty's Inspectorate", in a text that knows no other and a sentence that names no earlier time.
fn her_majestys(text: &str) -> Option<&str> {
    const HER: &str = "Her Majesty";
    if !text.contains(HER) || text.contains("His Majesty") {
        return None;
    }
    text.split_inclusive(ENDS).filter(|sentence| sentence.contains(HER)).find_map(|sentence| {
        let named = |at: &usize| {
            let after = &sentence[at + HER.len()..];
            let name = after.strip_prefix("'s").or_else(|| after.strip_prefix("’s"));
            name.is_some_and(|name| name.trim_start().starts_with("Inspectorate"))
        };
        let at = sentence.match_indices(HER).map(|(at, _)| at).find(named)?;
        (!speaks_of_earlier(sentence)).then(|| &sentence[at..at + "Her".len()])
    })
}

/// Where a sentence ends; a line end may stand anywhere in it.
const ENDS: [char; 3] = ['.', '!', '?'];

fn speaks_of_earlier(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    let is_year = |word: &str| word.len() == 4 && (1850..=SINCE.0).contains(&word.parse().unwrap_or(0));
    sentence.contains(['“', '‘', '"']) || words.any(|word| is_year(word) || EARLIER.contains(&word))
}
