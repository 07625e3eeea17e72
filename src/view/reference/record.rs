//! The page of a record: every table and key, from the table of fields.

use super::Given;
use super::markup::{PRINTED, block, cell, code, link, table, words};
use crate::schema::{Field, FieldKind, TABLES, Table};

/// How a date may be written, and what it says.
const DATES: [(&str, &str); 4] = [
    ("2020-03-09", "A day. No quotes are needed; with them it says the same"),
    ("\"2020-03\"", "A month: the day is not known"),
    ("\"2020\"", "A year; `2020` without quotes says the same"),
    ("\"unknown\"", "It happened, and nobody knows when"),
];

pub(super) fn page(_: &Given<'_>) -> String {
    let dates = DATES.iter().map(|(date, says)| vec![code(date), cell(says)]);
    let tables = TABLES.iter().map(|table| {
        let about = owner(table).map_or("The report, and all that stands below it.", |field| field.doc);
        vec![link(&shown(table), &shown(table)), cell(about)]
    });
    let mut page = format!(
        "{PRINTED}# A record\n\nOne TOML file in UTF-8 for each inspection report, with its response: \
         `records/ID.toml`. The id is made of small letters, digits and hyphens, at most 100 of them; folders below \
         `records/` are allowed. A key that does not stand here is an error.\n\n{}\
         ## Dates\n\nA date is written as precisely as it is known, from 1800 to 2199:\n\n{}",
        table(&["Table", "What it is"], tables),
        table(&["Written", "What it says"], dates)
    );
    page.extend(TABLES.iter().map(|table| one(table)));
    page
}

/// The key that a table stands behind; none for the record itself.
fn owner(table: &Table) -> Option<&'static Field> {
    TABLES
        .iter()
        .flat_map(|owner| owner.fields)
        .find(|field| inner(field).is_some_and(|inner| inner.path == table.path))
}

/// The table that stands behind a key.
fn inner(field: &Field) -> Option<&'static Table> {
    match field.kind {
        FieldKind::Table(table) | FieldKind::Tables(table) => Some(table),
        _ => None,
    }
}

/// A table as its header is written.
fn shown(table: &Table) -> String {
    match owner(table).map(|field| field.kind) {
        None => "The record itself".into(),
        Some(FieldKind::Tables(_)) => code(&format!("[[{}]]", table.path)),
        Some(_) => code(&format!("[{}]", table.path)),
    }
}

fn one(owner: &Table) -> String {
    let rows = owner.fields.iter().map(|field| {
        let heading = inner(field).map_or_else(|| path(owner, field), shown);
        let needed = if field.required { "yes" } else { "" };
        vec![link(&code(field.key), &heading), needed.into(), cell(field.doc)]
    });
    let index = table(&["Key", "Must be there", "What it means"], rows);
    let plain = owner.fields.iter().filter(|field| inner(field).is_none());
    let keys: String = plain.map(|field| key(owner, field)).collect();
    format!("## {}\n\n{index}{keys}", shown(owner))
}

fn path(owner: &Table, field: &Field) -> String {
    if owner.path.is_empty() { field.key.to_owned() } else { format!("{}.{}", owner.path, field.key) }
}

fn key(owner: &Table, field: &Field) -> String {
    let mut text = format!("### {}\n\n{}\n\n", code(&path(owner, field)), words(field.doc));
    if let FieldKind::Word(list) = field.kind {
        let rows = list.explained().map(|(word, meaning)| vec![code(&format!("\"{word}\"")), cell(meaning)]);
        text.push_str(&table(&["One of", "What it means"], rows));
    } else {
        text.push_str(&format!("- Holds {}.\n", words(&field.kind.allowed())));
    }
    if field.required {
        text.push_str("- Must be there.\n");
    }
    if let Some(default) = field.default {
        text.push_str(&format!("- Where it is left out: {}.\n", code(default)));
    }
    if field.private {
        text.push_str("- Private: it never stands on public pages.\n");
    }
    text.trim_end().to_owned() + "\n\n" + &block("toml", &format!("{} = {}", field.key, field.example))
}
