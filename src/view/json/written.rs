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
