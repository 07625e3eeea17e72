//! Values of the right meaning in the wrong form.

use super::super::field::FieldKind;
use super::super::{wording, written};
use crate::diagnostic::Fix;
use crate::model::{PartialDate, parse_typed_date, reads_two_ways};
use crate::text::{Edit, Span, near};

/// A date as people type it, in the form of a record; a guess where it could be read another way.
pub(in crate::schema) fn typed(span: Span, kind: FieldKind, typed: &str) -> Option<Fix> {
    let date = parse_typed_date(typed).ok()?;
    self::date(span, kind, date).map(|fix| fix.safe_if(!reads_two_ways(typed)))
}

/// A date in the form of a record; none where the key wants a day and the date is less precise.
pub(in crate::schema) fn date(span: Span, kind: FieldKind, date: PartialDate) -> Option<Fix> {
    let fits = !matches!(kind, FieldKind::Day) || date.day().is_some();
    fits.then(|| Fix::write(span, written::date(date)))
}

/// The day of a date with a time: certain at midnight, here or in Greenwich, when the time carries nothing; a guess at another
/// hour of the day; and none where a zone could make it another day.
pub(in crate::schema) fn midnight(span: Span, raw: &str) -> Option<Fix> {
    let day = raw.get(..10).and_then(PartialDate::from_record_text)?;
    let time = raw.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let here = time.strip_suffix(['Z', 'z']).unwrap_or(time);
    let is_midnight = here.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'));
    let has_zone = here.len() < time.len() || here.contains(['+', '-']);
    (is_midnight || !has_zone).then(|| Fix::write(span, written::date(day)).safe_if(is_midnight))
}

/// One date where a list is wanted.
pub(in crate::schema) fn in_list(span: Span, written: &str) -> Option<Fix> {
    let bare = written.trim_matches(['"', '\'']);
    let date = PartialDate::from_record_text(bare).or_else(|| parse_typed_date(bare).ok())?;
    let with = format!("[{}]", written::date(date));
    Some(Fix::write(span, with).safe_if(!reads_two_ways(bare)))
}

/// One text where a list is wanted; none where it may be several, as in "A and B" or "A, B".
pub(in crate::schema) fn in_brackets(span: Span, kind: FieldKind, text: &str) -> Option<Fix> {
    if matches!(kind, FieldKind::Forces) && text.trim().eq_ignore_ascii_case("all") {
        return Some(Fix::write(span, "\"all\""));
    }
    let is_one = !text.trim().is_empty()
        && !text.contains([',', ';', '&', '\n', '/'])
        && !text.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    let edits = vec![Edit::insert(span.start, "["), Edit::insert(span.end, "]")];
    is_one.then(|| Fix::safe("put it in square brackets", edits))
}

/// A number or a date where a text is wanted, in quotes as it is written.
pub(in crate::schema) fn text(span: Span, kind: FieldKind, raw: &str) -> Option<Fix> {
    let is_plain = raw.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    (is_plain && !matches!(kind, FieldKind::Url)).then(|| Fix::write(span, written::quoted(raw)))
}

/// A number in quotes, or with zeros before it.
pub(in crate::schema) fn count(span: Span, text: &str, most: u32) -> Option<Fix> {
    let digits = text.trim();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = digits.parse().ok().filter(|number| is_number && *number <= most)?;
    Some(Fix::write(span, number.to_string()))
}

/// A truth value in quotes or in other letters; yes and no, and by a guess what else may mean them.
pub(in crate::schema) fn flag(span: Span, text: &str) -> Option<Fix> {
    let meant = wording::flag(text)?;
    let word = text.trim().to_ascii_lowercase();
    let is_certain = word == meant || word == "yes" || word == "no";
    Some(Fix::write(span, meant).safe_if(is_certain))
}

/// A word of a closed list in other letters or with spaces; a guess where it is spelt otherwise.
pub(in crate::schema) fn word(span: Span, words: &[&'static str], text: &str) -> Option<Fix> {
    let folded = text.trim().to_lowercase().replace([' ', '_'], "-");
    if let Some(word) = words.iter().find(|word| **word == folded) {
        return Some(Fix::write(span, written::quoted(word)));
    }
    let found = near(text, words.iter().copied()).filter(|near| near.is_sole)?;
    let edits = vec![Edit::replace(span, written::quoted(found.word))];
    Some(Fix::safe(format!("write \"{}\"", found.word), edits).safe_if(false))
}
