//! The JSON Schema of a record: it is the one kept in tests/golden, and it says of a record what the reader says.
//!
//! `ACCEPT=1 cargo test --test schema` takes the schema that is printed now as right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;

use jsonschema::Validator;
use serde_json::Value as Json;
use support::own_root;
use toml::{Table, Value};
use track::diagnostic::Example;
use track::schema::faults::{BAD_DATE, DATE_FORM, MISSING_KEY, UNKNOWN_KEY, VALUE_NOT_ALLOWED, WRONG_TYPE};
use track::schema::{FieldKind, TABLES, read};
use track::view::json::record_schema;

fn validator() -> Validator {
    let schema: Json = serde_json::from_str(&record_schema()).unwrap();
    jsonschema::draft7::meta::validate(&schema).unwrap();
    // Editors look at `format`; the draft itself leaves that open.
    jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap()
}

/// A value as readers of schemas see it: a date of TOML itself is a text to them.
fn as_json(value: &Value) -> Json {
    match value {
        Value::Datetime(date) => Json::String(date.to_string()),
        Value::Array(items) => items.iter().map(as_json).collect(),
        Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
        plain => serde_json::to_value(plain).unwrap(),
    }
}

/// What the reader and the schema say of a record: whether it is well written.
fn verdicts(validator: &Validator, text: &str) -> (bool, bool) {
    let reader = read("records/x.toml", text.as_bytes(), |reading| reading.findings.is_empty());
    let table: Table = toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    (reader, validator.is_valid(&as_json(&Value::Table(table))))
}

#[test]
fn the_schema_is_the_one_that_was_accepted() {
    let path = own_root().join("tests/golden/record.schema.json");
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(&path, record_schema()).unwrap();
    }
    let golden = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    assert_eq!(record_schema(), golden, "to take it as right: ACCEPT=1 cargo test --test schema");
    let run = support::finish(support::command(own_root()).arg("schema")).ends(0);
    assert_eq!((run.out, run.err), (golden, String::new()));
}

#[test]
fn it_needs_no_records() {
    let folder = tempfile::tempdir().unwrap();
    support::finish(support::command(folder.path()).arg("schema")).ends(0).says("draft-07");
}

#[test]
fn every_good_record_is_accepted_by_both() {
    let mut records = support::own_records();
    for name in ["every_key.toml", "inline.toml"] {
        let text = fs::read_to_string(own_root().join("tests/support").join(name)).unwrap();
        records.push((name.to_owned(), text));
    }
    for rule in [&UNKNOWN_KEY, &MISSING_KEY, &WRONG_TYPE, &VALUE_NOT_ALLOWED, &BAD_DATE, &DATE_FORM] {
        let Example::Records { good, .. } = rule.example else { panic!("{}", rule.name) };
        records.extend(good.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    }
    assert!(records.len() > 20, "only {} records", records.len());
    let validator = validator();
    for (path, text) in records {
        assert_eq!(verdicts(&validator, &text), (true, true), "{path}\n{text}");
    }
}

#[test]
fn every_bad_example_of_a_fault_of_reading_is_refused_by_both() {
    let validator = validator();
    for rule in [&UNKNOWN_KEY, &MISSING_KEY, &WRONG_TYPE, &VALUE_NOT_ALLOWED, &DATE_FORM] {
        let Example::Records { bad, .. } = rule.example else { panic!("{}", rule.name) };
        for (path, text) in bad {
            assert_eq!(verdicts(&validator, text), (false, false), "{}: {path}\n{text}", rule.name);
        }
    }
    // A native date that is in no calendar is no TOML: the text in quotes stands for it.
    let Example::Records { bad: [(_, text)], .. } = BAD_DATE.example else { panic!("one record") };
    assert!(toml::from_str::<Table>(text).is_err());
    for date in ["\"2020-02-30\"", "\"2019-02-29\"", "\"2020-13\"", "\"2020-00-01\"", "\"26/03/2020\"", "202"]
    {
        let text = format!("title = \"x\"\ntype = \"peel\"\npublished = {date}\n");
        assert_eq!(verdicts(&validator, &text), (false, false), "{text}");
    }
}

/// A record with nothing but what must be there, and one value more at a key of a table.
fn with(path: &str, key: &str, value: &Value) -> String {
    let mut table: Table = match path {
        "" => toml::from_str("title = \"x\"\ntype = \"peel\"\npublished = 2020-03-09").unwrap(),
        "judgment" => toml::from_str("question = \"x\"\ngrade = \"good\"").unwrap(),
        "recommendation" => toml::from_str("text = \"x\"").unwrap(),
        "recommendation.update" => toml::from_str("date = 2020-06-01").unwrap(),
        "response" => Table::new(),
        "response.sent_to" => toml::from_str("to = \"x\"\non = 2020-06-01").unwrap(),
        other => panic!("a record with a table {other} must be written here"),
    };
    table.insert(key.to_owned(), value.clone());
    let Some((outer, inner)) = path.rsplit_once('.').or(Some(("", path)).filter(|_| !path.is_empty())) else {
        return toml::to_string(&table).unwrap();
    };
    let value = Value::Table(table);
    with(outer, inner, &if path == "response" { value } else { Value::Array(vec![value]) })
}

/// A value as a record writes it.
fn value(written: &str) -> Value {
    let table: Table = toml::from_str(&format!("value = {written}")).unwrap();
    table["value"].clone()
}

#[test]
fn every_example_and_every_default_is_allowed_at_its_key() {
    let validator = validator();
    for table in TABLES {
        for field in table.fields {
            for written in [field.example].into_iter().chain(field.default) {
                let text = with(table.path, field.key, &value(written));
                assert_eq!(verdicts(&validator, &text), (true, true), "{text}");
            }
            assert!(
                field.default != Some(field.example),
                "{}: an example says more than the default",
                field.key
            );
        }
    }
}

#[test]
fn every_word_is_explained_in_a_sentence() {
    for field in TABLES.iter().flat_map(|table| table.fields) {
        let FieldKind::Word(list) = field.kind else { continue };
        assert_eq!(list.words.len(), list.meanings.len());
        for (word, meaning) in list.explained() {
            assert!(meaning.ends_with('.') && meaning.len() > word.len(), "{word}: {meaning}");
        }
    }
}

#[test]
fn of_any_value_at_any_key_both_say_the_same() {
    let values: Table = toml::from_str(
        r#"values = [
            "", " \n", "x", "two\nlines", "true", "1", "peel", "action", "open", "all", "none", "unknown", "Unknown",
            "2020", "1799", "1800", "2199", "2200", "2020-03", "2020-3", "2020-03-09", "2020-02-30", "2000-02-29",
            "2100-02-29", "2020-03-09 ", "9 March 2020", "2020-03-09T10:00:00",
            0, 1, -1, 1799, 1800, 2020, 2199, 2200, 9999, 10000, 20200309, true, false,
            2020-03-09, 1799-12-31, 1800-01-01, 2199-12-31, 2200-01-01, 2020-03-09T10:00:00, 10:00:00,
            [], ["x"], ["x", 1], ["2020-03"], [2020-03-09, "unknown"], [2020, 2021, 2022], [true], [["x"]],
            {}, { x = 1 }, [{}], [{ x = 1 }],
        ]"#,
    )
    .unwrap();
    let values = values["values"].as_array().unwrap();
    let validator = validator();
    let (mut good, mut bad) = (0, 0);
    for table in TABLES {
        for field in table.fields {
            for value in values {
                if is_text(field.kind) && holds_date(value) {
                    continue; // a text to readers of schemas, a date to ours
                }
                let text = with(table.path, field.key, value);
                let (reader, schema) = verdicts(&validator, &text);
                assert_eq!(reader, schema, "the reader (left) and the schema (right)\n{text}");
                *(if reader { &mut good } else { &mut bad }) += 1;
            }
            // A key of this name in another table, and one of no name.
            let text = with(table.path, &format!("{}s", field.key), &Value::Boolean(true));
            assert_eq!(verdicts(&validator, &text), (false, false), "{text}");
        }
    }
    assert!(good > 500 && bad > 1000, "{good} good, {bad} bad");
}

fn is_text(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Text | FieldKind::Prose | FieldKind::Url | FieldKind::Texts | FieldKind::Forces)
}

fn holds_date(value: &Value) -> bool {
    value.is_datetime() || value.as_array().is_some_and(|items| items.iter().any(holds_date))
}

#[test]
fn of_every_day_in_quotes_both_say_the_same() {
    let validator = validator();
    for year in [1799, 1800, 1804, 1896, 1900, 1996, 2000, 2019, 2020, 2022, 2100, 2196, 2199, 2200] {
        for month in 0..=13 {
            for day in 0..=32 {
                let date = Value::String(format!("{year}-{month:02}-{day:02}"));
                let text = with("recommendation.update", "date", &date);
                let (reader, schema) = verdicts(&validator, &text);
                assert_eq!(reader, schema, "{text}");
            }
        }
    }
}

#[test]
fn every_key_is_described_and_private_ones_say_so() {
    let schema = record_schema();
    for table in TABLES {
        for field in table.fields {
            let private = if field.private { " Never on public pages." } else { "" };
            let described = serde_json::to_string(&format!("{}{private}", field.doc)).unwrap();
            assert!(schema.contains(&described), "{described}");
        }
    }
}
