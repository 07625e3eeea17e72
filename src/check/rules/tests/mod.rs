//! Tables of what each rule reports, and what it leaves alone.

use crate::check::examine;
use crate::check::rules as r;
use crate::check::{Facts, Remote, check_records};
use crate::config::Settings;
use crate::diagnostic::{File, Finding, Rule};
use crate::schema::read;

mod across;
mod addresses;
mod allowances;
mod as_written;
mod clues;
mod dates;
mod deadlines;
mod explanations;
mod items;
mod naming;
mod pasted;
mod progress;
mod references;
mod responses;
mod silence;
mod texts;
mod turned_on;
mod twins;
mod types;

const TODAY: &str = "2020-06-01";

/// What a rule reports in a record, by the text each finding points at. `body` follows the head of the record, and may
/// begin with a `published` or `type` of its own.
fn reported(rule: &'static Rule, body: &str) -> Vec<String> {
    let findings = in_record_asking(Some(rule), body);
    findings.iter().filter(|found| found.rule == rule).map(pointed_at).collect()
}

fn in_record(body: &str) -> Vec<Finding> {
    in_record_asking(None, body)
}

fn in_record_asking(asked: Option<&'static Rule>, body: &str) -> Vec<Finding> {
    let mut record = String::from("title = \"Example inspection\"\n");
    for (key, value) in [("type", "\"national\""), ("published", "2020-05-09")] {
        let mut head = body.lines().take_while(|line| !line.starts_with('['));
        if !head.any(|line| line.starts_with(&format!("{key} ="))) {
            record.push_str(&[key, " = ", value, "\n"].concat());
        }
    }
    record.push_str(body);
    record.push('\n');
    let findings = asking(asked, &[("records/2020-05-example.toml", &record)], TODAY);
    assert!(findings.iter().all(|found| found.rule.code >= "T030"), "{record}\n{findings:#?}");
    findings
}

fn on(files: &[(&'static str, &str)], today: &str) -> Vec<Finding> {
    asking(None, files, today)
}

/// The same with a rule looked for that may be off by itself.
fn asking(asked: Option<&'static Rule>, files: &[(&'static str, &str)], today: &str) -> Vec<Finding> {
    let files: Vec<File> =
        files.iter().map(|(path, text)| (*path, &*Box::leak((*text).to_owned().into_boxed_str()))).collect();
    examine(&files, today.parse().unwrap(), asked).findings
}

/// The first line of the text a finding points at.
fn pointed_at(found: &Finding) -> String {
    let excerpt = &found.place.excerpt;
    let text = &excerpt.text[excerpt.span.start..excerpt.span.end];
    text.lines().next().unwrap_or("").to_owned()
}

/// Checks a table: what stands in the record, and what the rule points at.
#[track_caller]
fn table(rule: &'static Rule, cases: &[(&str, &[&str])]) {
    for (body, expected) in cases {
        assert_eq!(reported(rule, body), *expected, "{}: {body}", rule.name);
    }
}

/// What is kept of many made-up records, for tests of numbers.
fn facts(records: impl IntoIterator<Item = (String, String)>) -> Vec<Facts> {
    let of = |(id, text): (String, String)| {
        read(&format!("records/{id}.toml"), text.as_bytes(), |reading| Facts::of(&id, reading))
    };
    records.into_iter().map(of).collect()
}

fn across(rule: &Rule, facts: &[Facts]) -> Vec<Remote> {
    let mut found = check_records(facts, TODAY.parse().unwrap(), &Settings::default());
    found.retain(|remote| remote.rule == rule);
    found
}
