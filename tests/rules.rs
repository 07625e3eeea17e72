//! Every rule: its bad example raises exactly it, its good example nothing; codes and names are unique.

use std::collections::BTreeSet;

use track::check::{examine, find_rule, rules};
use track::diagnostic::{Example, Severity};

#[test]
fn each_bad_example_raises_exactly_its_rule_and_each_good_one_none() {
    for rule in rules() {
        let Example::Records { today, bad, good } = rule.example else { continue };
        let today = today.parse().unwrap();
        let codes: BTreeSet<&str> =
            examine(bad, today, Some(rule)).findings.iter().map(|found| found.rule.code).collect();
        assert_eq!(codes, BTreeSet::from([rule.code]), "the bad example of {} ({})", rule.name, rule.code);
        let found: Vec<String> = examine(good, today, Some(rule))
            .findings
            .iter()
            .map(|found| format!("{} {}: {}", found.rule.code, found.rule.name, found.message))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "the good example of {} ({})", rule.name, rule.code);
    }
}

#[test]
fn codes_and_names_are_unique_and_well_formed() {
    let (mut codes, mut names) = (BTreeSet::new(), BTreeSet::new());
    let mut last = "";
    for rule in rules() {
        assert!(rule.code.len() == 4 && rule.code.starts_with('T'), "{}", rule.code);
        assert!(rule.code[1..].bytes().all(|byte| byte.is_ascii_digit()), "{}", rule.code);
        assert!(codes.insert(rule.code), "{} twice", rule.code);
        assert!(names.insert(rule.name), "{} twice", rule.name);
        assert!(
            rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        );
        assert!(
            rule.summary.ends_with('.') && !rule.summary.trim_end_matches('.').contains(". "),
            "{}",
            rule.name
        );
        assert!(rule.why.len() > 80, "{} does not say why", rule.name);
        assert!(rule.code > last, "{} is out of order", rule.code);
        last = rule.code;
    }
}

#[test]
fn a_rule_is_found_by_code_and_by_name() {
    for rule in rules() {
        assert_eq!(find_rule(rule.code), Some(rule));
        assert_eq!(find_rule(&rule.code.to_lowercase()), Some(rule));
        assert_eq!(find_rule(rule.name), Some(rule));
    }
    assert_eq!(find_rule("T999"), None);
    assert_eq!(find_rule(""), None);
}

#[test]
fn both_severities_are_used() {
    let severities: BTreeSet<Severity> = rules().map(|rule| rule.severity).collect();
    assert_eq!(severities.len(), 2);
}
