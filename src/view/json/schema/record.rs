//! A record as a JSON Schema: printed from the table of fields.

use serde_json::{Map, Value, json};

use super::dates::{any_of, date, forms};
use super::document;
use super::parts::{Shown, text, texts, words};
use crate::schema::{Field, FieldKind, INSPECTION, Table};
use crate::text::capitalised;

/// The JSON Schema of a record.
pub fn record_schema() -> String {
    let description =
        "A record of track: a file below records/. `track check` says more of it than a schema can.";
    document("Record of an inspection and its response", description, table(&INSPECTION), &forms())
}

fn table(table: &Table) -> Map<String, Value> {
    let required: Vec<&str> =
        table.fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    let keys = table.fields.iter().map(|field| (field.key, key(field)));
    super::parts::table(&capitalised(table.name), keys, &required)
}

/// A key: what it means, and what it may hold.
fn key(field: &Field) -> Value {
    let privacy = if field.private { " Private: never on public pages." } else { "" };
    let list = if let FieldKind::Word(list) = field.kind { Some(list) } else { None };
    let shown = Shown {
        doc: format!("{}{privacy}", field.doc),
        allowed: field.kind.allowed(),
        list,
        example: field.example,
        default: field.default,
    };
    shown.with(value(field))
}

/// What a value may be. A web address is any text, as to the reader: `check` warns of what is none.
fn value(field: &Field) -> Value {
    match field.kind {
        FieldKind::Text | FieldKind::Prose => text(field.required),
        FieldKind::Url => text(false),
        FieldKind::Texts => texts(),
        FieldKind::Word(list) => words(list.words, list.meanings),
        FieldKind::Date => date(),
        FieldKind::Dates => json!({ "type": "array", "items": date() }),
        FieldKind::Visit => {
            json!({ "type": "array", "items": date(), "minItems": 1, "maxItems": 2 })
        }
        FieldKind::Day => any_of(&["date", "day-in-quotes"]),
        FieldKind::DateOrNone => any_of(&["date", "date-in-quotes", "year", "unknown", "none"]),
        FieldKind::Count => json!({ "type": "integer", "minimum": 0, "maximum": 9_999 }),
        FieldKind::Flag => json!({ "type": "boolean" }),
        FieldKind::Forces => {
            json!({ "anyOf": [texts(), words(&["all"], &["Every force."])] })
        }
        FieldKind::Table(inner) => Value::Object(table(inner)),
        FieldKind::Tables(inner) => json!({ "type": "array", "items": table(inner) }),
    }
}
