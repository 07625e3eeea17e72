//! The list of recommendations and other items.

use anstyle::Style;

use super::Paint;
use super::csv::csv_text;
use super::dates::short_date;
use super::grid::{Grid, GridColumn, GridRow, cut};
use super::markdown::markdown_table;
use super::words::{item_words, short_deadline, status_words};
use crate::query::ItemRow;
use crate::text::visible;

/// The longest label or owner shown whole in a table.
const SHORT: usize = 24;
/// How much of a text is shown where nothing limits the width.
const TEXT: usize = 160;

const HEADER: [(&str, bool); 7] = [
    ("Item", true),
    ("Inspection", true),
    ("Ours", true),
    ("Owner", false),
    ("Due", true),
    ("Status", false),
    ("Text", false),
];

/// The items as a table for people. On a terminal the text stands below its row, cut to the width.
pub fn items_table(rows: &[ItemRow], paint: Paint) -> String {
    let text_below = paint.width.is_some();
    let shown = HEADER.len() - usize::from(text_below);
    let columns =
        HEADER.iter().take(shown).map(|(header, whole)| GridColumn { header, whole: *whole, right: false });
    let rows = rows.iter().map(|row| {
        let mut cells = cells(row, TEXT);
        let below = if text_below { cells.pop() } else { None };
        GridRow { style: style(row), cells, below }
    });
    Grid { columns: columns.collect(), rows: rows.collect() }.render(paint)
}

fn style(row: &ItemRow) -> Style {
    if row.standing.overdue {
        Paint::red()
    } else if row.standing.open {
        Style::new()
    } else {
        Style::new().dimmed()
    }
}

fn cells(row: &ItemRow, text: usize) -> Vec<String> {
    vec![
        cut(&shown_name(row), SHORT),
        row.inspection.clone(),
        ours(row).into(),
        row.owner.as_deref().map_or_else(String::new, |owner| cut(&visible(owner), SHORT)),
        short_deadline(row.standing.due),
        item_words(&row.standing),
        cut(&visible(&one_line(&row.text)), text),
    ]
}

const fn ours(row: &ItemRow) -> &'static str {
    match row.ours {
        Some(true) => "yes",
        Some(false) => "no",
        None => "?",
    }
}

/// The name at the head of a row; a label of nothing but spaces names nothing, and a row must begin with something.
fn shown_name(row: &ItemRow) -> String {
    let name = row.name();
    let name = name.trim();
    if name.is_empty() { format!("#{}", row.position) } else { visible(name).into_owned() }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The items as CSV (RFC 4180), whole texts.
pub fn items_csv(rows: &[ItemRow]) -> String {
    let header = [
        "inspection",
        "label",
        "position",
        "kind",
        "text",
        "ours",
        "owner",
        "outcome",
        "due",
        "target",
        "status",
        "open",
        "days_past",
    ];
    let flag = |flag: bool| if flag { "true" } else { "false" }.to_owned();
    csv_text(
        &header,
        rows.iter().map(|row| {
            vec![
                row.inspection.clone(),
                row.label.clone().unwrap_or_default(),
                row.position.to_string(),
                row.kind.to_string(),
                row.text.clone(),
                row.ours.map(flag).unwrap_or_default(),
                row.owner.clone().unwrap_or_default(),
                row.outcome.map(|outcome| outcome.to_string()).unwrap_or_default(),
                row.standing.due.map(|due| due.to_string()).unwrap_or_default(),
                row.standing.target.map(|target| target.to_string()).unwrap_or_default(),
                row.standing.status.to_string(),
                flag(row.standing.open),
                row.standing.days_past.map(|days| days.to_string()).unwrap_or_default(),
            ]
        }),
    )
}

/// The items as a Markdown table, whole texts.
pub fn items_markdown(rows: &[ItemRow]) -> String {
    let header: Vec<&str> = HEADER.iter().map(|(header, _)| *header).collect();
    markdown_table(
        &header,
        rows.iter().map(|row| {
            let mut cells = cells(row, usize::MAX);
            cells[0] = row.name();
            cells[3] = row.owner.clone().unwrap_or_default();
            cells[6].clone_from(&row.text);
            cells
        }),
    )
}

/// An item's status and deadline on a line of `show`: "open; due 31 Aug 2024".
pub(super) fn item_line(standing: &crate::duty::ItemStanding) -> String {
    let mut words = if standing.status.is_final() {
        status_words(standing.status).to_owned()
    } else {
        item_words(standing)
    };
    if standing.due.is_some() {
        words.push_str(&format!("; due {}", short_deadline(standing.due)));
    }
    if let Some(target) = standing.target {
        words.push_str(&format!("; own target {}", short_date(target)));
    }
    words
}
