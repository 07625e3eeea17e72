//! A response that names another report at its beginning.

use crate::check::prose::shown;
use crate::check::{Check, Library, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};
use crate::schema::Steps;
use std::collections::HashMap;

/// `names-another-report`: a response that names another report at its beginning.
pub static RULE: Rule = Rule {
    code: "T078",
    name: "names-another-report",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A response begins with the title of another report, and does not name its own.",
    why: "A response that was begun from the one before it keeps the title of the other report. The title is \
          looked for at the beginning, in quotation marks or on a line of its own, and only where the record's \
          own title is not named there. Write the right title; where the response takes up the other report on \
          purpose, name that in `follows`, `covered_by` or `answered_by`, which ends this warning.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2020-01-roads.toml",
                r#"title = "Roads and motorways: an inspection of traffic policing"
type = "national"
published = 2020-01-09

[response]
published = 2020-02-01
"#,
            ),
            (
                "records/2020-05-custody.toml",
                r#"title = "Custody in the county: an unannounced visit"
type = "custody"
published = 2020-05-09
forces = ["Example Constabulary"]

[response]
local_policing_body = "The Commissioner welcomes the report “Roads and motorways: an inspection of traffic policing”."
"#,
            ),
        ],
        good: &[
            (
                "records/2020-01-roads.toml",
                r#"title = "Roads and motorways: an inspection of traffic policing"
type = "national"
published = 2020-01-09

[response]
published = 2020-02-01
"#,
            ),
            (
                "records/2020-05-custody.toml",
                r#"title = "Custody in the county: an unannounced visit"
type = "custody"
published = 2020-05-09
forces = ["Example Constabulary"]

[response]
local_policing_body = "The Commissioner welcomes the report “Custody in the county: an unannounced visit”."
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Records(check) };

fn check(library: &Library<'_>) -> Vec<Remote> {
    if library.facts.iter().all(|fact| fact.named_titles.is_empty()) {
        return Vec::new();
    }
    let mut by_title: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, fact) in library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound) {
        let main = fact.main_title_key.filter(|main| *main != fact.title_key);
        for key in std::iter::once(fact.title_key).chain(main) {
            by_title.entry(key).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (index, fact) in library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound) {
        for (title, key) in &fact.named_titles {
            let Some(bearers) = by_title.get(title) else { continue };
            let own = [Some(fact.title_key), fact.main_title_key].contains(&Some(*title));
            if !own && !bearers.iter().take(MOST_BEARERS).any(|other| fact.is_near(&library.facts[*other])) {
                found.push(finding(library, index, key, bearers[0]));
                break;
            }
        }
    }
    found
}

/// How many reports of one title are asked whether the record names them.
const MOST_BEARERS: usize = 50;

fn finding(library: &Library<'_>, index: usize, key: &'static str, other: usize) -> Remote {
    let id = shown(&library.facts[other].id);
    Remote::at(&RULE, index, Steps::response(key), format!("the response begins with the title of `{id}`"))
        .label("the title of another report")
        .help(format!(
            "write the title of this report; if the response is about both, write follows = [\"{id}\"]"
        ))
        .related(other, Steps::root("title"), "the report of that title")
}
