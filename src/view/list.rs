//! The list of inspections.

use super::Paint;
use super::columns::{Column, DEFAULT_COLUMNS};
use super::csv::csv_text;
use super::grid::{Grid, GridRow};
use super::markdown::markdown_table;
use super::words::state_words;
use crate::duty::State;
use crate::model::LastDay;
use crate::query::{Row, Summary};
use crate::text::count;

/// The width from which the default columns have room for the title.
const WIDE: usize = 110;

/// The list as a table for people. Without columns named, the title is shown where there is room for it.
pub fn list_table(rows: &[Row], columns: Option<&[Column]>, paint: Paint) -> String {
    let columns: Vec<Column> = if let Some(named) = columns {
        named.to_vec()
    } else {
        let roomy = paint.width.is_none_or(|width| !(60..WIDE).contains(&width));
        DEFAULT_COLUMNS.iter().copied().filter(|column| roomy || *column != Column::Title).collect()
    };
    let rows = rows.iter().map(|row| {
        let cells = columns.iter().map(|column| column.cell(row)).collect();
        GridRow { style: Paint::style_of(row.standing.state), cells, below: None }
    });
    Grid { columns: columns.iter().map(|column| column.grid()).collect(), rows: rows.collect() }.render(paint)
}

/// The line of counts below the list: "14 inspections: 1 overdue, 2 due soon; 3 open recommendations and other items".
pub fn summary_line(summary: &Summary, paint: Paint) -> String {
    let states: Vec<String> =
        summary.states.iter().map(|(state, count)| format!("{count} {}", counted_state(*state))).collect();
    let mut line = count(summary.inspections, "inspection");
    if !states.is_empty() {
        line.push_str(&format!(": {}", states.join(", ")));
    }
    let mut parts = Vec::new();
    if summary.open_items > 0 {
        parts.push(format!("{} open", count(summary.open_items, "item")));
    }
    if summary.overdue_items > 0 {
        parts.push(format!("{} past the deadline", summary.overdue_items));
    }
    if summary.undecided_items > 0 {
        parts.push(format!("{} undecided", count(summary.undecided_items, "item")));
    }
    if !parts.is_empty() {
        line.push_str(&format!("; {}", parts.join(", ")));
    }
    line.push('.');
    paint.width.map_or(line.clone(), |width| super::wrap::lines(&line, width.max(20)).join("\n"))
}

const fn counted_state(state: State) -> &'static str {
    match state {
        State::NotRequired => "no response required",
        State::NotYetPublished => "not yet out",
        State::PublishedUnproven => "published but unproven",
        State::PublishedNoDeadline => "published without a limit",
        State::Published => "published in time",
        State::PublishedLate => "published late",
        State::MaybeOverdue => "may be overdue",
        State::NoDeadline => "without a limit",
        State::DueSoon => "due soon",
        State::Open => "open",
        State::Overdue => "overdue",
    }
}

/// The list as CSV (RFC 4180), one row an inspection: the columns named, else all that the machine output has.
pub fn list_csv(rows: &[Row], columns: Option<&[Column]>) -> String {
    if let Some(columns) = columns {
        let header: Vec<&str> = columns.iter().map(|column| column.as_str()).collect();
        return csv_text(
            &header,
            rows.iter().map(|row| columns.iter().map(|column| column.value(row)).collect()),
        );
    }
    let header = [
        "id",
        "title",
        "type",
        "published",
        "state",
        "state_in_words",
        "stage",
        "last_day_earliest",
        "last_day_latest",
        "days_left",
        "days_late_at_least",
        "days_late_at_most",
        "response_published",
        "recommendations_recorded",
        "recommendations_made",
        "recommendations_ours",
        "recommendations_undecided",
        "recommendations_open",
        "recommendations_overdue",
        "items",
        "areas_for_improvement",
        "path",
    ];
    csv_text(&header, rows.iter().map(csv_row))
}

fn csv_row(row: &Row) -> Vec<String> {
    let optional = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    let day = |end: fn(LastDay) -> chrono::NaiveDate| {
        row.standing.last_day.map_or_else(String::new, |range| end(range).to_string())
    };
    let late = super::json::DaysLateJson::of(row.standing.days_late);
    let counts = &row.counts;
    let mut cells = vec![
        row.id.clone(),
        row.title.clone(),
        row.inspection_type.to_string(),
        row.published.to_string(),
        row.standing.state.to_string(),
        state_words(row.requirement, &row.standing),
        row.stage.to_string(),
        day(|range| range.earliest),
        day(|range| range.latest),
        optional(row.standing.days_left),
        optional(late.days_late.or(late.days_late_at_least)),
        optional(late.days_late.or(late.days_late_at_most)),
        row.response_published().map_or_else(String::new, |date| date.to_string()),
        counts.recorded.to_string(),
        counts.made.map_or_else(String::new, |made| made.to_string()),
    ];
    for number in [
        counts.ours,
        counts.undecided,
        counts.open,
        counts.overdue,
        counts.items,
        counts.areas_for_improvement,
    ] {
        cells.push(number.to_string());
    }
    cells.push(row.path.clone());
    cells
}

/// The list as a Markdown table.
pub fn list_markdown(rows: &[Row], columns: Option<&[Column]>) -> String {
    let columns = columns.unwrap_or(DEFAULT_COLUMNS);
    let header: Vec<&str> = columns.iter().map(|column| column.grid().header).collect();
    markdown_table(&header, rows.iter().map(|row| columns.iter().map(|column| column.cell(row)).collect()))
}
