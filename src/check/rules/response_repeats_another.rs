//! A response that is word for word that to another report.

use crate::check::prose::shown;
use crate::check::{Check, Library, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};
use crate::schema::Steps;

/// `response-repeats-another`: a response that is word for word that to another report.
pub static RULE: Rule = Rule {
    code: "T079",
    name: "response-repeats-another",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The text of a response is word for word that of the response to another report.",
    why: "Two reports ask for two answers: a text of some length that stands in both records was mostly copied \
          to begin with and not written anew, or pasted into the wrong record. Write the comments on this \
          report; where one response does answer both, keep it in one record and name that one as \
          `answered_by` in the other, so that its dates stand in one place.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2020-04-roads.toml",
                r#"title = "Roads and motorways: an inspection of traffic policing"
type = "national"
published = 2020-04-20

[response]
joint = "The Commissioner accepts the findings of the inspectorate. Training for all officers has been brought forward, the equipment has been renewed, and a superintendent now reports each month to the Commissioner on what has been done. The panel will see a full account of the progress in the autumn, and again a year later."
"#,
            ),
            (
                "records/2020-05-custody.toml",
                r#"title = "Custody in the county: an unannounced visit"
type = "custody"
published = 2020-05-09
forces = ["Example Constabulary"]

[response]
joint = "The Commissioner accepts the findings of the inspectorate. Training for all officers has been brought forward, the equipment has been renewed, and a superintendent now reports each month to the Commissioner on what has been done. The panel will see a full account of the progress in the autumn, and again a year later."
"#,
            ),
        ],
        good: &[
            (
                "records/2020-04-roads.toml",
                r#"title = "Roads and motorways: an inspection of traffic policing"
type = "national"
published = 2020-04-20

[response]
joint = "The Commissioner accepts the findings of the inspectorate. Training for all officers has been brought forward, the equipment has been renewed, and a superintendent now reports each month to the Commissioner on what has been done. The panel will see a full account of the progress in the autumn, and again a year later."
"#,
            ),
            (
                "records/2020-05-custody.toml",
                r#"title = "Custody in the county: an unannounced visit"
type = "custody"
published = 2020-05-09
forces = ["Example Constabulary"]

[response]
answered_by = "2020-04-roads"
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Records(check) };

fn check(library: &Library<'_>) -> Vec<Remote> {
    let sound = library.facts.iter().enumerate().filter(|(_, fact)| fact.is_sound);
    let mut all: Vec<(u64, usize, &'static str)> =
        sound.filter_map(|(index, fact)| fact.response_key.map(|(hash, key)| (hash, index, key))).collect();
    all.sort_unstable();
    let mut found = Vec::new();
    for group in all.chunk_by(|a, b| a.0 == b.0) {
        let (_, first, first_key) = group[0];
        for (_, index, key) in &group[1..] {
            if !library.facts[*index].is_near(&library.facts[first]) {
                let id = shown(&library.facts[first].id);
                let message = format!("this is word for word the response to `{id}`");
                found.push(
                    Remote::at(&RULE, *index, Steps::response(key), message)
                        .label("the same text")
                        .help(format!(
                            "write the comments on this report; where one response answers both, remove the text and write answered_by = \"{id}\""
                        ))
                        .related(first, Steps::response(first_key), "the same text"),
                );
            }
        }
    }
    found
}
