//! A record named that does not exist.

use crate::check::prose::shown;
use crate::check::{Check, Library, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};
use crate::schema::written;
use crate::text::near;

/// `dangling-reference`: a record named that does not exist.
pub static RULE: Rule = Rule {
    code: "T031",
    name: "dangling-reference",
    severity: Severity::Error,
    when: When::Always,
    summary: "A key names a record that does not exist.",
    why: "`follows`, `covered_by`, `answered_by` and `superseded_by` name another record by its id: the \
          name of its file without .toml. A report that is answered or covered by a record nobody can find \
          has no response that can be shown. Correct the id, add the missing record, or remove the key. \
          Renaming a record with `track rename` changes the references with it.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
follows = ["2019-01-example"]
"#,
        )],
        good: &[
            (
                "records/2019-01-example.toml",
                r#"title = "Earlier inspection"
type = "national"
published = 2019-01-15

[response]
published = 2019-03-01
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
follows = ["2019-01-example"]
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Records(check) };

/// How many comparisons of ids go into suggestions: past it, a finding is made without one.
const COMPARISONS: usize = 500_000;

// A reference that could be read is looked up even where another line of its record is faulty.
fn check(library: &Library<'_>) -> Vec<Remote> {
    let mut left = COMPARISONS;
    let mut found = Vec::new();
    for (index, fact) in library.facts.iter().enumerate() {
        for reference in &fact.references {
            if library.find(&reference.target).is_some() {
                continue;
            }
            let near = left.checked_sub(library.facts.len()).and_then(|rest| {
                left = rest;
                near(&reference.target, library.ids().filter(|id| *id != fact.id))
            });
            let help = match near {
                Some(near) => format!("did you mean `{}`?", shown(near.word)),
                None => {
                    "write the id of a record, the name of its file without .toml, or remove it".to_owned()
                }
            };
            let message = format!(
                "`{}` names `{}`, and there is no such record",
                reference.kind.key(),
                shown(&reference.target)
            );
            let likely = near.filter(|near| near.is_sole).map(|near| written::quoted(near.word));
            found.push(
                Remote::at(&RULE, index, reference.steps.clone(), message)
                    .label("no such record")
                    .help(help)
                    .likely(likely),
            );
        }
    }
    found
}
