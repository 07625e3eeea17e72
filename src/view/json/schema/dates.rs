//! The forms of a date, as a JSON Schema says them.
//!
//! A date of TOML itself is a text of `format: date` to readers of schemas. tombi takes no text in quotes for one, so that each
//! form stands by itself.

use serde_json::{Value, json};

use super::parts::words;
use crate::model::{EARLIEST_YEAR, LATEST_YEAR};

/// The years from [`EARLIEST_YEAR`] to [`LATEST_YEAR`].
const YEAR: &str = "(18|19|20|21)[0-9]{2}";

const MONTH: &str = "(0[1-9]|1[0-2])";

/// The forms by their names.
pub(super) fn forms() -> Value {
    json!({
        "date": {
            "description": "A day as TOML writes it: 2020-03-09.",
            "type": "string", "format": "date", "pattern": format!("^{YEAR}-"),
        },
        "day-in-quotes": {
            "description": "A day in quotes: \"2020-03-09\".",
            "type": "string", "pattern": format!("^({})$", day()),
        },
        "date-in-quotes": {
            "description": "A month or a year where no more is known, or a day: \"2020-03\", \"2020\", \"2020-03-09\".",
            "type": "string", "pattern": format!("^({}|{YEAR}(-{MONTH})?)$", day()),
        },
        "year": {
            "description": "A year where no more is known: 2020.",
            "type": "integer", "minimum": EARLIEST_YEAR, "maximum": LATEST_YEAR,
        },
        "unknown": words(&["unknown"], &["It happened, and the day is not known."]),
        "none": words(&["none"], &["Asked for, and none came."]),
    })
}

/// A day of the calendar; 29 February in leap years only.
fn day() -> String {
    let long = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])";
    let short = "(0[469]|11)-(0[1-9]|[12][0-9]|30)";
    let february = "02-(0[1-9]|1[0-9]|2[0-8])";
    let leap = "(18|19|20|21)(0[48]|[2468][048]|[13579][26])|2000";
    format!("{YEAR}-({long}|{short}|{february})|({leap})-02-29")
}

/// A date in any precision.
pub(super) fn date() -> Value {
    any_of(&["date", "date-in-quotes", "year", "unknown"])
}

/// A value in any of the forms.
pub(super) fn any_of(forms: &[&str]) -> Value {
    let forms: Vec<Value> =
        forms.iter().map(|name| json!({ "$ref": format!("#/definitions/{name}") })).collect();
    json!({ "anyOf": forms })
}
