//! A text that misspells the inspectorate's name.

use crate::check::prose::{office_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::Fix;
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `inspectorate-misspelt`: a text that misspells the inspectorate's name.
pub static RULE: Rule = Rule {
    code: "T075",
    name: "inspectorate-misspelt",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text of the office misspells the inspectorate's name.",
    why: "HMICFRS is His Majesty's Inspectorate of Constabulary and Fire & Rescue Services; its letters are \
          easily dropped or exchanged, and a response that misspells its reader's name is published for good. \
          Only the office's own words are looked at: a report is quoted as it stands.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "The Commissioner thanks HMIFRS for the report."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "The Commissioner thanks HMICFRS for the report."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// How it is misspelt: a letter dropped, doubled or exchanged with the next. `HMCIFRS` is the Chief Inspector of Fire &
/// Rescue Services.
const MISSPELT: [&str; 13] = [
    "HMICFR", "HMIFRS", "HMICRS", "HMICFS", "HMCFRS", "HMIFCRS", "HMICRFS", "HMICFSR", "HMIICFRS",
    "HMICCFRS", "HMICFFRS", "HMICFRRS", "HMICFRSS",
];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        if let Some(name) = misspelt(text) {
            let steps = steps();
            let edit = subject.edit_of(&steps, name, "HMICFRS");
            let message = format!("the inspectorate is misspelt: {}", shown(name));
            found.push(
                subject
                    .finding_in(&RULE, &steps, name, message)
                    .label("no such inspectorate")
                    .help("write HMICFRS")
                    .fix(edit.map(|edit| Fix::safe("write HMICFRS", vec![edit]).safe_if(false))),
            );
        }
    };
    office_prose(subject.inspection, &mut look);
    for (index, name) in subject.inspection.inspectorates.iter().enumerate() {
        look(name, &|| Steps::root("inspectorates").at(index));
    }
    for (index, item) in subject.inspection.recommendations.iter().enumerate() {
        for (at, update) in item.updates.iter().enumerate() {
            if let Some(note) = &update.note {
                look(note, &|| Steps::update(index, at).key("note"));
            }
        }
    }
    found
}

/// The first word that is the inspectorate's name with a slip.
fn misspelt(text: &str) -> Option<&str> {
    if !text.contains("HM") {
        return None; // quicker than the search for every match
    }
    text.match_indices("HM").find_map(|(at, _)| {
        if text[..at].ends_with(char::is_alphanumeric) {
            return None;
        }
        let rest = &text[at..];
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..length];
        MISSPELT.contains(&word).then_some(word)
    })
}
