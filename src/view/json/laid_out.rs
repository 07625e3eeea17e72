//! Which records were laid out, as JSON.

use serde::Serialize;

use super::{LeftOutJson, VERSION, pretty};
use crate::diagnostic::Finding;

#[derive(Serialize)]
struct LaidOutJson<'l> {
    version: u32,
    files: usize,
    changed: &'l [String],
    left_out: Vec<LeftOutJson<'l>>,
}

/// Which records were laid out, or would be, and which could not be.
pub fn laid_out_json(files: usize, changed: &[String], left_out: &[Finding]) -> String {
    let left_out = left_out.iter().map(LeftOutJson::of).collect();
    pretty(&LaidOutJson { version: VERSION, files, changed, left_out })
}
