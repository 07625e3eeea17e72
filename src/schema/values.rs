//! Reads one value as its field wants it, or reports why not.

use chrono::NaiveDate;

use super::faults::{BAD_DATE, DATE_FORM, VALUE_NOT_ALLOWED, WRONG_TYPE};
use super::field::FieldKind;
use super::sink::Sink;
use super::tree::{NodeId, Tree, Value};
use super::written;
use crate::model::{Comments, Forces, PartialDate, Text, TypedDateFault, parse_typed_date};
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
        match kind {
            FieldKind::Text | FieldKind::Prose | FieldKind::Url => {
                self.text(key, kind, id).map(FieldValue::Text)
            }
            FieldKind::Texts => self.texts(key, kind, id).map(FieldValue::Texts),
            FieldKind::Word(words) => self.word(key, words, id).map(FieldValue::Word),
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

    fn text(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Text<'a>> {
        match &self.tree.node(id).value {
            Value::String(text) => Some(text.clone()),
            Value::Integer(number) => {
                let help = format!("put it in quotes: \"{number}\"");
                self.wrong_type(key, kind, id, Some(help))
            }
            Value::DateTime(raw) => {
                self.wrong_type(key, kind, id, Some(format!("put it in quotes: \"{raw}\"")))
            }
            _ => self.wrong_type(key, kind, id, None),
        }
    }

    fn texts(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<Vec<Text<'a>>> {
        match &self.tree.node(id).value {
            Value::Array => {
                let items: Vec<_> =
                    self.tree.children(id).map(|item| self.text(key, FieldKind::Text, item)).collect();
                items.into_iter().collect()
            }
            Value::String(_) => {
                self.wrong_type(key, kind, id, Some("put it in square brackets: [\"…\"]".into()))
            }
            _ => self.wrong_type(key, kind, id, None),
        }
    }

    fn word(&self, key: &str, words: &'static [&'static str], id: NodeId) -> Option<usize> {
        let kind = FieldKind::Word(words);
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
        self.sink.report(
            &VALUE_NOT_ALLOWED,
            node.span,
            message,
            "not one of the words allowed here",
            Some(help),
        );
        None
    }

    fn date(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<PartialDate> {
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
                self.sink.report(&DATE_FORM, span, message, "a time of day has no place here", Some(help));
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
            self.sink.report(&DATE_FORM, span, message, "read as a number", Some(format!("write {date}")));
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
                let message = format!("`{key}` is a date in a form that other programs misread");
                let help = format!("write {}, which is {}", written::date(date), date.in_words());
                self.sink.report(&DATE_FORM, span, message, "not in the form of a record", Some(help));
            }
            Err(TypedDateFault::NotInCalendar) => {
                let message = format!("`{key}`: there is no such day as {shown}");
                self.sink.report(&BAD_DATE, span, message, "not in the calendar", None);
            }
            Err(TypedDateFault::YearOutOfRange(_)) => return self.out_of_range(key, text, span),
            Err(TypedDateFault::NotADate) => {
                let message = format!("`{key}` must be {}", kind.allowed());
                self.sink.report(&DATE_FORM, span, message, "not a date", None);
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
            let help = "put it in square brackets: [2020-03-09]".to_owned();
            return self.wrong_type(key, kind, id, Some(help));
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
                self.wrong_type(key, kind, id, Some("write it without the quotes".into()))
            }
            _ => self.wrong_type(key, kind, id, None),
        }
    }

    fn flag(&self, key: &str, kind: FieldKind, id: NodeId) -> Option<bool> {
        match &self.tree.node(id).value {
            Value::Boolean(flag) => Some(*flag),
            Value::String(text) if text == "true" || text == "false" => {
                self.wrong_type(key, kind, id, Some(format!("write {text} without the quotes")))
            }
            _ => self.wrong_type(key, kind, id, None),
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
                self.wrong_type(key, kind, id, Some(format!("write [{key}] with single brackets")))
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
                self.wrong_type(key, kind, id, Some("write the header with double brackets: [[…]]".into()))
            }
            _ => self.wrong_type(key, kind, id, None),
        }
    }

    fn wrong_type<T>(&self, key: &str, kind: FieldKind, id: NodeId, help: Option<String>) -> Option<T> {
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
        let message = format!("`{key}` must be {}", kind.allowed());
        self.sink.report(&WRONG_TYPE, node.span, message, &format!("this is {found}"), help);
        None
    }
}
