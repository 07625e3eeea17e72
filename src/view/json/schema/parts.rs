//! What the schemas of records and of settings have in common.

use serde_json::{Map, Value, json};

use crate::model::ClosedWords;

/// A key, as editors show it.
pub(super) struct Shown<'s> {
    /// What it means, in a sentence or two.
    pub doc: String,
    /// What is allowed, in words; not asked of a list.
    pub allowed: String,
    /// The words of its list, if it has one.
    pub list: Option<&'s ClosedWords>,
    /// A value that it may have, as TOML.
    pub example: &'s str,
    /// The value that stands in, as TOML.
    pub default: Option<&'s str>,
}

impl Shown<'_> {
    /// The key with what it may hold.
    pub(super) fn with(&self, value: Value) -> Value {
        let mut key = Map::new();
        key.insert("description".into(), json!(self.description()));
        if let Value::Object(value) = value {
            key.extend(value);
        }
        if let Some(default) = self.default.and_then(value_of) {
            key.insert("default".into(), default);
        }
        if let Some(example) = value_of(self.example) {
            key.insert("examples".into(), json!([example]));
        }
        Value::Object(key)
    }

    /// In Markdown, as editors show it.
    fn description(&self) -> String {
        let Some(list) = self.list else { return format!("{} Allowed: {}.", self.doc, self.allowed) };
        let words: Vec<String> =
            list.explained().map(|(word, meaning)| format!("- `{word}`: {meaning}")).collect();
        format!("{} Allowed:\n\n{}", self.doc, words.join("\n"))
    }
}

/// The words of a list, each with what it means.
pub(super) fn words(words: &[&str], meanings: &[&str]) -> Value {
    json!({ "type": "string", "enum": words, "x-taplo": { "docs": { "enumValues": meanings } } })
}

/// A table: its keys, those that must be there, and no others.
pub(super) fn table(
    title: &str,
    keys: impl Iterator<Item = (&'static str, Value)>,
    required: &[&str],
) -> Map<String, Value> {
    let keys: Map<String, Value> = keys.map(|(key, value)| (key.to_owned(), value)).collect();
    let mut table = Map::new();
    table.insert("title".into(), json!(title));
    table.insert("type".into(), json!("object"));
    table.insert("properties".into(), Value::Object(keys));
    if !required.is_empty() {
        table.insert("required".into(), json!(required));
    }
    table.insert("additionalProperties".into(), json!(false));
    table
}

/// A text; one that must be there is not empty, for that is as good as none.
pub(super) fn text(required: bool) -> Value {
    if required { json!({ "type": "string", "pattern": r"\S" }) } else { json!({ "type": "string" }) }
}

/// A list of texts.
pub(super) fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

/// A value of TOML as JSON; a date is a text to JSON.
fn value_of(written: &str) -> Option<Value> {
    let table: toml::Table = toml::from_str(&format!("value = {written}")).ok()?;
    table.get("value").map(as_json)
}

fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
    }
}
