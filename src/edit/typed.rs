//! What a person typed, as a record writes it.

use super::EditFault;
use crate::model::{
    EARLIEST_YEAR, LATEST_YEAR, PartialDate, TypedDateFault, day_in_words, parse_typed_date, weekday,
};
use crate::schema::{Field, FieldKind, written};
use crate::text::{nearest, visible};

/// The largest count that a record may hold.
const LARGEST_COUNT: u32 = 9_999;

/// A value as a record writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// On a line of its own; a text of several lines between triple quotes, with line feeds.
    pub long: String,
    /// On one line, as it must be between braces.
    pub short: String,
}

impl Written {
    pub(super) fn same(text: impl Into<String>) -> Self {
        let long = text.into();
        Self { short: long.clone(), long }
    }
}

/// Writes what was typed as the key wants it.
///
/// # Errors
/// The key may not hold it, or takes one value where several were typed.
pub fn write_value(field: &Field, typed: &[String]) -> Result<Written, EditFault> {
    if matches!(field.kind, FieldKind::Table(_) | FieldKind::Tables(_)) {
        return Err(EditFault::new(format!("`{}` is a table: set its keys one by one", field.key)));
    }
    if let Some(item) = item_kind(field.kind, typed) {
        if typed.is_empty() {
            return Err(EditFault::new(format!("`{}` wants a value", field.key)).hint(allowed(field)));
        }
        if matches!(field.kind, FieldKind::Visit) && typed.len() > 2 {
            return Err(EditFault::new(format!("`{}` has at most two dates", field.key)).hint(allowed(field)));
        }
        let items: Result<Vec<String>, _> =
            typed.iter().map(|typed| Ok(one(field, item, typed)?.short)).collect();
        return Ok(Written::same(format!("[{}]", items?.join(", "))));
    }
    match typed {
        [typed] => one(field, field.kind, typed),
        [] => Err(EditFault::new(format!("`{}` wants a value", field.key)).hint(allowed(field))),
        several => {
            let message = format!("`{}` has one value, and {} were given", field.key, several.len());
            Err(EditFault::new(message).hint("put a text with spaces in quotes"))
        }
    }
}

/// What each thing of a list is; none where the key holds no list.
fn item_kind(kind: FieldKind, typed: &[String]) -> Option<FieldKind> {
    match kind {
        FieldKind::Forces if matches!(typed, [all] if all.trim().eq_ignore_ascii_case("all")) => None,
        FieldKind::Forces | FieldKind::Texts => Some(FieldKind::Text),
        FieldKind::Dates | FieldKind::Visit => Some(FieldKind::Date),
        _ => None,
    }
}

fn one(field: &Field, kind: FieldKind, typed: &str) -> Result<Written, EditFault> {
    let typed = typed.strip_prefix('\u{feff}').unwrap_or(typed).replace("\r\n", "\n");
    let trimmed = typed.trim();
    let refuse = |message: String| Err(EditFault::new(message).hint(allowed(field)));
    if trimmed.is_empty() {
        return Err(EditFault::new(format!("`{}` cannot be empty", field.key)));
    }
    Ok(match kind {
        FieldKind::Text | FieldKind::Texts if trimmed.contains(['\n', '\r']) => {
            return Err(EditFault::new(format!("`{}` is a text on one line", field.key)));
        }
        FieldKind::Text | FieldKind::Texts => Written::same(written::quoted(trimmed)),
        FieldKind::Forces => Written::same(written::quoted("all")),
        // Blank lines around a text are those of the file it came from; the spaces before its first word are its own.
        FieldKind::Prose => {
            let text = typed.trim_start_matches(['\n', '\r']).trim_end();
            Written { long: written::prose(text), short: written::quoted(text) }
        }
        FieldKind::Url => Written::same(written::quoted(&web_address(trimmed).map_err(EditFault::new)?)),
        FieldKind::Word(list) => Written::same(written::quoted(word(field.key, list.words, trimmed)?)),
        FieldKind::DateOrNone if trimmed.eq_ignore_ascii_case("none") => Written::same("\"none\""),
        FieldKind::Date | FieldKind::Dates | FieldKind::Visit | FieldKind::DateOrNone => {
            Written::same(written::date(typed_date(trimmed).map_err(EditFault::new)?))
        }
        FieldKind::Day => match typed_date(trimmed).map_err(EditFault::new)? {
            PartialDate::Day(day) => Written::same(day.to_string()),
            other => {
                return refuse(format!("`{}` must be a day, and {} is none", field.key, other.in_words()));
            }
        },
        FieldKind::Count => match trimmed.parse::<u32>() {
            Ok(count) if count <= LARGEST_COUNT && !trimmed.starts_with('+') => {
                Written::same(count.to_string())
            }
            _ => return refuse(format!("`{}` cannot be {}", field.key, visible(trimmed))),
        },
        FieldKind::Flag => match trimmed.to_lowercase().as_str() {
            "true" | "yes" => Written::same("true"),
            "false" | "no" => Written::same("false"),
            _ => {
                let fault = EditFault::new(format!("`{}` cannot be {}", field.key, visible(trimmed)));
                return Err(fault.hint("allowed: yes or no (or true, false)"));
            }
        },
        FieldKind::Table(_) | FieldKind::Tables(_) => return refuse(format!("`{}` is a table", field.key)),
    })
}

fn allowed(field: &Field) -> String {
    format!("allowed: {}", field.kind.allowed())
}

/// Reads a word of a closed list, whatever its letter case and with spaces for hyphens.
pub(super) fn word(
    key: &str,
    words: &'static [&'static str],
    typed: &str,
) -> Result<&'static str, EditFault> {
    let folded = typed.to_lowercase().replace([' ', '_'], "-");
    if let Some(word) = words.iter().find(|word| **word == folded) {
        return Ok(word);
    }
    let fault = EditFault::new(format!("`{key}` cannot be {}", visible(typed)));
    let fault = match nearest(typed, words.iter().copied()) {
        Some(near) => fault.hint(format!("did you mean {near}?")),
        None => fault,
    };
    Err(fault.hint(format!("allowed: {}", words.join(", "))))
}

/// Reads a date as people type it, or says in a sentence why it is none.
pub fn typed_date(typed: &str) -> Result<PartialDate, String> {
    let shown = visible(typed);
    parse_typed_date(typed).map_err(|fault| match fault {
        TypedDateFault::NotADate => format!(
            "`{shown}` is no date; write 2020-03-09, 9/3/2020, 9 March 2020, March 2020, 2020 or unknown"
        ),
        TypedDateFault::NotInCalendar => {
            format!("there is no such day as {shown}; numbers are read day first: 26/03/2020 is 26 March")
        }
        TypedDateFault::OtherWeekday(day) => {
            format!("`{shown}`: {} is a {}", day_in_words(day), weekday(day))
        }
        TypedDateFault::YearOutOfRange(year) => {
            format!("the year {year} is out of range: {EARLIEST_YEAR} to {LATEST_YEAR}")
        }
    })
}

/// Reads a web address, or says in a sentence why it is none.
pub fn web_address(typed: &str) -> Result<String, String> {
    let typed = typed.trim();
    let lower = typed.to_lowercase();
    if (lower.starts_with("https://") || lower.starts_with("http://")) && !typed.contains(char::is_whitespace)
    {
        Ok(typed.to_owned())
    } else {
        Err(format!("`{}` is no web address: one begins with https://", visible(typed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{INSPECTION, RECOMMENDATION, RESPONSE, Table, UPDATE};

    fn write(table: &Table, key: &str, typed: &[&str]) -> Result<Written, EditFault> {
        let typed: Vec<String> = typed.iter().map(|typed| (*typed).to_owned()).collect();
        write_value(table.field(key).unwrap().1, &typed)
    }

    #[test]
    fn what_people_type_is_written_as_a_record_wants_it() {
        for (table, key, typed, wanted) in [
            (&INSPECTION, "title", &["  A \"title\" "][..], r#""A \"title\"""#),
            (&INSPECTION, "published", &["9 March 2020"], "2020-03-09"),
            (&INSPECTION, "published", &["March 2020"], "\"2020-03\""),
            (&INSPECTION, "published", &["unknown"], "\"unknown\""),
            (&INSPECTION, "type", &["Child Protection"], "\"child-protection\""),
            (&INSPECTION, "corrected", &["9/3/2020", "2020"], "[2020-03-09, \"2020\"]"),
            (&INSPECTION, "inspected", &["2019-10", "2019-11"], "[\"2019-10\", \"2019-11\"]"),
            (&INSPECTION, "forces", &["ALL"], "\"all\""),
            (&INSPECTION, "forces", &["A", "B"], "[\"A\", \"B\"]"),
            (&INSPECTION, "recommendations_made", &["08"], "8"),
            (&INSPECTION, "key_findings", &["\r\n one\r\n\r\ntwo\r\n"], "\"\"\"\n one\n\ntwo\"\"\""),
            (&RECOMMENDATION, "ours", &["Yes"], "true"),
            (&RECOMMENDATION, "label", &["3"], "\"3\""),
            (&UPDATE, "date", &["1.2.2021"], "2021-02-01"),
            (&RESPONSE, "comments_received", &["None"], "\"none\""),
            (&RESPONSE, "comments_received", &["2020-03-01"], "2020-03-01"),
        ] {
            let written = write(table, key, typed).map(|written| written.long);
            assert_eq!(written.as_deref(), Ok(wanted), "{key} {typed:?}");
        }
        let prose = write(&RESPONSE, "reply", &["a\n\"b\""]).unwrap();
        assert_eq!(
            (prose.long.as_str(), prose.short.as_str()),
            ("\"\"\"\na\n\"b\\\"\"\"\"", r#""a\n\"b\"""#)
        );
    }

    #[test]
    fn what_a_key_may_not_hold_is_refused_with_what_it_may() {
        for (table, key, typed, message, hint) in [
            (&INSPECTION, "title", &[" "][..], "`title` cannot be empty", ""),
            (&INSPECTION, "title", &["a", "b"], "has one value, and 2 were given", "quotes"),
            (&INSPECTION, "title", &["a\nb"], "is a text on one line", ""),
            (&INSPECTION, "url", &[""], "`url` cannot be empty", ""),
            (&INSPECTION, "url", &["www.example.org"], "is no web address", ""),
            (&INSPECTION, "published", &["30 February 2020"], "no such day", ""),
            (&INSPECTION, "published", &["soon"], "is no date", ""),
            (&INSPECTION, "published", &["2020-03-09", "2020"], "has one value", ""),
            (&INSPECTION, "inspected", &["2019", "2020", "2021"], "at most two dates", ""),
            (
                &INSPECTION,
                "type",
                &["nationl"],
                "`type` cannot be nationl",
                "did you mean national?\nallowed: ",
            ),
            (&INSPECTION, "recommendations_made", &["10000"], "cannot be 10000", "from 0 to 9999"),
            (&INSPECTION, "recommendations_made", &["-1"], "cannot be -1", "from 0 to 9999"),
            (&INSPECTION, "recommendations_made", &["+1"], "cannot be +1", "from 0 to 9999"),
            (&INSPECTION, "follows", &[], "wants a value", "a list of texts"),
            (&RECOMMENDATION, "ours", &["maybe"], "`ours` cannot be maybe", "allowed: yes or no"),
            (&UPDATE, "date", &["March 2020"], "must be a day, and March 2020 is none", "2020-03-09"),
            (&RESPONSE, "sent_to", &["x"], "is a table", ""),
        ] {
            let fault = write(table, key, typed).unwrap_err();
            assert!(fault.message.contains(message), "{key}: {fault:?}");
            assert!(fault.hints.join("\n").contains(hint), "{key}: {fault:?}");
        }
    }
}
