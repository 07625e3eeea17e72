//! `track.toml` as a JSON Schema: printed from the table of settings and from the rules.

use serde_json::{Map, Value, json};

use super::document;
use super::parts::{Shown, text, words};
use crate::check::rules;
use crate::config::{LEVELS, Setting, SettingKind, SettingTable, TRACK_TOML};
use crate::diagnostic::{Rule, When};
use crate::text::capitalised;

/// The JSON Schema of `track.toml`.
pub fn settings_schema() -> String {
    let description = "The settings of an office that keeps records with track; every part may be left out.";
    document("Settings of track", description, table(&TRACK_TOML), &json!({ "level": level() }))
}

fn table(table: &SettingTable) -> Map<String, Value> {
    let required: Vec<&str> =
        table.settings.iter().filter(|setting| setting.required).map(|setting| setting.key).collect();
    let keys = table.settings.iter().map(|setting| (setting.key, key(setting)));
    super::parts::table(&capitalised(table.name), keys, &required)
}

fn key(setting: &Setting) -> Value {
    let shown = Shown {
        doc: setting.doc.to_owned(),
        allowed: setting.kind.allowed(),
        list: None,
        example: setting.example,
        default: setting.default,
    };
    shown.with(match setting.kind {
        SettingKind::Text | SettingKind::Prose => text(false),
        SettingKind::Number(most) => json!({ "type": "integer", "minimum": 0, "maximum": most }),
        SettingKind::Day => json!({ "type": "string", "format": "date" }),
        SettingKind::Levels => levels(),
        SettingKind::Table(inner) => Value::Object(table(inner)),
        SettingKind::Tables(inner) => json!({ "type": "array", "items": table(inner) }),
    })
}

/// The rules whose level can be set: by name, and behind all names by code.
fn levels() -> Value {
    let settable = || rules().filter(|rule| rule.when != When::Always);
    let by_name = settable().map(|rule| (rule.name, of_rule(rule, rule.code)));
    let by_code = settable().map(|rule| (rule.code, of_rule(rule, rule.name)));
    Value::Object(super::parts::table("Levels of rules", by_name.chain(by_code), &[]))
}

fn of_rule(rule: &Rule, other_name: &str) -> Value {
    let without = match rule.when {
        When::WhereTurnedOn => "off",
        _ => rule.severity.as_str(),
    };
    json!({
        "description": format!("{} ({other_name}; {without} unless set)", rule.summary),
        "allOf": [{ "$ref": "#/definitions/level" }],
    })
}

/// What is set of a rule: a level, and why.
fn level() -> Value {
    let level = Shown {
        doc: "How much the rule matters.".into(),
        allowed: String::new(),
        list: Some(&LEVELS),
        example: "\"off\"",
        default: None,
    };
    let because = Shown {
        doc: "The office's reason, which `track explain` shows.".into(),
        allowed: "text in quotes".into(),
        list: None,
        example: "\"Ours are the only forces in it.\"",
        default: None,
    };
    let keys =
        [("level", level.with(words(LEVELS.words, LEVELS.meanings))), ("because", because.with(text(true)))];
    Value::Object(super::parts::table("The level of a rule", keys.into_iter(), &["level", "because"]))
}
