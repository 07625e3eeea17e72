//! Reads one value as its field wants it, or reports why not.

use chrono::NaiveDate;

use super::faults::{BAD_DATE, DATE_FORM, UNQUOTED_TEXT, VALUE_NOT_ALLOWED, WRONG_TYPE};
use super::field::FieldKind;
use super::mends;
use super::sink::Sink;
use super::tree::{NodeId, Tree, Value};
use super::wording;
use crate::diagnostic::Fix;
use crate::model::{ClosedWords, Comments, Forces, PartialDate, Text, TypedDateFault, parse_typed_date};
use crate::text::{Span, nearest, visible};

/// A value that was read as its field wants it.
#[derive(Debug, Clone)]
pub(super) enum FieldValue<'a> {
    Text(Text<'a>),
    Texts(Vec<Text<'a>>),
    /// The position of the word in its list.
    Word(usize),
    Date(PartialDate),
    Dates(Vec<PartialDate>),
    Day(NaiveDate),
    Comments(Comments),
    Count(u32),
    Flag(bool),
    Forces(Forces<'a>),
    Table(NodeId),
    Tables(Vec<NodeId>),
}

const MOST: u32 = 9_999;

/// Reads the values of a tree.
pub(super) struct Values<'t, 'a, 's> {
    pub tree: &'t Tree<'a>,
    pub sink: &'s Sink<'a>,
}

impl<'a> Values<'_, 'a, '_> {
    /// Reads a node as a field of this kind wants it; `None` once a fault is reported.
    pub(super) fn read(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<FieldValue<'a>> {
        if self.is_broken(kind, id) {
            return None;
        }
        match kind {
            FieldKind::Text | FieldKind::Prose | FieldKind::Url => {
                self.text(key, kind, id).map(FieldValue::Text)
            }
            FieldKind::Texts => self.texts(key, kind, id).map(FieldValue::Texts),
            FieldKind::Word(list) => self.word(key, list, id).map(FieldValue::Word),
            FieldKind::Date => self.date(key, kind, id).map(FieldValue::Date),
            FieldKind::Dates => self.dates(key, kind, id).map(FieldValue::Dates),
            FieldKind::Visit => self.visit(key, kind, id).map(FieldValue::Dates),
            FieldKind::Day => self.day(key, kind, id).map(FieldValue::Day),
            FieldKind::DateOrNone => self.date_or_none(key, kind, id).map(FieldValue::Comments),
            FieldKind::Count => self.count(key, kind, id).map(FieldValue::Count),
            FieldKind::Flag => self.flag(key, kind, id).map(FieldValue::Flag),
            FieldKind::Forces => self.forces(key, kind, id).map(FieldValue::Forces),
            FieldKind::Table(_) => self.table(key, kind, id).map(FieldValue::Table),
            FieldKind::Tables(_) => self.tables(key, kind, id).map(FieldValue::Tables),
        }
    }

    /// Whether a value could not be read: its fault is reported already, and what would mend it depends on the field.
    fn is_broken(&self, kind: FieldKind, id: NodeId) -> bool {
        let node = self.tree.node(id);
        let is_broken = matches!(node.value, Value::Broken);
        if is_broken {
            let text = self.sink.source.text;
            self.sink.mend(node.span.start, |rule, span| mends::unquoted(text, rule, span, kind, MOST));
            self.sink
                .reword(node.span.start, &UNQUOTED_TEXT, |finding| wording::unquoted(text, kind, finding));
        }
        is_broken
    }

    /// A value as it is written.
    fn written(&self, id: NodeId) -> &'a str {
        let span = self.tree.node(id).span;
        self.sink.source.text.get(span.start..span.end).unwrap_or("")
    }

    fn text(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Text<'a>> {
        let fix = mends::text(self.tree.node(id).span, kind, self.written(id));
        self.text_or(&format!("`{key}`"), kind, id, fix)
    }

    /// A text of a list. A number there may be more than a text without quotes, so that mending it is a guess.
    fn text_in_list(&self, key: &str, id: NodeId) -> Option<Text<'a>> {
        let fix = mends::text(self.tree.node(id).span, FieldKind::Text, self.written(id));
        self.text_or(&format!("each of `{key}`"), FieldKind::Text, id, fix.map(|fix| fix.safe_if(false)))
    }

    fn text_or(&self, what: &str, kind: FieldKind, id: NodeId, fix: Option<Fix>) -> Option<Text<'a>> {
        let node = self.tree.node(id);
        let help = match &node.value {
            Value::String(text) => return Some(text.clone()),
            Value::Integer(number) => Some(format!("put it in quotes: \"{number}\"")),
            Value::DateTime(raw) => Some(format!("put it in quotes: \"{raw}\"")),
            Value::Float => None,
            _ => return self.refused(what, kind, id, None, None),
        };
        self.refused(what, kind, id, help, fix)
    }

    fn texts(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Vec<Text<'a>>> {
        match &self.tree.node(id).value {
            Value::Array => {
                let items: Vec<_> = self.tree.children(id).map(|item| self.text_in_list(key, item)).collect();
                items.into_iter().collect()
            }
            Value::String(text) => {
                let help = Some("put it in square brackets: [\"…\"]".into());
                let fix = mends::in_brackets(self.tree.node(id).span, kind, text);
                self.mendable(key, kind, id, help, fix)
            }
            _ => self.wrong_type(key, kind, id, None),
        }
    }

    fn word(&self, key: &str, list: &'static ClosedWords, id: NodeId) -> Option<usize> {
        let (kind, words) = (FieldKind::Word(list), list.words);
        let node = self.tree.node(id);
        let Value::String(text) = &node.value else { return self.wrong_type(key, kind, id, None) };
        if let Some(at) = words.iter().position(|word| word == text) {
            return Some(at);
        }
        let message = format!("`{key}` cannot be \"{}\"", visible(text));
        let allowed = format!("allowed: {}", words.join(", "));
        let help = match nearest(text, words.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"? {allowed}"),
            None => allowed,
        };
        self.sink.report_mendable(
            &VALUE_NOT_ALLOWED,
            node.span,
            message,
            "not one of the words allowed here",
            Some(help),
            mends::word(node.span, words, text),
        );
        None
    }

    fn date(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<PartialDate> {
        if self.is_broken(kind, id) {
            return None;
        }
        let node = self.tree.node(id);
        match &node.value {
            Value::DateTime(raw) => self.native_date(key, raw, node.span),
            Value::String(text) => match PartialDate::from_record_text(text) {
                Some(date) => Some(date),
                None => self.typed_date(key, kind, text, node.span),
            },
            Value::Integer(number) => self.year(key, kind, *number, node.span),
            _ => self.wrong_type(key, kind, id, None),
        }
    }

    fn native_date(&self, key: &str, raw: &str, span: Span) -> Option<PartialDate> {
        match PartialDate::from_record_text(raw) {
            Some(date) => Some(date),
            None if raw.len() == 10 => self.out_of_range(key, raw, span),
            None => {
                let help = match raw.get(..10).and_then(PartialDate::from_record_text) {
                    Some(date) => format!("write {date}: calendar dates count, never hours"),
                    None => "write a date such as 2020-03-26".into(),
                };
                let message = format!("`{key}` is a date, without a time of day");
                let (label, fix) = ("a time of day has no place here", mends::midnight(span, raw));
                self.sink.report_mendable(&DATE_FORM, span, message, label, Some(help), fix);
                None
            }
        }
    }

    fn year(&self, key: &str, kind: FieldKind, number: i64, span: Span) -> Option<PartialDate> {
        let digits = number.to_string();
        if digits.len() == 8
            && let Some(date) =
                PartialDate::from_record_text(&format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))
        {
            let message = format!("`{key}` is a date, and dates have hyphens");
            let (help, fix) = (Some(format!("write {date}")), mends::date(span, kind, date));
            self.sink.report_mendable(&DATE_FORM, span, message, "read as a number", help, fix);
            return None;
        }
        match PartialDate::from_record_text(&digits) {
            Some(date) => Some(date),
            None if digits.len() == 4 => self.out_of_range(key, &digits, span),
            None => {
                let message = format!("`{key}` must be {}", kind.allowed());
                self.sink.report(&VALUE_NOT_ALLOWED, span, message, "no year", None);
                None
            }
        }
    }

    /// A text that is not one of a record's forms: says which form was probably meant.
    fn typed_date(&self, key: &str, kind: FieldKind, text: &str, span: Span) -> Option<PartialDate> {
        let shown = visible(text);
        match parse_typed_date(text) {
            Ok(date) => {
                let message = format!("`{key}` is a date, and not in the form of a record");
                let (help, fix) = (Some(wording::date(text, date)), mends::typed(span, kind, text));
                self.sink.report_mendable(
                    &DATE_FORM,
                    span,
                    message,
                    "a record has year, month, day",
                    help,
                    fix,
                );
            }
            Err(TypedDateFault::NotInCalendar | TypedDateFault::OtherWeekday(_)) => {
                let message = format!("`{key}`: there is no such day as {shown}");
                self.sink.report(&BAD_DATE, span, message, "not in the calendar", None);
            }
            Err(TypedDateFault::YearOutOfRange(_)) => return self.out_of_range(key, text, span),
            Err(TypedDateFault::NotADate) => {
                let message = format!("`{key}` must be {}", kind.allowed());
                let is_none = matches!(kind, FieldKind::DateOrNone) && text.eq_ignore_ascii_case("none");
                let fix = is_none.then(|| Fix::write(span, "\"none\""));
                self.sink.report_mendable(&DATE_FORM, span, message, "not a date", None, fix);
            }
        }
        None
    }

    fn out_of_range<T>(&self, key: &str, text: &str, span: Span) -> Option<T> {
        let message = format!("`{key}`: the year of {} is out of range", visible(text));
        let help = format!(
            "years from {} to {} are allowed",
            crate::model::EARLIEST_YEAR,
            crate::model::LATEST_YEAR
        );
        self.sink.report(&VALUE_NOT_ALLOWED, span, message, "no year of an inspection", Some(help));
        None
    }

    fn day(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<NaiveDate> {
        match self.date(key, kind, id)? {
            PartialDate::Day(day) => Some(day),
            other => {
                let message = format!("`{key}` must be a day");
                let label = format!(
                    "only {}",
                    if other == PartialDate::Unknown { "unknown".into() } else { other.in_words() }
                );
                let help = "write the day, such as 2020-06-01".to_owned();
                self.sink.report(&VALUE_NOT_ALLOWED, self.tree.node(id).span, message, &label, Some(help));
                None
            }
        }
    }

    fn dates(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Vec<PartialDate>> {
        if !matches!(self.tree.node(id).value, Value::Array) {
            let help = Some("put it in square brackets: [2020-03-09]".to_owned());
            let is_one =
                matches!(self.tree.node(id).value, Value::DateTime(_) | Value::String(_) | Value::Integer(_));
            let fix = mends::in_list(self.tree.node(id).span, self.written(id)).filter(|_| is_one);
            return self.mendable(key, kind, id, help, fix);
        }
        let items: Vec<_> =
            self.tree.children(id).map(|item| self.date(key, FieldKind::Date, item)).collect();
        items.into_iter().collect()
    }

    fn visit(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Vec<PartialDate>> {
        let dates = self.dates(key, kind, id)?;
        if dates.is_empty() || dates.len() > 2 {
            let message = format!("`{key}` must be {}", kind.allowed());
            self.sink.report(
                &VALUE_NOT_ALLOWED,
                self.tree.node(id).span,
                message,
                "one or two dates belong here",
                None,
            );
            return None;
        }
        Some(dates)
    }

    fn date_or_none(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Comments> {
        if matches!(&self.tree.node(id).value, Value::String(text) if text == "none") {
            return Some(Comments::NoneSubmitted);
        }
        self.date(key, kind, id).map(Comments::Received)
    }

    fn count(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<u32> {
        let node = self.tree.node(id);
        match &node.value {
            Value::Integer(number) => {
                let count = u32::try_from(*number).ok().filter(|count| *count <= MOST);
                if count.is_none() {
                    let message = format!("`{key}` cannot be {number}");
                    let help = format!("allowed: {}", kind.allowed());
                    self.sink.report(&VALUE_NOT_ALLOWED, node.span, message, "out of range", Some(help));
                }
                count
            }
            Value::String(text) if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() => {
                let help = Some("write it without the quotes".into());
                self.mendable(key, kind, id, help, mends::count(node.span, text, MOST))
            }
            _ => self.wrong_type(key, kind, id, Some(wording::WHOLE_NUMBER.to_owned())),
        }
    }

    fn flag(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<bool> {
        let node = self.tree.node(id);
        match &node.value {
            Value::Boolean(flag) => Some(*flag),
            Value::String(text) => {
                let help = match wording::flag(text) {
                    _ if text == "true" || text == "false" => format!("write {text} without the quotes"),
                    Some(meant) => format!("write {meant} without quotes"),
                    None => wording::TRUE_OR_FALSE.to_owned(),
                };
                self.mendable(key, kind, id, Some(help), mends::flag(node.span, text))
            }
            _ => self.wrong_type(key, kind, id, Some(wording::TRUE_OR_FALSE.to_owned())),
        }
    }

    fn forces(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Forces<'a>> {
        if matches!(&self.tree.node(id).value, Value::String(text) if text == "all") {
            return Some(Forces::All);
        }
        self.texts(key, kind, id).map(Forces::Named)
    }

    fn table(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<NodeId> {
        match self.tree.node(id).value {
            Value::Table(_) => Some(id),
            Value::Tables => {
                let help = Some(format!("write [{key}] with single brackets"));
                self.mendable(key, kind, id, help, mends::once(self.tree, self.sink.source.text, id))
            }
            _ => self.wrong_type(key, kind, id, None),
        }
    }

    fn tables(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Vec<NodeId>> {
        match self.tree.node(id).value {
            Value::Tables => Some(self.tree.children(id).collect()),
            Value::Array => {
                let items: Vec<_> = self.tree.children(id).map(|item| self.table(key, kind, item)).collect();
                items.into_iter().collect()
            }
            Value::Table(_) => {
                let help = Some("write the header with double brackets: [[…]]".into());
                let fix = mends::several(self.tree, self.sink.source.text, id)
                    .filter(|_| !self.sink.is_repeated(self.tree.node(id).key_span));
                self.mendable(key, kind, id, help, fix)
            }
            _ => self.wrong_type(key, kind, id, None),
        }
    }

    fn wrong_type<T>(&self, key: &str, kind: FieldKind, id: NodeId, help: Option<String>) -> Option<T> {
        self.mendable(key, kind, id, help, None)
    }

    /// Reports a value of the wrong type, with what would mend it.
    fn mendable<T>(
        &self,
        key: &str,
        kind: FieldKind,
        id: NodeId,
        help: Option<String>,
        fix: Option<Fix>,
    ) -> Option<T> {
        self.refused(&format!("`{key}`"), kind, id, help, fix)
    }

    /// The same for what is named in words.
    fn refused<T>(
        &self,
        what: &str,
        kind: FieldKind,
        id: NodeId,
        help: Option<String>,
        fix: Option<Fix>,
    ) -> Option<T> {
        let node = self.tree.node(id);
        let found = match &node.value {
            Value::Broken => return None, // its fault is reported already
            Value::String(_) => "text",
            Value::Integer(_) => "a whole number",
            Value::Float => "a number with a point",
            Value::Boolean(_) => "true or false",
            Value::DateTime(_) => "a date",
            Value::Array => "a list",
            Value::Tables => "a list of tables",
            Value::Table(_) => "a table",
        };
        let message = format!("{what} must be {}", kind.allowed());
        self.sink.report_mendable(&WRONG_TYPE, node.span, message, &format!("this is {found}"), help, fix);
        None
    }
}
