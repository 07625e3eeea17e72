//! Templates: what they know, what they are refused, what comes out.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::*;
use crate::config::Settings;
use crate::document::{Others, Sources, find_format};
use crate::query::Row;
use crate::schema::read;

const EVERY_KEY: &str = include_str!("../../../../tests/support/every_key.toml");

/// A record that is a draft.
const DRAFT: &str = "title = \"T <b> *x*\"\ntype = \"national\"\npublished = 2026-11-01\nurl = \"javascript:alert(1)\"\n\
                     [[recommendation]]\ntext = \"Do it.\"\nours = true\n";

fn with<T>(record: &str, take: impl FnOnce(&Subject<'_>) -> T) -> T {
    let today: NaiveDate = "2026-11-23".parse().unwrap();
    let settings = Settings::default();
    let others = Others::default();
    let path = "records/a.toml";
    let taken = read(path, record.as_bytes(), |reading| {
        assert!(reading.first_error().is_none(), "{:?}", reading.first_error());
        let inspection = &reading.inspection;
        let row = Row::of("a", path, inspection, today, 14);
        let sources = Sources {
            inspection,
            row: &row,
            findings: &[],
            others: &others,
            settings: &settings,
            today,
            date: None,
        };
        Ok::<_, ()>(take(&Subject::new(sources)))
    });
    taken.unwrap()
}

fn layout(format: &str, template: &str) -> Result<OwnLayout, LayoutFault> {
    let file = format!("templates/x.{format}");
    OwnLayout::new(&file, find_format(format).unwrap(), template.as_bytes().to_vec())
}

fn filled(format: &str, template: &str, record: &str) -> Result<String, LayoutFault> {
    let layout = layout(format, template)?;
    let printed = with(record, |subject| layout.print(subject))?;
    assert!(printed.ends_with('\n'), "{printed:?}");
    Ok(printed.trim_end().to_owned())
}

/// The paths of all keys below a value.
fn paths(value: &Json, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Json::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                paths(value, &path, found);
                found.insert(path);
            }
        }
        Json::Array(list) => list.iter().for_each(|value| paths(value, &format!("{path}[]"), found)),
        _ => {}
    }
}

#[test]
fn the_table_names_every_variable_and_no_other() {
    let mut found = BTreeSet::new();
    for record in [EVERY_KEY, DRAFT] {
        let context = with(record, |subject| serde_json::to_value(Context::of(subject, Form::Html)).unwrap());
        paths(&context, "", &mut found);
    }
    let named: BTreeSet<String> = VARIABLES.iter().map(|variable| variable.name.to_owned()).collect();
    assert_eq!(named, found, "VARIABLES (left) and the values (right)");
    assert_eq!(named.len(), VARIABLES.len(), "a variable stands twice");
}

#[test]
fn what_is_private_is_no_variable() {
    let record = EVERY_KEY
        .replace("by = \"A\"", "by = \"Amanda\"")
        .replace("signed_off_by = \"B\"", "signed_off_by = \"Bernard\"")
        .replace("public = true", "public = false");
    let context = with(&record, |subject| serde_json::to_string(&Context::of(subject, Form::Html)).unwrap());
    for private in ["Head of Custody", "P-1", "2020-02-13", "2020-03-10", "Amanda", "Bernard", "Begun."] {
        assert!(record.contains(private), "{private}");
        assert!(!context.contains(private), "{private}");
    }
}

#[test]
fn words_are_escaped_and_markup_is_not() {
    let end = "{{ report.title }}|{{ report.linked_title }}|{{ recommendations[0].text }}|{{ report.url }}|{{ office.name }}";
    let page = filled("html", &format!("<body>{end}</body>"), DRAFT).unwrap();
    assert!(page.ends_with("T &lt;b&gt; *x*|T &lt;b&gt; *x*|<p>Do it.</p>||</body>"), "{page}");
    let text = filled("md", end, DRAFT).unwrap();
    assert!(text.ends_with("\nT \\<b> \\*x\\*|T \\<b> \\*x\\*|Do it.||"), "{text}");
    let count =
        "{{ recommendations|length }} {{ draft }} {% for a in recommendations %}{{ loop.index }}{% endfor %}";
    assert!(filled("md", count, DRAFT).unwrap().ends_with("1 yes 1"));
}

#[test]
fn a_draft_says_so_once_whatever_the_template_says() {
    for template in
        ["<body><h1>x</h1></body>", "x", "<body>{{ notice }}</body>", "{# {{ notice }} #}", "<!doctype html>"]
    {
        for format in ["html", "md"] {
            let printed = filled(format, template, DRAFT).unwrap();
            assert_eq!(printed.matches("DRAFT: not for publication.").count(), 1, "{printed}");
        }
        let published = filled("html", template, EVERY_KEY).unwrap();
        assert!(!published.contains("DRAFT"), "{published}");
    }
}

#[test]
fn a_fault_says_where_and_what_there_is() {
    for (template, line, says, hint) in [
        ("\n{{ report.titel }}", 2, "there is no `report.titel`", "did you mean `report.title`?"),
        ("{{ tilte }}", 1, "there is no `tilte`", "did you mean `title`?"),
        ("{% if reprot.title %}x{% endif %}", 1, "there is no `reprot", "report.title"),
        ("{{ whatever_this_is }}", 1, "there is no `whatever_this_is`", "there are title, draft, notice"),
        ("\n\n{{ report }}", 3, "only words can be printed", ""),
        ("{{ gaps }}", 1, "only words can be printed", ""),
        ("{{ title|upper }}", 1, "filter", "the only filter is `length`"),
        ("{{ title", 1, "", ""),
        ("{% if title %}", 1, "", ""),
        ("{% set a = 1 %}", 1, "there is no statement `set`", "statements: if, elif"),
        ("{{ title ~ title }}", 1, "`~` has no place", "one after the other"),
    ] {
        let fault = filled("html", template, DRAFT).unwrap_err();
        assert_eq!(fault.line, Some(line), "{template}: {fault:?}");
        assert!(fault.message.contains(says), "{template}: {fault:?}");
        assert!(fault.hint.contains(hint), "{template}: {fault:?}");
    }
    let format = find_format("html").unwrap();
    let fault = OwnLayout::new("templates/x.html", format, vec![0xff]).unwrap_err();
    assert_eq!(fault.to_string(), "`templates/x.html`: it is not in UTF-8");
}

#[test]
fn work_and_size_are_bounded() {
    let loops = |n: usize, inner: &str| {
        format!("{}{inner}{}", "{% for a in recommendations %}".repeat(n), "{% endfor %}".repeat(n))
    };
    let many = format!("{DRAFT}{}", "[[recommendation]]\ntext = \"x\"\n".repeat(99));
    let fault = filled("html", &loops(5, ""), &many).unwrap_err();
    assert!(fault.message.contains("too many steps"), "{fault:?}");
    let fault = filled("html", &loops(2, &"x".repeat(5000)), &many).unwrap_err();
    assert!(fault.message.contains("more than 4194304 bytes"), "{fault:?}");
    assert!(filled("html", &"(".repeat(100_000), DRAFT).is_ok());
    assert!(filled("html", &format!("{{{{ {} }}}}", "(".repeat(100_000)), DRAFT).is_err());
    assert!(filled("html", &loops(500, ""), DRAFT).is_err());
}
