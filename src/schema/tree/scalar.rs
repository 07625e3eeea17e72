//! Values without quotes: numbers, truth values, dates, and texts whose quotes are missing.

use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::{ParseError, Raw, Span as Place};

use super::builder::{Builder, span_of};
use super::fault::line_end;
use super::{SyntaxFault, SyntaxFaultKind, Value};
use crate::model::{PartialDate, Text, parse_typed_date};
use crate::text::Span;

impl<'s> Builder<'s, '_, '_> {
    /// Reads a value that is neither array nor table.
    pub(super) fn value(&mut self, place: Place, encoding: Option<Encoding>) -> Value<'s> {
        if place.is_empty() {
            let fault =
                SyntaxFault::new(SyntaxFaultKind::Syntax, span_of(place), "expected a value after the `=`");
            self.report(fault.help("write a value, or remove the key"));
            return Value::Broken;
        }
        match encoding {
            Some(encoding) => self.string(place, encoding),
            None => self.unquoted_value(place),
        }
    }

    fn unquoted_value(&mut self, place: Place) -> Value<'s> {
        let written = self.text(place);
        match written {
            "true" => return Value::Boolean(true),
            "false" => return Value::Boolean(false),
            _ if is_day(written) => return self.day(written, place),
            _ => {}
        }
        let mut decoded = Text::Borrowed("");
        let mut is_sound = true;
        let raw = Raw::new_unchecked(written, None, place);
        let kind = raw.decode_scalar(&mut decoded, &mut |_: ParseError| is_sound = false);
        match kind {
            ScalarKind::Boolean(is) if is_sound => Value::Boolean(is),
            ScalarKind::Integer(radix) if is_sound => match i64::from_str_radix(&decoded, radix.value()) {
                Ok(number) => Value::Integer(number),
                Err(_) => self.broken(
                    place,
                    "this number is empty or too large",
                    "put a text between double quotes",
                ),
            },
            ScalarKind::Float if is_sound && decoded.parse::<f64>().is_ok() => Value::Float,
            ScalarKind::DateTime if is_sound => self.date_time(written, place),
            _ => self.not_a_value(written, place),
        }
    }

    fn day(&self, written: &'s str, place: Place) -> Value<'s> {
        let part = |range: std::ops::Range<usize>| written[range].parse::<u32>().unwrap_or(0);
        let year = i32::try_from(part(0..4)).unwrap_or(0); // four digits
        match chrono::NaiveDate::from_ymd_opt(year, part(5..7), part(8..10)) {
            Some(_) => Value::DateTime(written),
            None => self.not_in_calendar(place),
        }
    }

    fn date_time(&self, written: &'s str, place: Place) -> Value<'s> {
        if written.parse::<toml::value::Datetime>().is_ok() {
            if let Some(time) = without_seconds(written) {
                let span = Span::new(place.start() + time.start, place.start() + time.end);
                let message = "a time without seconds is new in TOML 1.1";
                let fault = SyntaxFault::new(SyntaxFaultKind::Toml11, span, message);
                self.report(fault.help("write the seconds as well, as in `10:30:00`"));
            }
            return Value::DateTime(written);
        }
        let after_day = written.get(..10).filter(|day| is_day(day)).map_or(written, |_| &written[10..]);
        let time = after_day.strip_prefix(['T', 't', ' ']).unwrap_or(after_day).as_bytes();
        if matches!(time, [b'0'..=b'9', b'0'..=b'9', b':', ..]) {
            self.not_in_calendar(place)
        } else {
            self.without_quotes(place)
        }
    }

    #[cold]
    fn not_in_calendar(&self, place: Place) -> Value<'s> {
        let message = "there is no such day or time";
        let fault = SyntaxFault::new(SyntaxFaultKind::BadDate, span_of(place), message);
        self.report(fault.help("look at the day of the month and the number of the month"));
        Value::Broken
    }

    #[cold]
    fn not_a_value(&self, written: &str, place: Place) -> Value<'s> {
        let folded = written.to_ascii_lowercase();
        if matches!(&*folded, "true" | "false") {
            return self.broken(
                place,
                "a truth value is written in small letters",
                "write `true` or `false`",
            );
        }
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        let points = written.bytes().filter(|byte| *byte == b'.').count();
        let is_number = written.bytes().all(|byte| byte.is_ascii_hexdigit() || b"+-._xXoObB".contains(&byte));
        if is_number && points < 2 && digits > 0 && !written.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let help = "a number does not begin with 0 and has no spaces or commas; a text stands between double quotes";
            return self.broken(place, "this is not a number as TOML writes it", help);
        }
        self.without_quotes(place)
    }

    fn broken(&self, place: Place, message: &'static str, help: &str) -> Value<'s> {
        self.report(SyntaxFault::new(SyntaxFaultKind::Syntax, span_of(place), message).help(help));
        Value::Broken
    }

    #[cold]
    fn without_quotes(&self, place: Place) -> Value<'s> {
        let mut span = span_of(place);
        let text = self.source.input();
        if !self.is_nested() {
            let line = &text[span.start..line_end(text, span.start)];
            let value = line.split('#').next().unwrap_or(line).trim_end();
            span.end = span.end.max(span.start + value.len());
        }
        let message = "this text stands without quotes";
        let fault = SyntaxFault::new(SyntaxFaultKind::Unquoted, span, message);
        self.report(fault.help(quoting_help(&text[span.start..span.end])));
        Value::Broken
    }
}

fn quoting_help(written: &str) -> String {
    const CURLY: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»'];
    if written.starts_with(CURLY) || written.ends_with(CURLY) {
        return "the quotes are curly: write straight ones, as in \"text\"".to_owned();
    }
    if let Ok(PartialDate::Day(day)) = parse_typed_date(written) {
        return format!("write a date as year, month and day: {day}");
    }
    if matches!(written.to_ascii_lowercase().as_str(), "yes" | "no" | "true" | "false" | "on" | "off") {
        return "write true or false, in small letters and without quotes; a text stands between double quotes".to_owned();
    }
    "put a text between double quotes, as in \"text\"".to_owned()
}

fn is_day(written: &str) -> bool {
    let bytes = written.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Finds a time of hours and minutes only, in a date-time that is valid.
fn without_seconds(written: &str) -> Option<Span> {
    let colon = written.find(':')?;
    let has_seconds = written.as_bytes().get(colon + 3) == Some(&b':');
    (!has_seconds).then(|| Span::new(colon.saturating_sub(2), colon + 3))
}
