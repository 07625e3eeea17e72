//! Texts between quotes, and keys.

use toml_parser::decoder::Encoding;
use toml_parser::{ParseError, Raw, Span as Place};

use super::builder::{Builder, span_of};
use super::{SyntaxFault, SyntaxFaultKind, Value};
use crate::model::Text;
use crate::text::Span;

impl<'s> Builder<'s, '_, '_> {
    /// Reads a text between quotes.
    pub(super) fn string(&mut self, place: Place, encoding: Encoding) -> Value<'s> {
        self.quoted(place, encoding, false).map_or(Value::Broken, Value::String)
    }

    /// Reads one part of a key; none if it has a fault.
    pub(super) fn key(&mut self, place: Place, encoding: Option<Encoding>) -> Option<Text<'s>> {
        if let Some(encoding) = encoding {
            return self.quoted(place, encoding, true);
        }
        let key = self.text(place);
        if !key.is_empty()
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
        {
            return Some(Text::Borrowed(key));
        }
        self.report(faulty_key(key, span_of(place)));
        None
    }

    fn quoted(&mut self, place: Place, encoding: Encoding, is_key: bool) -> Option<Text<'s>> {
        let written = self.text(place);
        let quotes = if is_multi_line(encoding) { 3 } else { 1 };
        if let Some(plain) = plain(written, quotes).filter(|_| !(is_key && quotes == 3)) {
            return Some(Text::Borrowed(plain));
        }
        if is_unterminated(written, encoding) {
            self.report(unterminated(place, quotes));
            return None;
        }
        let has_escapes = matches!(encoding, Encoding::BasicString | Encoding::MlBasicString);
        if let Some(newer) = newer_escape(written).filter(|_| has_escapes) {
            let span = Span::new(place.start() + newer.start, place.start() + newer.end);
            let message = "this escape is new in TOML 1.1";
            let fault = SyntaxFault::new(SyntaxFaultKind::Toml11, span, message);
            self.report(fault.help("write it as `\\u` and four digits"));
        }
        let raw = Raw::new_unchecked(written, Some(encoding), place);
        let mut decoded = Text::Borrowed("");
        let mut is_sound = true;
        let mut sink = |error: ParseError| {
            is_sound = false;
            self.faults.borrow_mut().parser(&error);
        };
        if is_key {
            raw.decode_key(&mut decoded, &mut sink);
        } else {
            let _ = raw.decode_scalar(&mut decoded, &mut sink); // quotes make it a string
        }
        is_sound.then_some(decoded)
    }
}

fn is_multi_line(encoding: Encoding) -> bool {
    matches!(encoding, Encoding::MlBasicString | Encoding::MlLiteralString)
}

/// Returns what stands between the quotes if it means itself: no escape, no control character, and no carriage return but
/// those of line ends.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without an early end the compiler looks at many bytes at once"
)]
fn plain(written: &str, quotes: usize) -> Option<&str> {
    if written.len() < 2 * quotes || !written.ends_with(&written[..quotes]) {
        return None;
    }
    let inner = &written[quotes..written.len() - quotes];
    let special = inner.bytes().fold(false, |special, byte| {
        let is_blank = (byte == b'\n') | (byte == b'\t') | (byte == b'\r');
        special | ((byte < b' ') & !is_blank) | (byte == b'\\') | (byte == 0x7f)
    });
    if special || (inner.contains('\r') && (quotes == 1 || has_lone_return(inner))) {
        return None;
    }
    let behind = || inner.strip_prefix('\n').or_else(|| inner.strip_prefix("\r\n"));
    Some(if quotes == 3 { behind().unwrap_or(inner) } else { inner })
}

fn has_lone_return(text: &str) -> bool {
    text.match_indices('\r').any(|(at, _)| text.as_bytes().get(at + 1) != Some(&b'\n'))
}

fn is_unterminated(written: &str, encoding: Encoding) -> bool {
    let (quote, escapes) = match encoding {
        Encoding::BasicString => ("\"", true),
        Encoding::MlBasicString => ("\"\"\"", true),
        Encoding::LiteralString => ("'", false),
        Encoding::MlLiteralString => ("'''", false),
    };
    let Some(inner) = written.get(quote.len()..).and_then(|inner| inner.strip_suffix(quote)) else {
        return true;
    };
    let backslashes = inner.bytes().rev().take_while(|byte| *byte == b'\\').count();
    escapes && backslashes % 2 == 1
}

fn unterminated(place: Place, quotes: usize) -> SyntaxFault {
    let span = Span::new(place.start(), place.start() + quotes);
    let fault =
        SyntaxFault::new(SyntaxFaultKind::Syntax, span, "the text that begins here has no closing quote");
    fault.help(if quotes == 3 {
        "put the same three quotes at its end"
    } else {
        "put the same quote at its end; a text of several lines stands between `\"\"\"` and `\"\"\"`"
    })
}

/// Finds the first escape that TOML 1.0 does not have.
fn newer_escape(written: &str) -> Option<Span> {
    let bytes = written.as_bytes();
    let mut at = 0;
    while let Some(next) = written.get(at..).and_then(|rest| rest.find('\\')) {
        at += next;
        match bytes.get(at + 1) {
            Some(b'e') => return Some(Span::new(at, at + 2)),
            Some(b'x') => return Some(Span::new(at, at + 4)),
            _ => at += 1 + usize::from(bytes.get(at + 1).is_some_and(u8::is_ascii)),
        }
    }
    None
}

fn faulty_key(key: &str, span: Span) -> SyntaxFault {
    if key.is_empty() {
        let fault = SyntaxFault::new(SyntaxFaultKind::Syntax, span, "expected a key here");
        return fault.help("a key is made of the letters a to z, digits, `_` and `-`");
    }
    let fault = SyntaxFault::new(SyntaxFaultKind::Syntax, span, "this may not stand in a key");
    fault.help(
        "a key is made of the letters a to z, digits, `_` and `-`; others stand between straight quotes",
    )
}
