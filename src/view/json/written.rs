//! What a command wrote, as JSON.

use serde::Serialize;

use super::{VERSION, pretty};

#[derive(Serialize)]
struct WrittenJson<'w> {
    version: u32,
    id: &'w str,
    path: &'w str,
    changed: &'w [String],
}

/// What a command wrote: the record, its path and the keys that changed.
pub fn written_json(id: &str, path: &str, changed: &[String]) -> String {
    pretty(&WrittenJson { version: VERSION, id, path, changed })
}

#[derive(Serialize)]
struct RenamedJson<'w> {
    #[serde(flatten)]
    written: WrittenJson<'w>,
    from: &'w str,
    references: Vec<ReferenceJson<'w>>,
}

#[derive(Serialize)]
struct ReferenceJson<'w> {
    path: &'w str,
    key: &'w str,
}

/// What a rename wrote: the record under its new id, the path it had, and each key of another record that names it.
pub fn renamed_json(id: &str, path: &str, from: &str, references: &[(String, String)]) -> String {
    let changed = ["id".to_owned()];
    let references = references.iter().map(|(path, key)| ReferenceJson { path, key }).collect();
    let written = WrittenJson { version: VERSION, id, path, changed: &changed };
    pretty(&RenamedJson { written, from, references })
}
