//! References between records.

use super::{TODAY, across, facts, on, pointed_at, r};
use crate::diagnostic::Finding;

/// A record that is well but for what is added.
fn record(more: &str) -> String {
    format!(
        "title = \"{}\"\ntype = \"national\"\npublished = 2020-05-09\n{more}\n",
        more.replace(['"', '\n'], " ")
    )
}

fn found(rule: &str, records: &[(&'static str, &str)]) -> Vec<Finding> {
    let texts: Vec<(&'static str, String)> =
        records.iter().map(|(path, more)| (*path, record(more))).collect();
    let files: Vec<(&'static str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let mut findings = on(&files, TODAY);
    findings.retain(|found| found.rule.code == rule);
    findings
}

#[test]
fn dangling_references_of_every_key() {
    let update = "[[recommendation]]\ntext = \"x\"\n[[recommendation.update]]\ndate = 2020-05-20\nstatus = \"superseded\"\n";
    for (more, at) in [
        ("follows = [\"b\", \"bb\", \"c\"]".to_owned(), &["\"bb\"", "\"c\""][..]),
        ("[response]\ncovered_by = \"c\"\nbecause = \"x\"".to_owned(), &["\"c\""]),
        ("[response]\nanswered_by = \"\"".to_owned(), &["\"\""]),
        (format!("{update}superseded_by = \"c\""), &["\"c\""]),
        (format!("{update}superseded_by = \"b\""), &[]),
    ] {
        let found = found("T031", &[("records/a.toml", &more), ("records/x/b.toml", "")]);
        assert_eq!(found.iter().map(pointed_at).collect::<Vec<_>>(), at, "{more}");
    }
}

#[test]
fn a_near_id_is_suggested_and_the_record_itself_never() {
    let help = |target: &str| {
        let follows = format!("follows = [\"{target}\"]");
        let records = [("records/2019-01-custody.toml", ""), ("records/2020-02-custody.toml", &follows)];
        found("T031", &records)[0].help.clone().unwrap()
    };
    assert_eq!(help("2019-01-custdy"), "did you mean `2019-01-custody`?");
    assert_eq!(help("2019-01-custody.toml"), "did you mean `2019-01-custody`?");
    assert_eq!(help("2020-02-custodi"), "did you mean `2019-01-custody`?");
    assert!(help("elsewhere").starts_with("write the id"));
}

#[test]
fn a_record_that_cannot_be_read_is_there_all_the_same() {
    let follows = record("follows = [\"b\"]");
    for broken in ["title = ", "\u{0}", "<<<<<<< HEAD\ntitle = \"x\"\n"] {
        let findings = on(&[("records/a.toml", &follows), ("records/b.toml", broken)], TODAY);
        assert!(findings.iter().all(|found| found.rule.code < "T030"), "{broken:?}: {findings:#?}");
    }
}

#[test]
fn circles_are_reported_once_at_the_smallest_path() {
    let circle = found(
        "T032",
        &[
            ("records/a.toml", "follows = [\"b\"]"),
            ("records/b.toml", "follows = [\"c\"]"),
            ("records/c.toml", "follows = [\"x\", \"a\"]"),
            ("records/d.toml", "follows = [\"a\"]"),
            ("records/x.toml", ""),
        ],
    );
    assert_eq!(circle.len(), 1, "{circle:#?}");
    assert_eq!((circle[0].place.path.as_str(), pointed_at(&circle[0]).as_str()), ("records/a.toml", "\"b\""));
    assert_eq!(circle[0].message, "`follows` leads in a circle: `a`, `b`, `c`, and back to `a`");
    let related: Vec<(&str, &str)> =
        circle[0].related.iter().map(|r| (r.place.path.as_str(), r.message.as_str())).collect();
    assert_eq!(related, [("records/b.toml", "`b` names `c`"), ("records/c.toml", "`c` names `a`")]);
    assert_eq!(circle[0].related[1].place.column, 17); // the second of the list
}

#[test]
fn a_circle_says_which_way_is_wrong_where_dates_tell() {
    let help = |one: &str, other: &str| {
        let of = |title: &str, body: &str| format!("title = \"{title}\"\ntype = \"national\"\n{body}\n");
        let (one, other) = (of("One", one), of("Other", other));
        let findings = on(&[("records/a.toml", &one), ("records/b.toml", &other)], TODAY);
        findings.into_iter().find(|found| found.rule.code == "T032").unwrap().help.unwrap()
    };
    let at = |day: &str, target: &str| format!("published = {day}\nfollows = [\"{target}\"]");
    let said = "`follows` names an earlier report: take `b` out of `a`, which came out before it";
    assert_eq!(help(&at("2020-04-09", "b"), &at("2020-05-09", "a")), said);
    let said = "`follows` names an earlier report: take `a` out of `b`, which came out before it";
    assert_eq!(help(&at("2020-05-09", "b"), &at("2020-04-09", "a")), said);
    assert!(help(&at("2020-05-09", "b"), &at("2020-05-09", "a")).starts_with("look up which"));
    assert!(help(&at("\"unknown\"", "b"), &at("2020-05-09", "a")).starts_with("look up which"));
    let replaced = |day: &str, target: &str| {
        format!(
            "published = {day}\n[[recommendation]]\ntext = \"x\"\n[[recommendation.update]]\ndate = 2020-05-20\nstatus = \"superseded\"\nsuperseded_by = \"{target}\""
        )
    };
    let said = "`superseded_by` names a later report: take `b` out of `a`, which came out after it";
    assert_eq!(help(&replaced("2020-05-09", "b"), &replaced("2020-04-09", "a")), said);
    let covered = |target: &str| {
        format!("published = 2020-05-09\n[response]\ncovered_by = \"{target}\"\nbecause = \"x\"")
    };
    assert!(help(&covered("b"), &covered("a")).starts_with("one of the two must have the response itself"));
    assert!(help(&at("2020-05-09", "a"), "published = 2020-05-09").starts_with("remove it, or name"));
}

#[test]
fn circles_are_of_one_key() {
    for (one, other, count) in [
        ("[response]\nanswered_by = \"b\"", "[response]\nanswered_by = \"a\"", 1),
        (
            "[response]\ncovered_by = \"b\"\nbecause = \"x\"",
            "[response]\ncovered_by = \"a\"\nbecause = \"x\"",
            1,
        ),
        ("[response]\nanswered_by = \"b\"", "follows = [\"a\"]", 0),
        ("[response]\nanswered_by = \"b\"", "[response]\ncovered_by = \"a\"\nbecause = \"x\"", 0),
        ("follows = [\"a\"]\n[response]\nanswered_by = \"a\"", "", 2),
    ] {
        let found = found("T032", &[("records/a.toml", one), ("records/b.toml", other)]);
        assert_eq!(found.len(), count, "{one} / {other}: {found:#?}");
    }
    let own = found("T032", &[("records/a.toml", "follows = [\"a\"]")]);
    assert_eq!((own[0].message.as_str(), own[0].related.len()), ("`follows` names the record itself", 0));
}

#[test]
fn a_response_kept_elsewhere_is_compared_too() {
    let answer = |day: &str| {
        format!(
            "title = \"Other\"\ntype = \"joint\"\npublished = 2020-03-01\n[response]\npublished = {day}\n"
        )
    };
    let this = record("[response]\nanswered_by = \"b\"");
    let at = |day: &str| {
        let findings = on(&[("records/a.toml", &this), ("records/b.toml", &answer(day))], TODAY);
        findings.iter().filter(|found| found.rule.code == "T033").map(pointed_at).collect::<Vec<_>>()
    };
    assert_eq!(at("2020-05-08"), ["\"b\""]);
    assert_eq!(at("2020-05-09"), [""; 0]);
    assert_eq!(at("\"2020-05\""), [""; 0]);
}

#[test]
fn both_records_are_shown_where_one_is_to_answer_the_other() {
    let report = |day: &str, response: &str| {
        format!(
            "title = \"Report of {day}\"\ntype = \"national\"\npublished = {day}\n[response]\n{response}\n"
        )
    };
    let both = |this: &str, other: &str, code: &str| -> Vec<Vec<(String, usize, String)>> {
        let findings = on(&[("records/a.toml", this), ("records/b.toml", other)], TODAY);
        let found = findings.into_iter().filter(|found| found.rule.code == code);
        found
            .map(|found| {
                let related = found.related.into_iter();
                related.map(|other| (other.place.path, other.place.line, other.message)).collect()
            })
            .collect()
    };
    let this = report("2020-02-09", "answered_by = \"b\"");
    let b = || "records/b.toml".to_owned();
    let early = report("2020-01-09", "published = 2020-02-03");
    assert_eq!(both(&this, &early, "T033"), [[(b(), 5, "the response".to_owned())]]);
    let none = report("2020-05-09", "joint = \"To come.\"");
    assert_eq!(both(&this, &none, "T040"), [[(b(), 4, "the response that is to answer it".to_owned())]]);
    let nowhere = report("2020-02-09", "answered_by = \"c\"");
    assert_eq!(both(&nowhere, &none, "T040"), [[]]);
}

#[test]
fn many_records_take_little_time() {
    let many = 20_000;
    let next = |number: usize| format!("r{}", (number + 1) % many);
    let circle = (0..many).map(|n| (format!("r{n}"), record(&format!("follows = [\"{}\"]", next(n)))));
    let found = across(&r::circular_reference::RULE, &facts(circle));
    assert_eq!((found.len(), found[0].related.len()), (1, 10));
    let dangling =
        (0..many).map(|n| (format!("r{n}"), record(&format!("follows = [\"{}\"]", "z".repeat(90)))));
    assert_eq!(across(&r::dangling_reference::RULE, &facts(dangling)).len(), many);
}

#[test]
fn chains_of_answers_are_followed_once() {
    let many = 20_000;
    let old = |n: usize| {
        format!("title = \"Report {n}\"\ntype = \"national\"\npublished = 2020-01-09\n[response]\n")
    };
    let answered = |n: usize, by: usize| (format!("r{n}"), format!("{}answered_by = \"r{by}\"\n", old(n)));
    let chain = |last: (String, String)| facts((1..many).map(|n| answered(n, n - 1)).chain([last]));
    let answer = (String::from("r0"), format!("{}published = 2020-02-01\n", old(0)));
    assert_eq!(across(&r::response_overdue::RULE, &chain(answer)).len(), 0);
    assert_eq!(across(&r::response_overdue::RULE, &chain(answered(0, 0))).len(), many);
    let two = [answered(0, 1), answered(1, 0), answered(2, 0), answered(3, 9)];
    assert_eq!(across(&r::response_overdue::RULE, &facts(two)).len(), 4);
}
