//! The last day as JSON.

use serde::Serialize;

use super::{LastDayJson, VERSION, pretty};
use crate::duty::{POLICE_ACT_55, working_day_on_or_before};
use crate::model::{LastDay, PartialDate, weekday};

#[derive(Serialize)]
struct DueJson {
    version: u32,
    published: PartialDate,
    last_day: Option<LastDayJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    may_have_none: Option<bool>,
    citation: &'static str,
    weekday: Option<String>,
    working_day_before: Option<chrono::NaiveDate>,
}

/// The last day as JSON. Weekday and working day are null on a range.
pub fn due_json(published: PartialDate, last_day: Option<LastDay>) -> String {
    let day = last_day.and_then(LastDay::day);
    pretty(&DueJson {
        version: VERSION,
        published,
        last_day: last_day.map(LastDayJson::from),
        may_have_none: last_day.filter(|range| range.may_have_none).map(|_| true),
        citation: POLICE_ACT_55.citation,
        weekday: day.map(weekday),
        working_day_before: day.and_then(working_day_on_or_before),
    })
}
