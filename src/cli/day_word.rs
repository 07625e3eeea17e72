//! `today` and `yesterday` on a command line: a record never holds them, for there they would move.

use chrono::NaiveDate;

use crate::schema::{FieldKind, Table};

/// What was typed for a key of a table; where that holds a date, `today` and `yesterday` are the days that they are.
pub(super) fn day_meant(table: &Table, key: &str, typed: &str, today: NaiveDate) -> String {
    match table.field(key) {
        Some((_, field)) => day_of_kind(field.kind, typed, today),
        None => typed.to_owned(),
    }
}

/// The same for a kind of key.
pub(super) fn day_of_kind(kind: FieldKind, typed: &str, today: NaiveDate) -> String {
    use FieldKind::{Date, DateOrNone, Dates, Day, Visit};
    let day = match typed.trim().to_lowercase().as_str() {
        "today" => Some(today),
        "yesterday" => today.pred_opt(),
        _ => None,
    };
    match day.filter(|_| matches!(kind, Date | DateOrNone | Dates | Day | Visit)) {
        Some(day) => day.to_string(),
        None => typed.to_owned(),
    }
}
