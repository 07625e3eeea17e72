//! What a command wrote, as JSON.

use serde::Serialize;

use super::{VERSION, pretty};

#[derive(Serialize)]
struct WrittenJson<'w> {
    version: u32,
    id: &'w str,
    path: &'w str,
    changed: &'w [String],
    written: bool,
}

/// What a command wrote: the record, its path and the keys that changed; none where only its comments or layout did.
pub fn written_json(id: &str, path: &str, changed: &[String]) -> String {
    answer_json(id, path, changed, true)
}

/// What a command wrote or would write: the record, its path, the keys that change, and whether the disk was changed.
pub fn answer_json(id: &str, path: &str, changed: &[String], written: bool) -> String {
    pretty(&WrittenJson { version: VERSION, id, path, changed, written })
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

/// What a rename wrote or would write: the record under its new id, the path it had, and each key of another record that
/// names it.
pub fn renamed_json(
    id: &str,
    path: &str,
    from: &str,
    references: &[(String, String)],
    written: bool,
) -> String {
    let changed: Vec<String> = if from == path { Vec::new() } else { vec!["id".to_owned()] };
    let references = references.iter().map(|(path, key)| ReferenceJson { path, key }).collect();
    let written = WrittenJson { version: VERSION, id, path, changed: &changed, written };
    pretty(&RenamedJson { written, from, references })
}
