//! Addresses of reports and responses, grades, and texts that stand twice.

use super::{in_record, r, reported, table};

#[test]
fn url_not_public() {
    for private in [
        "http://localhost/response.pdf",
        "http://LOCALHOST:8080",
        "https://intranet/reports/1",
        "https://intranet.example.org/reports/1",
        "http://server01:8080/a?b#c",
        "https://files.office.local/a",
        "http://127.0.0.1/a",
        "http://10.1.2.3/a",
        "http://192.168.0.4:80/a",
        "http://172.16.0.9",
        "http://[::1]:3000/a",
        "https://user@fileserver/a",
        "https://office.sharepoint.com/sites/inspections/response.pdf",
        "https://office.sharepoint.com/:w:/r/sites/inspections/response.docx",
        "https://office-my.sharepoint.com/personal/a/response.docx",
    ] {
        let found = reported(&r::url_not_public::RULE, &format!("[response]\nurl = \"{private}\""));
        assert_eq!(found, [format!("\"{private}\"")], "{private}");
        assert_eq!(reported(&r::url_not_public::RULE, &format!("url = \"{private}\"")).len(), 1, "{private}");
    }
    for public in [
        "https://www.example.org/reports/1",
        "https://example.org",
        "HTTPS://EXAMPLE.ORG/intranet/localhost",
        "https://example.org:443/a.local",
        "https://hmicfrs.justiceinspectorates.gov.uk/publications/a/",
        "http://8.8.8.8/a",
        "http://172.32.0.9",
        "https://office.sharepoint.com/:b:/s/public/abc",
        "https://office.sharepoint.com/:w:/g/abc",
        "https://localhost.example.org/a",
        "https://example.org/?next=http://localhost/",
        "https://[2001:db8::1]/a",
        "https://é.example.org",
        "file:///C:/response.pdf", // url-is-no-web-address
        "//server/response.pdf",
        "https://",
        "",
    ] {
        let found = reported(&r::url_not_public::RULE, &format!("[response]\nurl = \"{public}\""));
        assert!(found.is_empty(), "{public}");
    }
}

#[test]
fn one_address_for_both() {
    let both = |one: &str, other: &str| format!("url = \"{one}\"\n[response]\nurl = \"{other}\"");
    table(
        &r::one_address_for_both::RULE,
        &[
            (&both("https://example.org/a", "https://example.org/a"), &["\"https://example.org/a\""]),
            (&both("https://example.org/a", "https://Example.org/a/"), &["\"https://Example.org/a/\""]),
            (&both("https://example.org/a", "https://example.org/a#response"), &[]),
            (&both("https://example.org/a", "https://example.org/b"), &[]),
            (&both("https://example.org/a", "http://example.org/a"), &[]),
            ("url = \"https://example.org/a\"", &[]),
            ("[response]\nurl = \"https://example.org/a\"", &[]),
        ],
    );
    assert!(reported(&r::one_address_for_both::RULE, &both("", "")).is_empty());
}

#[test]
fn grade_misspelt() {
    let grade = |word: &str| format!("[[judgment]]\nquestion = \"Investigating crime\"\ngrade = \"{word}\"");
    for (word, meant) in [
        ("requires improvment", "requires improvement"),
        ("require improvement", "requires improvement"),
        ("Adequte", "adequate"),
        ("inadequat", "inadequate"),
        ("outstnading", "outstanding"),
        ("goood", "good"),
    ] {
        let found = in_record(&grade(word));
        assert_eq!(found.len(), 1, "{word}");
        assert_eq!(found[0].help, Some(format!("write grade = \"{meant}\"")));
    }
    for word in [
        "good",
        "Good",
        "Requires Improvement",
        "requires-improvement",
        " adequate ",
        "inadequate",
        "not graded",
        "ungraded",
        "no grade",
        "god",
        "effective",
        "fair",
        "poor",
        "adequate with areas for improvement",
        &"good".repeat(400),
    ] {
        let found = reported(&r::grade_misspelt::RULE, &grade(word));
        assert_eq!(found.len(), usize::from(word == "god"), "{word}");
    }
}

#[test]
fn recommendation_twice() {
    let item = |text: &str, keys: &str| format!("[[recommendation]]\ntext = \"{text}\"\n{keys}\n");
    let (one, other) = (
        "The force should keep better records of each visit to custody.",
        "The force should keep better records of each visit to prison.",
    );
    let quoted = format!("\"{one}\"");
    let twice = |a: &str, b: &str| [item(one, a), item(other, ""), item(one, b)].concat();
    table(
        &r::recommendation_twice::RULE,
        &[
            (&twice("", ""), &[&quoted]),
            (&twice("label = \"1\"", "label = \"9\""), &[&quoted]),
            (&twice("kind = \"recommendation\"", ""), &[&quoted]),
            (&[item(&format!(" {one}\\n"), ""), item(one, "")].concat(), &[&quoted]),
            (&[twice("", ""), item(one, "")].concat(), &[&quoted, &quoted]),
            (&twice("", "kind = \"area-for-improvement\""), &[]),
            (&twice("", "under = \"A\""), &[]),
            (&item("As above.", "").repeat(3), &[]),
            (&item(one, ""), &[]),
        ],
    );
    let found = in_record(&twice("", "label = \"9\""));
    assert_eq!(found[0].message, "item 9 has the text of item #1");
    assert!(found[0].related[0].place.line < found[0].place.line);
}

#[test]
fn many_items_that_begin_alike_take_no_time() {
    let items =
        (0..9_000).map(|n| format!("[[recommendation]]\ntext = \"{}{n}\"\n", "The force should ".repeat(5)));
    let record: String = items.collect();
    assert!(record.len() > 900_000 && in_record(&record).is_empty());
}
