//! The tables from which the schemas are printed: every key is described, with an example that is allowed.

use serde_json::Value as Json;
use toml::{Table, Value};
use track::check::settings_of;
use track::config::{LEVELS, SETTING_TABLES, Settings};
use track::model::ClosedWords;
use track::schema::{FieldKind, TABLES};
use track::view::json::{record_schema, settings_schema};

use crate::judge::Judge;
use crate::values::{record_with, settings_with};

/// A value as a file writes it.
pub(crate) fn value(written: &str) -> Value {
    let table: Table = toml::from_str(&format!("value = {written}")).unwrap();
    table["value"].clone()
}

#[test]
fn every_example_and_every_default_is_allowed_at_its_key() {
    let (records, settings) = (Judge::of_records(), Judge::of_settings());
    let keys = TABLES.iter().flat_map(|table| {
        table.fields.iter().map(|field| (&records, table.path, field.key, field.example, field.default))
    });
    let of_settings = SETTING_TABLES.iter().flat_map(|table| {
        table.settings.iter().map(|key| (&settings, table.path, key.key, key.example, key.default))
    });
    for (judge, path, key, example, default) in keys.chain(of_settings) {
        for written in [example].into_iter().chain(default) {
            let with = if std::ptr::eq(judge, &raw const records) { record_with } else { settings_with };
            let text = with(path, key, &value(written));
            let verdicts = judge.judge(text.as_bytes());
            assert_eq!((verdicts.findings, verdicts.schema), (Vec::new(), Ok(true)), "{text}");
        }
        assert!(default != Some(example), "{key}: an example says more than the default");
    }
}

#[test]
fn every_setting_is_read_and_its_default_is_the_one_that_stands_in() {
    for table in SETTING_TABLES {
        for setting in table.settings {
            let read = |written: &str| {
                let (settings, faults) = settings_of(
                    "track.toml",
                    settings_with(table.path, setting.key, &value(written)).as_bytes(),
                );
                assert_eq!(faults, Vec::new(), "{written}");
                settings
            };
            assert_ne!(read(setting.example), Settings::default(), "{} is not read", setting.key);
            if let Some(default) = setting.default {
                assert_eq!(read(default), Settings::default(), "{}", setting.key);
            }
        }
    }
}

#[test]
fn every_word_is_explained_in_a_sentence() {
    let fields = TABLES.iter().flat_map(|table| table.fields);
    let lists = fields.filter_map(|field| match field.kind {
        FieldKind::Word(list) => Some(list),
        _ => None,
    });
    let lists: Vec<&ClosedWords> = lists.chain([&LEVELS]).collect();
    assert!(lists.len() > 5);
    for list in lists {
        assert_eq!(list.words.len(), list.meanings.len());
        for (word, meaning) in list.explained() {
            assert!(meaning.ends_with('.') && meaning.len() > word.len(), "{word}: {meaning}");
        }
    }
}

/// The part of a schema that is about a key.
fn part<'s>(schema: &'s Json, path: &str, key: &str) -> &'s Json {
    let mut at = schema;
    for part in path.split('.').filter(|part| !part.is_empty()) {
        at = &at["properties"][part];
        at = if at["type"] == "array" { &at["items"] } else { at };
    }
    &at["properties"][key]
}

#[test]
fn an_editor_is_told_of_every_key_what_it_means_what_is_allowed_and_an_example() {
    let schema: Json = serde_json::from_str(&record_schema()).unwrap();
    for table in TABLES {
        for field in table.fields {
            let part = part(&schema, table.path, field.key);
            let said = part["description"].as_str().unwrap();
            assert!(said.starts_with(field.doc) && said.contains(" Allowed:"), "{said}");
            assert_eq!(said.contains("Private: never on public pages."), field.private, "{said}");
            assert_eq!(part["default"].is_null(), field.default.is_none(), "{}", field.key);
            assert!(part["examples"][0] != Json::Null, "{}", field.key);
            if let FieldKind::Word(list) = field.kind {
                assert_eq!(part["enum"], serde_json::json!(list.words));
                assert_eq!(part["x-taplo"]["docs"]["enumValues"], serde_json::json!(list.meanings));
                assert!(list.meanings.iter().all(|meaning| said.contains(meaning)), "{said}");
            }
        }
    }
    let schema: Json = serde_json::from_str(&settings_schema()).unwrap();
    for table in SETTING_TABLES {
        for setting in table.settings {
            let part = part(&schema, table.path, setting.key);
            assert!(part["description"].as_str().unwrap().starts_with(setting.doc), "{part}");
            assert_eq!(part["default"].is_null(), setting.default.is_none(), "{}", setting.key);
            assert!(part["examples"][0] != Json::Null, "{}", setting.key);
        }
    }
}
