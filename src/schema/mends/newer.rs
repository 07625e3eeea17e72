//! What only TOML 1.1 allows, as TOML 1.0 writes it.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::diagnostic::Fix;
use crate::text::{Edit, Span};

/// The escape or the inline table that a fault points at, as TOML 1.0 writes it.
pub(in crate::schema) fn newer(text: &str, span: Span) -> Option<Fix> {
    let found = text.get(span.start..span.end)?;
    if found == "\\e" {
        return Some(Fix::write(span, "\\u001B"));
    }
    if let Some(digits) = found.strip_prefix("\\x") {
        let is_number = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        return is_number.then(|| Fix::write(span, format!("\\u00{}", digits.to_ascii_uppercase())));
    }
    found.starts_with('{').then(|| on_one_line(found, span.start)).flatten()
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
