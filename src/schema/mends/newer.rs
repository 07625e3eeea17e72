//! What only TOML 1.1 allows, as TOML 1.0 writes it.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::diagnostic::Fix;
use crate::text::{Edit, Span};

/// The escape or the inline table that a fault points at, as TOML 1.0 writes it.
pub(in crate::schema) fn newer(text: &str, span: Span) -> Option<Fix> {
    let found = text.get(span.start..span.end)?;
    if found.starts_with('\\') {
        return escapes(text, span);
    }
    found.starts_with('{').then(|| on_one_line(found, span.start)).flatten()
}

/// Writes all newer escapes of the text in which one was found: a fault tells the first.
fn escapes(text: &str, first: Span) -> Option<Fix> {
    let token = Source::new(text).lex().find(|token| token.span().end() > first.start)?;
    let mut edits = Vec::new();
    let mut at = first.start;
    while let Some(next) = text.get(at..token.span().end())?.find('\\') {
        at += next;
        let digits = text.get(at + 2..at + 4).filter(|two| two.bytes().all(|byte| byte.is_ascii_hexdigit()));
        at += match (text.as_bytes().get(at + 1)?, digits) {
            (b'e', _) => {
                edits.push(Edit::replace(Span::new(at, at + 2), "\\u001B"));
                2
            }
            (b'x', Some(digits)) => {
                let with = format!("\\u00{}", digits.to_ascii_uppercase());
                edits.push(Edit::replace(Span::new(at, at + 4), with));
                4
            }
            (other, _) => 1 + usize::from(other.is_ascii()),
        };
    }
    (!edits.is_empty()).then(|| Fix::safe("write the escapes as `\\u` and four digits", edits))
}

/// Takes the line ends and the last comma out of an inline table; none where that would take a comment.
fn on_one_line(found: &str, start: usize) -> Option<Fix> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut open = Vec::new();
    let mut comma: Option<Span> = None; // the last token but spaces and line ends, if it is one
    let mut blank: Option<Span> = None; // the spaces and line ends so far
    for token in Source::new(found).lex() {
        let place = Span::new(start + token.span().start(), start + token.span().end());
        let kind = token.kind();
        match kind {
            TokenKind::Comment => return None,
            TokenKind::Whitespace | TokenKind::Newline => {
                blank = Some(blank.map_or(place, |blank| blank.join(place)));
                continue;
            }
            TokenKind::Eof => break,
            _ => {}
        }
        let in_table = open.as_slice() == [TokenKind::LeftCurlyBracket];
        if kind == TokenKind::RightCurlyBracket && in_table {
            edits.extend(comma.map(Edit::remove));
        }
        if let Some(blank) = blank.take().filter(|_| in_table)
            && found[blank.start - start..blank.end - start].contains('\n')
        {
            edits.push(Edit::replace(blank, " "));
        }
        match kind {
            TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket => open.push(kind),
            TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket => {
                open.pop()?;
            }
            _ => {}
        }
        comma = (kind == TokenKind::Comma).then_some(place);
    }
    (!edits.is_empty()).then(|| Fix::safe("write it on one line, without a last comma", edits))
}
