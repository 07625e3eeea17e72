//! What is said of a value once it is known what belongs in its place.

use super::field::FieldKind;
use super::written;
use crate::diagnostic::Finding;
use crate::model::{PartialDate, other_reading};
use crate::text::visible;

/// What belongs where a truth value is wanted.
pub(super) const TRUE_OR_FALSE: &str = "write true or false, without quotes";
/// What belongs where a number is wanted.
pub(super) const WHOLE_NUMBER: &str = "write a whole number, 0 or more, in digits and without quotes";

/// The truth value that a word means.
pub(super) fn flag(word: &str) -> Option<&'static str> {
    match word.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" | "on" => Some("true"),
        "false" | "no" | "n" | "off" => Some("false"),
        _ => None,
    }
}

/// Says of a value without quotes what its key wants: quotes would be wrong where no text belongs.
pub(super) fn unquoted(text: &str, kind: FieldKind, finding: &mut Finding) {
    let found = text.get(finding.place.byte_start..finding.place.byte_end).unwrap_or("");
    let (message, help) = match kind {
        FieldKind::Flag => {
            let help = flag(found).map_or_else(|| TRUE_OR_FALSE.to_owned(), |meant| format!("write {meant}"));
            (format!("`{}` is neither true nor false", visible(found)), help)
        }
        FieldKind::Count => (format!("`{}` is no whole number", visible(found)), WHOLE_NUMBER.to_owned()),
        FieldKind::Date | FieldKind::Dates | FieldKind::Day | FieldKind::DateOrNone | FieldKind::Visit => {
            (format!("`{}` is no date", visible(found)), format!("write {}", kind.allowed()))
        }
        _ => return,
    };
    finding.message = message;
    finding.label = "not allowed here".into();
    finding.help = Some(help);
}

/// What to write for a date as it was typed: both where it can be read in two ways.
pub(super) fn date(typed: &str, date: PartialDate) -> String {
    let way = |date: PartialDate| format!("{}, which is {}", written::date(date), date.in_words());
    match other_reading(typed) {
        Some(other) => format!("write {}, or {}", way(date), way(other)),
        None => format!("write {}", way(date)),
    }
}
