//! Two records with the same id.

use std::collections::HashMap;

use crate::check::{Check, Facts, Library, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};
use crate::schema::Steps;

/// `duplicate-id`: two records with the same id.
pub static RULE: Rule = Rule {
    code: "T030",
    name: "duplicate-id",
    severity: Severity::Error,
    when: When::Always,
    summary: "Two records in different folders bear the same id.",
    why: "The id is the file's name without .toml, and stays unique over all folders below records/: commands and other \
          records name an inspection by it. Where both are of one report, keep one and remove the other; where they are of two, rename one of the files.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2020-05-example.toml",
                "title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-05-09\n",
            ),
            (
                "records/2020/2020-05-example.toml",
                "title = \"Another inspection\"\ntype = \"national\"\npublished = 2020-05-19\n",
            ),
        ],
        good: &[
            (
                "records/2020-05-example.toml",
                "title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-05-09\n",
            ),
            (
                "records/2020/2020-05-another.toml",
                "title = \"Another inspection\"\ntype = \"national\"\npublished = 2020-05-19\n",
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Records(check) };

fn check(library: &Library<'_>) -> Vec<Remote> {
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(library.facts.len());
    let mut found = Vec::new();
    for (index, fact) in library.facts.iter().enumerate() {
        match first.get(fact.id.as_str()) {
            None => {
                first.insert(&fact.id, index);
            }
            Some(&earlier) => found.push(
                Remote::at(&RULE, index, Steps::default(), format!("the id `{}` is taken already", fact.id))
                    .help(help(&library.facts[earlier], fact))
                    .related(earlier, Steps::default(), "the other record with this id"),
            ),
        }
    }
    found
}

fn help(one: &Facts, other: &Facts) -> &'static str {
    if one.text_key.is_some() && one.text_key == other.text_key {
        "the two files are the same to the byte: remove one"
    } else if one.looks_like(other) {
        "if both are of one report, keep what is right of the two in one file and remove the other; if they are of two, rename one"
    } else {
        "rename one of the two files: ids are unique over all folders below records/"
    }
}
