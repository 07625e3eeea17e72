//! Of every record and every track.toml that tests know both say the same, or a list says why not.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use track::check::{CHECKS, rules};
use track::diagnostic::{Example, When};
use track::schema::faults::{FAULTS, SETTINGS};
use track::view::json::Sees;

use crate::judge::Judge;
use crate::support::{files_below, own_root};

/// Every record and `track.toml` of this project, of its tests and of the examples of rules: path and bytes.
fn known_files() -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("track.toml".to_owned(), fs::read(own_root().join("track.toml")).unwrap())];
    for folder in ["records", "tests"] {
        let paths = files_below(&own_root().join(folder)).into_iter();
        for path in paths
            .filter(|path| Path::new(path).extension() == Some("toml".as_ref()))
            .map(|path| format!("{folder}/{path}"))
        {
            let bytes = fs::read(own_root().join(&path)).unwrap();
            files.push((path, bytes));
        }
    }
    for rule in rules() {
        let Example::Records { good, bad, .. } = rule.example else { continue };
        for (path, text) in good.iter().chain(bad) {
            files.push((format!("{} of {}", path, rule.name), text.as_bytes().to_vec()));
        }
    }
    files
}

/// Whether a path is that of settings.
fn is_settings(path: &str) -> bool {
    path.contains("track.toml") || path.contains("/settings/")
}

/// Of the files on one side: which differences of the list occur, and how often the two agree: on good ones, on bad ones.
fn tally(judge: &Judge, settings: bool) -> (BTreeSet<usize>, usize, usize) {
    let (mut seen, mut good, mut bad) = (BTreeSet::new(), 0, 0);
    for (path, bytes) in known_files().iter().filter(|(path, _)| is_settings(path) == settings) {
        let differences = judge.differences(path, bytes);
        if differences.is_empty() {
            *(if judge.judge(bytes).findings.is_empty() { &mut good } else { &mut bad }) += 1;
        }
        seen.extend(differences);
    }
    (seen, good, bad)
}

#[test]
fn of_every_file_reader_and_schema_say_the_same_or_the_list_says_why_not() {
    for (judge, settings, least) in [(Judge::of_records(), false, 50), (Judge::of_settings(), true, 6)] {
        let (seen, good, bad) = tally(&judge, settings);
        assert!(good >= least && bad >= least, "settings: {settings}; {good} good, {bad} bad");
        for (position, unsaid) in judge.unsaid.iter().enumerate() {
            let words = format!("{} {:?} {:?}", unsaid.rule.name, unsaid.says, unsaid.sees);
            assert!(unsaid.because.ends_with('.'), "{words}");
            // What is wrong with a file as a whole no text shows: its rule has an example in words.
            let is_of_a_file =
                unsaid.sees == Sees::NoText && matches!(unsaid.rule.example, Example::Words { .. });
            assert!(seen.contains(&position) || is_of_a_file, "no file shows this difference: {words}");
        }
    }
}

#[test]
fn the_fixtures_of_editors_are_what_their_folders_say() {
    let folder = "tests/fixtures/schema";
    let mut seen = BTreeSet::new();
    for path in files_below(&own_root().join(folder)) {
        let bytes = fs::read(own_root().join(folder).join(&path)).unwrap();
        let judge = if is_settings(&format!("/{path}")) { Judge::of_settings() } else { Judge::of_records() };
        let verdicts = judge.judge(&bytes);
        let kind = path.split('/').nth(1).unwrap();
        match kind {
            "good" => assert_eq!((verdicts.findings, verdicts.schema), (Vec::new(), Ok(true)), "{path}"),
            "refused" => {
                assert_eq!((verdicts.findings.is_empty(), verdicts.schema), (false, Ok(false)), "{path}");
            }
            "unsaid" => assert!(!judge.differences(&path, &bytes).is_empty(), "{path}"),
            other => panic!("{other}"),
        }
        // The first line says which key is wrong and which editors say so, for `.ci/editors`.
        let text = String::from_utf8_lossy(&bytes);
        let first = text.lines().next().and_then(|line| line.strip_prefix("# ")?.split_once(": "));
        if kind != "good" {
            let (key, by) = first.unwrap_or_else(|| panic!("{path} has no first line"));
            assert!(["taplo and tombi", "taplo", "tombi", "none"].contains(&by), "{path}: {by}");
            assert!(kind == "unsaid" || by != "none", "{path}");
            assert!(text.contains(key), "{path}");
        }
        seen.insert(path.rsplit_once('/').unwrap().0.to_owned());
    }
    assert_eq!(seen.len(), 5, "{seen:?}");
}

#[test]
fn every_fault_of_reading_is_refused_by_the_schema_or_on_the_list() {
    let judge = Judge::of_records();
    let mut refused: BTreeSet<&str> = BTreeSet::new();
    for (_, bytes) in known_files().iter().filter(|(path, _)| !is_settings(path)) {
        let verdicts = judge.judge(bytes);
        if verdicts.schema == Ok(false) {
            refused.extend(verdicts.findings.iter().map(|finding| finding.rule.code));
        }
    }
    for rule in FAULTS.iter().filter(|rule| ***rule != SETTINGS) {
        let is_listed = judge.unsaid.iter().any(|unsaid| unsaid.rule == *rule);
        assert!(refused.contains(rule.code) || is_listed, "{}: neither said nor listed", rule.name);
    }
}

#[test]
fn the_schema_allows_whatever_breaks_a_rule_of_check() {
    let judge = Judge::of_records();
    let mut seen = 0;
    for rule in CHECKS.iter().map(|check| check.rule) {
        let Example::Records { bad, .. } = rule.example else { continue };
        for (path, text) in bad.iter().filter(|(path, _)| !is_settings(path)) {
            let verdicts = judge.judge(text.as_bytes());
            assert_eq!(verdicts.schema, Ok(true), "{}: {path}\n{text}", rule.name);
            seen += 1;
        }
    }
    assert!(seen >= CHECKS.len() - 1, "only {seen} records");
}

#[test]
fn the_level_of_every_rule_that_can_be_set_is_allowed_and_of_no_other() {
    let judge = Judge::of_settings();
    let level = "{ level = \"off\", because = \"It is so.\" }";
    for rule in rules() {
        for name in [rule.name, rule.code] {
            let verdicts = judge.judge(format!("[checks]\n{name} = {level}\n").as_bytes());
            let may = rule.when != When::Always;
            assert_eq!((verdicts.findings.is_empty(), verdicts.schema), (may, Ok(may)), "{name}");
        }
        let text = format!("[checks]\n{} = {{ level = \"loud\", because = \"x\" }}\n", rule.name);
        assert_eq!(judge.judge(text.as_bytes()).schema, Ok(false), "{text}");
    }
}
