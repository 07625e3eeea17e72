//! Values without the quotes they need, by what their key wants.

use super::super::faults::{DATE_FORM, SYNTAX, UNQUOTED_TEXT};
use super::super::field::FieldKind;
use super::super::written;
use super::value::{count, flag, in_list, text as plain, typed, word};
use crate::diagnostic::{Fix, Rule};
use crate::text::{Edit, Span};

/// Pairs of quotes that programs for letters make of straight ones.
const CURLY: [(char, char); 4] = [('“', '”'), ('„', '“'), ('‘', '’'), ('«', '»')];
/// What must not be left where curly quotes were taken off.
const QUOTES: [char; 9] = ['"', '“', '”', '„', '‟', '‘', '‚', '«', '»'];

/// A value that stands without quotes, or that is no number as TOML writes it: `span` is what the fault points at.
pub(in crate::schema) fn unquoted(
    text: &str,
    rule: &'static Rule,
    span: Span,
    kind: FieldKind,
    most: u32,
) -> Option<Fix> {
    if ![&SYNTAX, &UNQUOTED_TEXT, &DATE_FORM].contains(&rule) {
        return None;
    }
    let found = text.get(span.start..span.end)?;
    let comment = after(text, span.end)?;
    let curly = (rule == &UNQUOTED_TEXT).then(|| within_curly(found)).flatten();
    let inner = curly.unwrap_or(found);
    if curly.is_none() && (found.starts_with(QUOTES) || found.ends_with(QUOTES)) {
        return None;
    }
    match kind {
        FieldKind::Count => count(span, inner, most),
        FieldKind::Flag => flag(span, inner),
        _ if rule == &SYNTAX => match kind {
            FieldKind::Text | FieldKind::Prose => plain(span, kind, inner),
            _ => None,
        },
        FieldKind::DateOrNone if inner.eq_ignore_ascii_case("none") => Some(Fix::write(span, "\"none\"")),
        FieldKind::Date | FieldKind::Day | FieldKind::DateOrNone => typed(span, kind, inner),
        FieldKind::Dates | FieldKind::Visit => in_list(span, inner),
        FieldKind::Word(list) => word(span, list.words, inner),
        FieldKind::Forces if inner.eq_ignore_ascii_case("all") => Some(Fix::write(span, "\"all\"")),
        FieldKind::Text | FieldKind::Prose | FieldKind::Url => quoted(text, span, inner, kind)
            .map(|fix| fix.safe_if(!comment && (curly.is_some() || is_plain(found)))),
        _ => None,
    }
}

/// What follows a value on its line: nothing or the next of a list, or, true, a comment. `None` for all else: then the fault
/// does not point at the whole value.
fn after(text: &str, end: usize) -> Option<bool> {
    let rest = text.get(end..)?;
    let next = rest.trim_start_matches([' ', '\t']);
    match next.chars().next() {
        None | Some('\n' | '\r' | ',' | ']' | '}') => Some(false),
        // `Report #3` is no comment to a person, whatever it is to the reader.
        Some('#') if rest.len() > next.len() && next.starts_with("# ") => Some(true),
        _ => None,
    }
}

fn within_curly(found: &str) -> Option<&str> {
    let pair = |(open, close)| found.strip_prefix(open)?.strip_suffix(close);
    CURLY.into_iter().find_map(pair).filter(|inner| !inner.contains(QUOTES))
}

/// A text on one line, put in quotes; none where it could go on, or be two things.
fn quoted(text: &str, span: Span, inner: &str, kind: FieldKind) -> Option<Fix> {
    let is_whole = !inner.is_empty()
        && !inner.ends_with([',', ';'])
        && !["\"\"\"", "'''", "="].iter().any(|other| inner.contains(other))
        && !goes_on(text, span.end);
    let is_address = inner.starts_with("https://") || inner.starts_with("http://");
    let fits = is_whole && (is_address || !matches!(kind, FieldKind::Url));
    fits.then(|| Fix::safe("put it in quotes", vec![Edit::replace(span, written::quoted(inner))]))
}

/// Whether nothing in a text can mean anything but itself.
fn is_plain(found: &str) -> bool {
    !found.contains(['#', '"', '\'', '[', ']', '{', '}', '\\'])
}

/// Whether the next line that has anything on it is the rest of a text: no comment, no header, and no key with a value.
fn goes_on(text: &str, end: usize) -> bool {
    let mut lines = text.get(end..).unwrap_or("").split('\n').skip(1).map(str::trim);
    let next = lines.find(|line| !line.is_empty()).unwrap_or("");
    let begins_key = next.split_once('=').is_some_and(|(key, _)| {
        key.trim().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.\"".contains(&byte))
    });
    !(next.is_empty() || next.starts_with(['#', '[', ']', '}']) || begins_key)
}
