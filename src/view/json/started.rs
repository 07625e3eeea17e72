//! What a folder of records began with, as JSON.

use serde::Serialize;

use super::{VERSION, pretty};
use crate::store::Started;

#[derive(Serialize)]
struct StartedJson<'s> {
    version: u32,
    root: &'s str,
    made: &'s [&'static str],
    kept: Vec<&'s str>,
}

/// What was made in a folder, and what was there and left as it is: paths from the root.
pub fn started_json(root: &str, started: &Started) -> String {
    let kept = started.kept.iter().map(|kept| kept.path.as_str()).collect();
    pretty(&StartedJson { version: VERSION, root, made: &started.made, kept })
}
