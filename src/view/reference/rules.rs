//! The page of rules: what `explain` prints, for all of them.

use super::Given;
use super::markup::{PRINTED, block, cell, code, link, prose, table, words};
use crate::check::rules;
use crate::diagnostic::{Example, File, Rule, When};

pub(super) fn page(_: &Given<'_>) -> String {
    let mut page = format!(
        "{PRINTED}# Rules\n\nWhat `track check` looks for. `track explain CODE` prints the same in the terminal. \
         A code is never used again for another rule.\n\nAn office turns a rule off or on, or gives it another severity, in \
         `track.toml`: `[checks]`, `forces-missing = {{ level = \"off\", because = \"…\" }}`. A comment in a record \
         allows what a rule finds there: `# track: allow RULE: REASON`. Errors of reading are always looked for.\n\n"
    );
    let rows = rules().map(|rule| {
        let when = match rule.when {
            When::Always => "always",
            When::UnlessTurnedOff => "unless turned off",
            When::WhereTurnedOn => "where turned on",
        };
        let severity = rule.severity.as_str();
        vec![
            link(rule.code, &heading(rule)),
            code(rule.name),
            severity.into(),
            when.into(),
            cell(rule.summary),
        ]
    });
    page.push_str(&table(&["Code", "Name", "Severity", "Looked for", "What is found"], rows));
    page.extend(rules().map(one));
    page
}

fn heading(rule: &Rule) -> String {
    format!("{} {}", rule.code, rule.name)
}

fn one(rule: &Rule) -> String {
    let when = match rule.when {
        When::Always => "is always looked for",
        When::UnlessTurnedOff => "is looked for unless an office turns it off",
        When::WhereTurnedOn => "is looked for only where an office turns it on",
    };
    let mut text = format!(
        "## {}\n\n**{}** This {} {when}.\n\n{}",
        heading(rule),
        words(rule.summary),
        rule.severity.as_str(),
        prose(rule.why)
    );
    match rule.example {
        Example::Records { today, bad, good } => {
            text.push_str(&format!("Raises it, on {today}:\n\n{}", files(bad)));
            text.push_str(&format!("Does not:\n\n{}", files(good)));
        }
        Example::Words { bad, good } => {
            text.push_str(&format!("Raises it: {}\n\nDoes not: {}\n\n", words(bad), words(good)));
        }
    }
    text
}

fn files(files: &[File]) -> String {
    files.iter().map(|(path, text)| block("toml", &format!("# {path}\n{text}"))).collect()
}
