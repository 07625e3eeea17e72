//! The items as JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::{LeftOutJson, VERSION, pretty};
use crate::diagnostic::Finding;
use crate::duty::Deadline;
use crate::model::{ItemKind, PartialDate, Status};
use crate::query::ItemRow;

#[derive(Serialize)]
struct ItemsJson<'r> {
    version: u32,
    today: NaiveDate,
    recommendations: Vec<ItemJson<'r>>,
    left_out: Vec<LeftOutJson<'r>>,
}

#[derive(Serialize)]
struct ItemJson<'r> {
    inspection: &'r str,
    label: Option<&'r str>,
    position: usize,
    kind: ItemKind,
    text: &'r str,
    ours: Option<bool>,
    owner: Option<&'r str>,
    due: Option<Deadline>,
    target: Option<PartialDate>,
    status: Status,
    open: bool,
    days_past: Option<i64>,
}

/// The items as JSON.
pub fn items_json(rows: &[ItemRow], left_out: &[Finding], today: NaiveDate) -> String {
    let recommendations = rows.iter().map(|row| ItemJson {
        inspection: &row.inspection,
        label: row.label.as_deref(),
        position: row.position,
        kind: row.kind,
        text: &row.text,
        ours: row.ours,
        owner: row.owner.as_deref(),
        due: row.standing.due,
        target: row.standing.target,
        status: row.standing.status,
        open: row.standing.open,
        days_past: row.standing.days_past,
    });
    let left_out = left_out.iter().map(LeftOutJson::of).collect();
    pretty(&ItemsJson { version: VERSION, today, recommendations: recommendations.collect(), left_out })
}
