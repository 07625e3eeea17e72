//! Machine output: types of its own, one object each, keys only ever added.

mod check;
mod due;
mod items;
mod laid_out;
mod list;
mod schema;
mod show;
mod started;
mod written;

pub use check::check_json;
pub use due::due_json;
pub use items::items_json;
pub use laid_out::laid_out_json;
pub use list::{DaysLateJson, LastDayJson, LeftOutJson, list_json};
pub use schema::{Sees, UNSAID_OF_RECORDS, UNSAID_OF_SETTINGS, Unsaid, record_schema, settings_schema};
pub use show::show_json;
pub use started::started_json;
pub use written::{answer_json, renamed_json, written_json};

use crate::text::is_hidden;

/// The version of every object; a later one only adds keys.
pub const VERSION: u32 = 1;

/// Writes an object as readable JSON with a last line end. Characters that steer a terminal or hide are written as
/// JSON's own escapes, so that the value is the same and nothing of it works on a screen.
pub(super) fn pretty(object: &impl serde::Serialize) -> String {
    // Serialising these types to memory cannot fail: their keys are texts and their writer is a String.
    let mut plain = serde_json::to_string_pretty(object).unwrap_or_default();
    plain.push('\n');
    if !plain.chars().any(|c| c != '\n' && is_hidden(c)) {
        return plain; // nearly always: a long report is not copied
    }
    let mut text = String::with_capacity(plain.len() + 16);
    for c in plain.chars() {
        if c != '\n' && is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::pretty;

    #[test]
    fn what_steers_is_escaped_and_the_value_stays() {
        let value = "a\u{202e}b\u{9b}c\u{e0041}d\u{1b}e\nf\u{7f}ŵ";
        let text = pretty(&value);
        assert_eq!(text, "\"a\\u202eb\\u009bc\\udb40\\udc41d\\u001be\\nf\\u007fŵ\"\n");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), value);
    }
}
