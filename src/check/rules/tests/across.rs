//! What only several records show.

use super::{TODAY, across, facts, on, pointed_at, r};
use crate::diagnostic::{Finding, Rule};

/// What is found by a rule in two records, `a` and `b`, with the paths of the related places.
fn found(rule: &Rule, a: &str, b: &str) -> Vec<(String, Vec<String>)> {
    let record = |title: &str, body: &str| format!("title = \"{title}\"\ntype = \"national\"\n{body}\n");
    let (a, b) = (record("One", a), record("Another", b));
    let findings = on(&[("records/a.toml", &a), ("records/b.toml", &b)], TODAY);
    let said = |found: &Finding| {
        let related = found.related.iter().map(|related| related.place.path.clone());
        (pointed_at(found), related.collect())
    };
    findings.iter().filter(|found| found.rule == rule).map(said).collect()
}

#[test]
fn reference_out_of_time() {
    let both = ["records/a.toml".to_owned(), "records/b.toml".to_owned()];
    let update = |date: &str| {
        format!(
            "published = {date}\n[[recommendation]]\ntext = \"x\"\n[[recommendation.update]]\ndate = 2020-05-20\nstatus = \"superseded\"\nsuperseded_by = \"b\""
        )
    };
    let follows = |date: &str| format!("published = {date}\nfollows = [\"b\"]");
    let at = |date: &str| format!("published = {date}");
    for (a, b, expected) in [
        (follows("2020-05-09"), at("2020-05-10"), true),
        (follows("\"2020-04\""), at("2020-05-10"), true),
        (follows("2019"), at("\"2020-05\""), true),
        (update("2020-05-09"), at("2020-05-08"), true),
        (follows("2020-05-09"), at("2020-05-09"), false),
        (follows("2020-05-09"), at("2017-05-10"), false),
        (follows("\"2020-05\""), at("2020-05-10"), false),
        (follows("\"unknown\""), at("2020-05-10"), false),
        (follows("2020-05-09"), at("\"unknown\""), false),
        (update("2020-05-09"), at("2020-05-10"), false),
        (update("2020-05-09"), at("\"2020-05\""), false),
        (follows("2020-05-09"), "published = 2021-99-99".to_owned(), false), // cannot be read
    ] {
        let found = found(&r::reference_out_of_time::RULE, &a, &b);
        let expected = if expected { vec![("\"b\"".to_owned(), both.to_vec())] } else { Vec::new() };
        assert_eq!(found, expected, "{a} / {b}");
    }
}

#[test]
fn covered_by_unanswered() {
    let a = "published = 2020-05-09\n[response]\ncovered_by = \"b\"\nbecause = \"The same.\"";
    let response = |date: &str, keys: &str| format!("published = {date}\n[response]\n{keys}");
    for (b, expected) in [
        (response("2020-05-19", "required = false\nbecause = \"x\""), true),
        (response("2020-05-19", "covered_by = \"c\"\nbecause = \"x\""), true),
        ("published = 2020-05-19\nduty = \"none\"".to_owned(), true),
        (response("2019-05-08", "published = 2019-06-20"), true),
        ("published = 2020-05-19\nduty = \"requested\"\nrequested_by = 2020-07-03".to_owned(), false),
        (response("2020-05-19\nduty = \"requested\"", "required = false\nbecause = \"x\""), true),
        (response("\"2021-06\"", ""), true),
        (response("2020-05-19", ""), false),
        (response("2019-05-09", "published = 2019-06-20"), false),
        (response("2020-05-19", "published = 2020-05-28"), false),
        (response("2020-05-19", "required = false\nbecause = \"x\"\npublished = 2020-05-28"), false),
        (response("2020-05-19", "answered_by = \"c\""), false),
        (response("2020", "published = 2020-05-28"), false),
        (response("\"unknown\"", "published = 2020-05-28"), false),
        ("published = 26/03/2020".to_owned(), false), // cannot be read
    ] {
        let found = found(&r::covered_by_unanswered::RULE, a, &b);
        let expected =
            if expected { vec![("\"b\"".to_owned(), vec!["records/b.toml".to_owned()])] } else { Vec::new() };
        assert_eq!(found, expected, "{b}");
    }
    let both = response("2019-05-08", "required = false\nbecause = \"x\"");
    let record = |body: &str| format!("title = \"{}\"\ntype = \"national\"\n{body}\n", body.len());
    let (one, other) = (record(a), record(&both));
    let at_once = on(&[("records/a.toml", &one), ("records/b.toml", &other)], TODAY);
    let at_once = at_once.iter().find(|found| found.rule == &r::covered_by_unanswered::RULE).unwrap();
    assert!(at_once.message.contains("not answered itself; it came out over a year apart"), "{at_once:?}");
    assert_eq!(at_once.related.len(), 2);
    // Of a circle another rule tells; of who leads into one, this.
    let back = response("2020-05-19", "covered_by = \"a\"\nbecause = \"x\"");
    assert!(found(&r::covered_by_unanswered::RULE, a, &back).is_empty());
    let itself_covered = response("2020-05-19", "covered_by = \"b\"\nbecause = \"x\"");
    assert_eq!(found(&r::covered_by_unanswered::RULE, a, &itself_covered).len(), 1);
    let itself = a.replace("\"b\"", "\"a\"");
    assert!(found(&r::covered_by_unanswered::RULE, &itself, "published = 2020-05-19").is_empty());
}

#[test]
fn response_kept_twice() {
    let b = "published = 2020-05-09\n[response]\njoint = \"Both.\"\npublished = 2020-05-28";
    let related = |keys: &str| {
        let a = format!("published = 2020-05-10\n[response]\n{keys}");
        let found = found(&r::response_kept_twice::RULE, &a, b);
        found.into_iter().map(|(at, related)| (at, related.len())).collect::<Vec<_>>()
    };
    for (keys, count) in [
        ("answered_by = \"b\"\npublished = 2020-05-28", 1),
        ("answered_by = \"b\"\nlocal_policing_body = \"A.\"\nchief_officer = \"B.\"", 2),
        ("answered_by = \"b\"\njoint = \"A.\"\npublished = \"unknown\"", 2),
    ] {
        assert_eq!(related(keys), [("\"b\"".to_owned(), count)], "{keys}");
    }
    for keys in [
        "answered_by = \"b\"",
        "answered_by = \"b\"\njoint = \" \"",
        "answered_by = \"b\"\ninvited = 2020-05-12\nsent_to_inspectorate = 2020-05-28\nurl = \"https://example.org\"",
        "covered_by = \"b\"\nbecause = \"x\"\nlocal_policing_body = \"See the other.\"",
        "published = 2020-05-28",
    ] {
        assert!(related(keys).is_empty(), "{keys}");
    }
}

#[test]
fn many_references_take_little_time() {
    let many = 10_000;
    let record = |n: usize| {
        let date = if n == 0 { "2021-05-09" } else { "2020-05-09" };
        let keys = "covered_by = \"r0\"\nbecause = \"x\"";
        let text = format!(
            "title = \"Report {n}\"\ntype = \"national\"\npublished = {date}\nfollows = [\"r0\"]\n[response]\n{keys}\n"
        );
        (format!("r{n}"), text)
    };
    let facts = facts((0..many).map(record));
    assert_eq!(across(&r::reference_out_of_time::RULE, &facts).len(), many - 1);
    assert_eq!(across(&r::covered_by_unanswered::RULE, &facts).len(), many - 1); // one that is covered itself
}

#[test]
fn two_records_of_many_references_take_little_time() {
    let record = |id: &str, other: &str, date: &str| {
        let names = vec![format!("\"{other}\""); 60_000].join(",");
        let text =
            format!("title = \"{id}\"\ntype = \"national\"\npublished = {date}\nfollows = [\"c\",{names}]\n");
        (id.to_owned(), text)
    };
    let facts = facts([record("a", "b", "2020-05-09"), record("b", "b", "2020-05-10")]);
    assert_eq!(across(&r::reference_out_of_time::RULE, &facts).len(), 60_000);
}
