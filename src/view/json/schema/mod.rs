//! JSON Schemas, for editors that know them: printed from the tables of fields and of settings.
//!
//! Draft 7: the newest that taplo reads, and with it the extension Even Better TOML; tombi reads it as well. Words of a list
//! are one flat `enum`, for tombi completes no other form; what each means stands in the description of its key, and for
//! taplo, which can show it of a single word, in `x-taplo`.

mod dates;
mod parts;
mod record;
mod settings;
mod unsaid;

pub use record::record_schema;
pub use settings::settings_schema;
pub use unsaid::{Sees, UNSAID_OF_RECORDS, UNSAID_OF_SETTINGS, Unsaid};

use serde_json::{Map, Value, json};

use super::pretty;

/// A whole schema: a table under its title, and what it refers to.
fn document(title: &str, description: &str, mut table: Map<String, Value>, definitions: &Value) -> String {
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".into(), json!(title));
    schema.insert("description".into(), json!(description));
    // Read by tombi: other programs in an office read no newer TOML.
    schema.insert("x-tombi-toml-version".into(), json!("v1.0.0"));
    table.shift_remove("title"); // the file's own says more
    schema.extend(table);
    schema.insert("definitions".into(), definitions.clone());
    pretty(&Value::Object(schema))
}
