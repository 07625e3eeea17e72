//! One record as JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::list::RowJson;
use super::{LeftOutJson, VERSION, pretty};
use crate::diagnostic::Finding;
use crate::model::Inspection;
use crate::query::{Missing, Row};

#[derive(Serialize)]
struct ShowJson<'r> {
    version: u32,
    today: NaiveDate,
    #[serde(flatten)]
    row: RowJson<'r>,
    missing: Vec<MissingJson<'r>>,
    record: &'r Inspection<'r>,
    left_out: Vec<LeftOutJson<'r>>,
}

#[derive(Serialize)]
struct MissingJson<'r> {
    step: &'static str,
    item: Option<&'r str>,
    law: Option<&'static str>,
}

/// One record as JSON: the row of the list, the steps not yet taken, and every key as it stands. Errors of reading, if
/// any, stand under `left_out`, and then the rest is what could be read.
pub fn show_json(
    row: &Row,
    missing: &[Missing],
    record: &Inspection<'_>,
    errors: &[Finding],
    today: NaiveDate,
) -> String {
    let missing =
        missing.iter().map(|step| MissingJson { step: step.step(), item: step.item(), law: step.law() });
    pretty(&ShowJson {
        version: VERSION,
        today,
        row: RowJson::of(row),
        missing: missing.collect(),
        record,
        left_out: errors.iter().map(LeftOutJson::of).collect(),
    })
}
