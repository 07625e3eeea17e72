//! A record as a JSON Schema, for editors that know one: printed from the table of fields.

use serde_json::{Map, Value, json};

use super::pretty;
use crate::model::{EARLIEST_YEAR, LATEST_YEAR};
use crate::schema::{Field, FieldKind, INSPECTION, Table};

/// The JSON Schema of a record.
///
/// Draft 7: the newest that taplo reads, and with it the extension Even Better TOML; tombi reads it as well. A date of
/// TOML itself is a text of `format: date` to them. tombi takes no text in quotes for one, so that each form of a date
/// stands by itself.
pub fn record_schema() -> String {
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".into(), json!("Record of an inspection and its response"));
    schema.insert(
        "description".into(),
        json!("A record of track: a file below records/. `track check` says more of it."),
    );
    schema.extend(table(&INSPECTION));
    schema.insert(
        "definitions".into(),
        json!({
            "date": { "type": "string", "format": "date", "pattern": format!("^{YEAR}-") },
            "day-in-quotes": { "type": "string", "pattern": format!("^({})$", day()) },
            "date-in-quotes": { "type": "string", "pattern": format!("^({}|{YEAR}(-{MONTH})?)$", day()) },
            "year": { "type": "integer", "minimum": EARLIEST_YEAR, "maximum": LATEST_YEAR },
        }),
    );
    pretty(&Value::Object(schema))
}

/// The years from [`EARLIEST_YEAR`] to [`LATEST_YEAR`].
const YEAR: &str = "(18|19|20|21)[0-9]{2}";

const MONTH: &str = "(0[1-9]|1[0-2])";

/// A day of the calendar; 29 February in leap years only.
fn day() -> String {
    let long = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])";
    let short = "(0[469]|11)-(0[1-9]|[12][0-9]|30)";
    let february = "02-(0[1-9]|1[0-9]|2[0-8])";
    let leap = "(18|19|20|21)(0[48]|[2468][048]|[13579][26])|2000";
    format!("{YEAR}-({long}|{short}|{february})|({leap})-02-29")
}

/// A table: its keys, those that must be there, and no others.
fn table(table: &Table) -> Map<String, Value> {
    let properties: Map<String, Value> =
        table.fields.iter().map(|field| (field.key.to_owned(), property(field))).collect();
    let required: Vec<&str> =
        table.fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    let mut object = Map::new();
    object.insert("type".into(), json!("object"));
    object.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        object.insert("required".into(), json!(required));
    }
    object.insert("additionalProperties".into(), json!(false));
    object
}

/// A key: what it means, and what it may hold.
fn property(field: &Field) -> Value {
    let privacy = if field.private { " Never on public pages." } else { "" };
    let mut property = Map::new();
    property.insert("description".into(), json!(format!("{}{privacy}", field.doc)));
    property.extend(value(field.kind));
    if field.required && matches!(field.kind, FieldKind::Text | FieldKind::Prose) {
        property.insert("pattern".into(), json!(r"\S")); // an empty text is as good as none
    }
    Value::Object(property)
}

/// What a value of a kind may be. A web address is any text, as to the reader: `check` warns of what is none.
fn value(kind: FieldKind) -> Map<String, Value> {
    let schema = match kind {
        FieldKind::Text | FieldKind::Prose | FieldKind::Url => json!({ "type": "string" }),
        FieldKind::Texts => texts(),
        FieldKind::Word(list) => json!({ "type": "string", "enum": list.words }),
        FieldKind::Date => date(),
        FieldKind::Dates => json!({ "type": "array", "items": date() }),
        FieldKind::Visit => {
            json!({ "type": "array", "items": date(), "minItems": 1, "maxItems": 2 })
        }
        FieldKind::Day => any_of(&["date", "day-in-quotes"]),
        FieldKind::DateOrNone => or_word(date(), "none"),
        FieldKind::Count => json!({ "type": "integer", "minimum": 0, "maximum": 9_999 }),
        FieldKind::Flag => json!({ "type": "boolean" }),
        FieldKind::Forces => or_word(json!({ "anyOf": [texts()] }), "all"),
        FieldKind::Table(inner) => return table(inner),
        FieldKind::Tables(inner) => json!({ "type": "array", "items": table(inner) }),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(), // every arm above is an object
    }
}

/// A date in any precision.
fn date() -> Value {
    or_word(any_of(&["date", "date-in-quotes", "year"]), "unknown")
}

fn any_of(definitions: &[&str]) -> Value {
    let forms: Vec<Value> =
        definitions.iter().map(|name| json!({ "$ref": format!("#/definitions/{name}") })).collect();
    json!({ "anyOf": forms })
}

fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

/// Allows one more word beside the forms.
fn or_word(mut schema: Value, word: &str) -> Value {
    if let Some(forms) = schema["anyOf"].as_array_mut() {
        forms.push(json!({ "type": "string", "enum": [word] }));
    }
    schema
}
