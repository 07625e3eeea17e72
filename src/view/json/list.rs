//! The list as JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::{VERSION, pretty};
use crate::diagnostic::Finding;
use crate::duty::{DaysLate, Stage, State};
use crate::model::{InspectionType, LastDay, PartialDate};
use crate::query::Row;

#[derive(Serialize)]
struct ListJson<'r> {
    version: u32,
    today: NaiveDate,
    inspections: Vec<RowJson<'r>>,
    left_out: Vec<LeftOutJson<'r>>,
}

/// A row as machines read it.
#[derive(Serialize)]
pub(super) struct RowJson<'r> {
    id: &'r str,
    path: &'r str,
    title: &'r str,
    #[serde(rename = "type")]
    inspection_type: InspectionType,
    published: PartialDate,
    state: State,
    stage: Stage,
    last_day: Option<LastDayJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    may_have_none: Option<bool>,
    days_left: Option<i64>,
    #[serde(flatten)]
    late: DaysLateJson,
    response_published: Option<PartialDate>,
    recommendations: CountsJson,
    items: usize,
    areas_for_improvement: usize,
}

#[derive(Serialize)]
struct CountsJson {
    recorded: usize,
    made: Option<u32>,
    ours: usize,
    undecided: usize,
    open: usize,
    overdue: usize,
}

/// The last day as machines read it.
#[derive(Serialize, Clone, Copy)]
pub struct LastDayJson {
    earliest: NaiveDate,
    latest: NaiveDate,
}

impl From<LastDay> for LastDayJson {
    fn from(range: LastDay) -> Self {
        Self { earliest: range.earliest, latest: range.latest }
    }
}

/// Days late as machines read them: the plain number only where the dates are days.
#[derive(Serialize, Clone, Copy)]
pub struct DaysLateJson {
    /// Exactly so many.
    pub days_late: Option<i64>,
    /// At least so many.
    #[serde(rename = "days_late_at_least", skip_serializing_if = "Option::is_none")]
    pub days_late_at_least: Option<i64>,
    /// At most so many.
    #[serde(rename = "days_late_at_most", skip_serializing_if = "Option::is_none")]
    pub days_late_at_most: Option<i64>,
}

impl DaysLateJson {
    /// Splits days late into their numbers.
    pub const fn of(late: Option<DaysLate>) -> Self {
        let (days_late, days_late_at_least, days_late_at_most) = match late {
            None => (None, None, None),
            Some(DaysLate::Exactly(days)) => (Some(days), None, None),
            Some(DaysLate::Between { at_least, at_most }) => (None, Some(at_least), at_most),
        };
        Self { days_late, days_late_at_least, days_late_at_most }
    }
}

/// A file that was left out, and why.
#[derive(Serialize)]
pub struct LeftOutJson<'f> {
    path: &'f str,
    code: &'static str,
    message: &'f str,
    line: usize,
    column: usize,
}

impl<'f> LeftOutJson<'f> {
    /// Reads it off the first error of the file.
    pub fn of(finding: &'f Finding) -> Self {
        Self {
            path: &finding.place.path,
            code: finding.rule.code,
            message: &finding.message,
            line: finding.place.line,
            column: finding.place.column,
        }
    }
}

impl<'r> RowJson<'r> {
    pub(super) fn of(row: &'r Row) -> Self {
        let (standing, counts) = (&row.standing, &row.counts);
        Self {
            id: &row.id,
            path: &row.path,
            title: &row.title,
            inspection_type: row.inspection_type,
            published: row.published,
            state: standing.state,
            stage: row.stage,
            last_day: standing.last_day.map(LastDayJson::from),
            may_have_none: standing.last_day.filter(|range| range.may_have_none).map(|_| true),
            days_left: standing.days_left,
            late: DaysLateJson::of(standing.days_late),
            response_published: row.response_published(),
            recommendations: CountsJson {
                recorded: counts.recorded,
                made: counts.made,
                ours: counts.ours,
                undecided: counts.undecided,
                open: counts.open,
                overdue: counts.overdue,
            },
            items: counts.items,
            areas_for_improvement: counts.areas_for_improvement,
        }
    }
}

/// The list as JSON.
pub fn list_json(rows: &[Row], left_out: &[Finding], today: NaiveDate) -> String {
    pretty(&ListJson {
        version: VERSION,
        today,
        inspections: rows.iter().map(RowJson::of).collect(),
        left_out: left_out.iter().map(LeftOutJson::of).collect(),
    })
}
