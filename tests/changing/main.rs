//! The commands that change records: what they write, what they refuse, and that no other byte moves.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod asking;
mod editor;
mod recommendation;
mod rename;
mod respond;
mod set;
#[path = "../support/mod.rs"]
mod support;
mod update;
mod words;

use std::fs;

use crate::support::Repo;

/// The record that most tests change.
pub(crate) const ID: &str = "2026-10-custody";
/// Its path.
pub(crate) const PATH: &str = "records/2026-10-custody.toml";

const CUSTODY: &str = r#"# Made up.
title = "Custody in the county"   # as printed
type = "custody"
published = 2026-10-05

forces = ["Cumbria Constabulary"]

# The first of two.
[[recommendation]]
label = "3a"
text = "By March 2027, forces should tell every detainee how long the wait will be."
ours = true
owner = "Head of Custody" # since May

[[recommendation.update]]
date = 2026-10-20
status = "in-progress"

[[recommendation]]
text = "The force should mend the roof."
ours = true

# Where the response begins.
[response]
invited = 2026-10-06
"#;

/// A repository with one record.
pub(crate) fn repo() -> Repo {
    Repo::with(&[(PATH, CUSTODY)])
}

/// The record as it stands.
pub(crate) fn text(repo: &Repo) -> String {
    fs::read_to_string(repo.path(PATH)).unwrap()
}

/// The lines that went and came, as `-line` and `+line`; the lines that stay keep their order.
pub(crate) fn changed(before: &str, after: &str) -> Vec<String> {
    let diff = similar::TextDiff::from_lines(before, after);
    let lines = diff.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal);
    lines.map(|change| format!("{}{}", change.tag(), change.value().trim_end_matches('\n'))).collect()
}

/// Runs a command that must end well, and tells which lines it changed.
#[track_caller]
pub(crate) fn lines(repo: &Repo, args: &[&str]) -> Vec<String> {
    let before = text(repo);
    repo.run(args).ends(0);
    changed(&before, &text(repo))
}

/// Runs a command that must end so, say so, and change nothing.
#[track_caller]
pub(crate) fn refused(repo: &Repo, args: &[&str], code: i32, words: &[&str]) {
    let before = text(repo);
    let run = repo.run(args).ends(code);
    for words in words {
        assert!(run.err.contains(words), "`{words}` is not in {run:#?}");
    }
    assert!(run.out.is_empty(), "{run:#?}");
    assert_eq!(text(repo), before);
}
