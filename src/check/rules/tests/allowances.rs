//! Comments by which a record allows a rule.

use super::{asking, in_record, on, pointed_at, r, table};
use crate::check::find_rule;

const PEEL: &str = "type = \"peel\"\n";
const ITEM: &str = "[[recommendation]]\ntext = \"Keep records.\"";

/// The codes of what is found in a record, `head` being its first lines.
fn codes(head: &str, body: &str) -> Vec<&'static str> {
    let record = format!("{head}title = \"Example inspection\"\n{PEEL}published = 2020-05-09\n{body}\n");
    let found = on(&[("records/2020-05-example.toml", &record)], super::TODAY);
    found.iter().map(|found| found.rule.code).collect()
}

#[test]
fn what_a_record_allows_is_not_reported() {
    assert_eq!(codes("", ITEM), ["T053"]);
    for rule in ["forces-missing", "T053", "t053", "Forces-Missing", "likely-duplicate, forces-missing"] {
        let found = codes(&format!("# track: allow {rule}: it names none\n"), ITEM);
        // Of two rules that are allowed, the one that nothing breaks is told.
        assert_eq!(found, if rule.contains(',') { vec!["T067"] } else { vec![] }, "{rule}");
    }
}

#[test]
fn what_is_allowed_elsewhere_or_by_another_name_is_reported_beside_the_comment() {
    assert_eq!(codes("", &format!("# track: allow forces-missing: it names none\n{ITEM}")), ["T053", "T067"]);
    assert_eq!(codes("# track: allow likely-duplicate: no\n", ITEM), ["T067", "T053"]);
    assert_eq!(codes("# track: allow forces-missing\n", ITEM), ["T066", "T053"]);
    assert_eq!(codes("# track: allow forces-mising: no\n", ITEM), ["T066", "T053"]);
    assert_eq!(codes("# track: forces-missing: no\n", ITEM), ["T066", "T053"]);
    assert_eq!(codes("# track: allow unknown-key: no\n", ITEM), ["T066", "T053"]);
}

#[test]
fn a_comment_counts_for_the_item_below_it_and_for_no_other() {
    let item = |comment: &str| {
        format!(
            "{comment}[[recommendation]]\ntext = \"Keep records.\"\nours = true\n\n\
             [[recommendation.update]]\ndate = 2020-05-20\nstatus = \"closed\"\n\n"
        )
    };
    let allowed = "# track: allow closed-without-note: see the minutes of 20 May\n";
    let both = in_record(&format!("{}{}", item(allowed), item("")));
    assert_eq!(both.iter().map(|found| found.rule.code).collect::<Vec<_>>(), ["T048"]);
    assert!(both[0].place.line > 12, "{both:#?}");
    assert!(in_record(&format!("{}{}", item(allowed), item(allowed))).is_empty());
    table(
        &r::closed_without_note::RULE,
        &[(
            "[[recommendation]]\ntext = \"x\"\n[[recommendation.update]]\ndate = 2020-05-20\nstatus = \"closed\" # track: \
             allow closed-without-note: x\n[[recommendation.update]]\ndate = 2020-05-21\nstatus = \"closed\"",
            &["\"closed\""],
        )],
    );
}

#[test]
fn a_finding_across_records_is_allowed_where_it_is_reported() {
    let record =
        |head: &str| format!("{head}title = \"One report\"\ntype = \"national\"\npublished = 2020-05-09\n");
    let allowed = record("# track: allow likely-duplicate: the second part bears the same title\n");
    let plain = record("");
    let codes = |first: &str, second: &str| -> Vec<_> {
        let found = on(&[("records/a.toml", first), ("records/b.toml", second)], super::TODAY);
        found.iter().map(|found| (found.rule.code, found.place.path.clone())).collect()
    };
    assert_eq!(codes(&plain, &plain), [("T045", "records/b.toml".to_owned())]);
    assert_eq!(codes(&plain, &allowed), []);
    let elsewhere = [("T067", "records/a.toml".to_owned()), ("T045", "records/b.toml".to_owned())];
    assert_eq!(codes(&allowed, &plain), elsewhere);
}

#[test]
fn where_another_record_cannot_be_read_no_comment_is_said_to_allow_nothing_across_records() {
    let allowed = |rule: &str, title: &str| {
        format!(
            "# track: allow {rule}: x\ntitle = \"{title}\"\ntype = \"national\"\npublished = 2020-05-09\n"
        )
    };
    let codes = |rule: &str, other: &str| -> Vec<_> {
        let files = [("records/a.toml", other), ("records/b.toml", &allowed(rule, "One report"))];
        let found = on(&files, super::TODAY);
        found
            .iter()
            .filter(|found| found.place.path == "records/b.toml")
            .map(|found| found.rule.code)
            .collect()
    };
    let same = allowed("T053", "One report").replacen("# track: allow T053: x\n", "", 1);
    let other = same.replace("One", "Another");
    assert_eq!(codes("likely-duplicate", &same), [""; 0]);
    assert_eq!(codes("likely-duplicate", &other), ["T067"]);
    // With a fault of syntax, or one that leaves it out of lists, it may be the same report or not.
    for broken in
        [format!("{other}url = \"\n"), format!("{other}unknown_key = 1\n"), "title = 1\n".to_owned()]
    {
        assert_eq!(codes("likely-duplicate", &broken), [""; 0], "{broken}");
        // What a record says by itself is known all the same.
        assert_eq!(codes("forces-missing", &broken), ["T067"], "{broken}");
    }
}

#[test]
fn what_is_allowed_twice_is_no_less_allowed() {
    assert_eq!(codes("# track: allow T053, forces-missing, t053: it names none\n", ITEM), [""; 0]);
    assert_eq!(codes("# track: allow T045, likely-duplicate: x\n", "forces = \"all\""), ["T067"]);
    let twice = "# track: allow forces-missing: it names none\n";
    assert_eq!(codes(twice, &format!("{twice}{ITEM}")), ["T067"], "the second is about the item");
    assert_eq!(codes(&format!("{twice}\n{twice}"), ITEM), [""; 0]);
    let closed = |head: &str, end: &str| {
        let item = "[[recommendation]]\ntext = \"x\"\n[[recommendation.update]]\ndate = 2020-05-20\nstatus = \"closed\"";
        codes(head, &format!("forces = \"all\"\n{item}{end}"))
    };
    let (whole, key) = ("# track: allow T048: x\n", " # track: allow closed-without-note: x");
    assert_eq!(closed("", ""), ["T048"]);
    for (head, end) in [(whole, ""), ("", key), (whole, key)] {
        assert_eq!(closed(head, end), [""; 0], "{head}{end}");
    }
}

#[test]
fn a_rule_named_many_times_by_a_comment_is_kept_once() {
    let names = vec!["forces-missing"; 60_000].join(",");
    let record = |rules: &str| {
        let text = format!(
            "# track: allow {rules}: x\ntitle = \"x\"\ntype = \"national\"\npublished = 2020-05-09\n"
        );
        super::facts([("a".to_owned(), text)])[0].allowed.len()
    };
    assert_eq!(record(&names), 1);
    assert_eq!(record("T053, forces-missing, likely-duplicate"), 2);
}

#[test]
fn the_office_settles_for_all_records_what_a_rule_is_worth() {
    let record = format!("title = \"Example inspection\"\n{PEEL}published = 2020-05-09\n{ITEM}\n");
    let found = |settings: &str, record: &str| {
        let files = [("track.toml", settings), ("records/2020-05-example.toml", record)];
        let found = asking(None, &files, super::TODAY);
        found.iter().map(|found| (found.rule.code, found.severity.as_str())).collect::<Vec<_>>()
    };
    let level =
        |level: &str| format!("[checks]\nforces-missing = {{ level = \"{level}\", because = \"x\" }}\n");
    assert_eq!(found("", &record), [("T053", "warning")]);
    assert_eq!(found(&level("error"), &record), [("T053", "error")]);
    assert_eq!(found(&level("off"), &record), []);
    // What is not looked for cannot be told to be absent.
    let allowed = format!("# track: allow T053: x\n{record}");
    assert_eq!(found(&level("off"), &allowed), []);
    assert_eq!(found(&level("error"), &allowed), []);
}

#[test]
fn a_comment_that_cannot_be_followed_is_underlined() {
    let found = in_record("url = \"https://example.org\" # track: allow");
    assert_eq!(found.iter().map(pointed_at).collect::<Vec<_>>(), ["# track: allow"]);
    assert!(find_rule("bad-allowance").is_some());
}
