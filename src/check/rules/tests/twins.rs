//! Records that are probably of one report.

use super::{TODAY, across, facts, on, r};

fn record(title: &str, published: &str, more: &str) -> String {
    format!("title = \"{title}\"\ntype = \"national\"\npublished = {published}\n{more}\n")
}

/// Whether the second of two records is reported, and the first not.
fn is_twin(one: &str, other: &str) -> bool {
    let findings = on(&[("records/a.toml", one), ("records/b.toml", other)], TODAY);
    let twins: Vec<_> = findings.iter().filter(|found| found.rule.code == "T045").collect();
    for twin in &twins {
        assert_eq!(
            (twin.place.path.as_str(), twin.related[0].place.path.as_str()),
            ("records/b.toml", "records/a.toml")
        );
    }
    assert!(twins.len() < 2);
    !twins.is_empty()
}

#[test]
fn titles_and_days() {
    for (one, other, expected) in [
        (("A visit", "2020-05-09"), ("a Visit", "2020-05-09"), true),
        (("A visit", "2020-05-09"), ("Visit", "2020-04-08"), true),
        (("A visit", "2020-05-09"), ("A visit", "2020-04-07"), false),
        (("A visit", "2020-05-09"), ("Another visit", "2020-05-09"), false),
        (("Visit", "\"2020-05\""), ("Visit", "2020-05-09"), true),
        (("Visit", "\"2020\""), ("Visit", "2020-05-09"), true),
        (("Visit", "\"2020-03\""), ("Visit", "\"2020-04\""), false), // may lie 60 days apart
        (("Visit", "\"2020-03\""), ("Visit", "2020-04-01"), true),
        (("Visit", "\"2020-03\""), ("Visit", "2020-04-02"), false),
        (("Visit", "\"unknown\""), ("Visit", "2020-05-09"), false),
        (("Visit", "\"2019\""), ("Visit", "\"2020\""), false),
    ] {
        let (a, b) = (record(one.0, one.1, ""), record(other.0, other.1, ""));
        assert_eq!((is_twin(&a, &b), is_twin(&b, &a)), (expected, expected), "{one:?} {other:?}");
    }
}

#[test]
fn addresses() {
    let at = |title: &str, url: &str| record(title, "2020-05-09", &format!("url = \"{url}\""));
    assert!(is_twin(&at("One", "https://example.org/a"), &at("Two", "http://www.example.org/A/")));
    assert!(!is_twin(&at("One", "https://example.org/a"), &at("Two", "https://example.org/b")));
    let list = (0..4).map(|n| (format!("r{n}"), at(&format!("Report {n}"), "https://example.org/all")));
    assert_eq!(across(&r::likely_duplicate::RULE, &facts(list)).len(), 0); // a list of reports
}

#[test]
fn records_that_name_one_another_are_told_apart() {
    for names in [
        "follows = [\"a\"]",
        "[response]\ncovered_by = \"a\"\nbecause = \"The same.\"",
        "[response]\nanswered_by = \"a\"",
    ] {
        let (one, other) = (record("Visit", "2020-05-09", ""), record("Visit", "2020-05-09", names));
        assert!(!is_twin(&one, &other), "{names}");
        assert!(!is_twin(&other.replace("\"a\"", "\"b\""), &one), "{names}");
    }
}

#[test]
fn that_one_follows_the_other_is_said_only_where_it_came_out_later() {
    let help = |one: &str, other: &str| {
        let findings = on(&[("records/a.toml", one), ("records/b.toml", other)], TODAY);
        findings.into_iter().find(|found| found.rule.code == "T045").unwrap().help.unwrap()
    };
    let day = |day: &str| record("Visit", day, "");
    assert!(
        help(&day("2020-05-09"), &day("2020-05-19"))
            .ends_with("if `b` is a later report on the same subject, write follows = [\"a\"] there")
    );
    assert!(
        help(&day("2020-05-19"), &day("2020-05-09"))
            .ends_with("if `a` is a later report on the same subject, write follows = [\"b\"] there")
    );
    for (one, other) in [("2020-05-09", "2020-05-09"), ("\"2020-05\"", "2020-05-09")] {
        assert!(help(&day(one), &day(other)).ends_with("tell them apart by their titles"), "{one} {other}");
    }
    let at = |title: &str| record(title, "2020-05-09", "url = \"https://example.org/a\"");
    assert!(help(&at("One"), &at("Two")).ends_with("give each its own address"));
}

#[test]
fn a_file_that_is_there_twice_is_told_as_such() {
    let help = |one: &str, other: &str| {
        let findings = on(&[("records/a.toml", one), ("records/2020/a.toml", other)], TODAY);
        findings.into_iter().find(|found| found.rule.code == "T030").unwrap().help.unwrap()
    };
    let visit = record("Visit", "2020-05-09", "");
    assert_eq!(help(&visit, &visit), "the two files are the same to the byte: remove one");
    assert!(help(&visit, &format!("{visit}\n")).starts_with("if both are of one report, keep"));
    assert!(help(&visit, &record("Custody", "2020-05-09", "")).starts_with("rename one"));
    // What could not be read is not known to be the same.
    assert!(help("title = ", "title = ").starts_with("rename one"));
}

#[test]
fn one_finding_for_each_record_and_its_first_twin() {
    let three =
        (0..3).map(|n| (format!("r{n}"), record("Visit", "2020-05-09", "url = \"https://example.org/a\"")));
    let found = across(&r::likely_duplicate::RULE, &facts(three));
    let pairs: Vec<_> = found.iter().map(|remote| (remote.record, remote.related[0].0)).collect();
    assert_eq!(pairs, [(1, 0), (2, 0)]);
}

#[test]
fn many_records_of_one_title_take_little_time() {
    let many = (0..20_000).map(|n| (format!("r{n}"), record("Visit", "2020-05-09", "")));
    let found = across(&r::likely_duplicate::RULE, &facts(many));
    assert_eq!(found.len(), 19_999);
}
