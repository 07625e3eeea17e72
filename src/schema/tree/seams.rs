//! Where a list or an inline table that was never closed must have ended.
//!
//! The parser would take every later line for a part of it. The text is cut before the first line that can only be a key
//! of a table or a heading, and parsed on from there.

use toml_parser::lexer::{Token, TokenKind};

/// Finds the tokens that begin such lines.
pub(super) fn find(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut seams = Vec::new();
    let mut open: Vec<TokenKind> = Vec::new();
    let mut before = TokenKind::Newline; // the last token but white space, comments and, inside brackets, line ends
    let mut begins_line = true;
    for (at, token) in tokens.iter().enumerate() {
        let kind = token.kind();
        if begins_line && ends_bracket(text, &tokens[at..], &open, before) {
            seams.push(at);
            open.clear();
            before = TokenKind::Newline;
        }
        match kind {
            TokenKind::Whitespace | TokenKind::Comment => continue,
            TokenKind::Newline if !open.is_empty() => {
                begins_line = true;
                continue;
            }
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket
                if !open.is_empty() || before == TokenKind::Equals =>
            {
                open.push(kind);
            }
            TokenKind::RightSquareBracket if open.last() == Some(&TokenKind::LeftSquareBracket) => {
                open.pop();
            }
            TokenKind::RightCurlyBracket if open.last() == Some(&TokenKind::LeftCurlyBracket) => {
                open.pop();
            }
            _ => {}
        }
        begins_line = kind == TokenKind::Newline;
        before = kind;
    }
    seams
}

/// Tells whether the line can only stand after the bracket that is open last.
fn ends_bracket(text: &str, line: &[Token], open: &[TokenKind], before: TokenKind) -> bool {
    match open.last() {
        None => false,
        Some(TokenKind::LeftCurlyBracket) => {
            let expects_key = matches!(before, TokenKind::Comma | TokenKind::LeftCurlyBracket);
            is_heading(text, line) || (!expects_key && before != TokenKind::Equals && is_key(line))
        }
        Some(_) => is_key(line) || is_heading(text, line),
    }
}

fn is_key(line: &[Token]) -> bool {
    let mut kinds = line.iter().map(Token::kind).filter(|kind| *kind != TokenKind::Whitespace);
    loop {
        if !matches!(kinds.next(), Some(TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString))
        {
            return false;
        }
        match kinds.next() {
            Some(TokenKind::Equals) => return true,
            Some(TokenKind::Dot) => {}
            _ => return false,
        }
    }
}

/// Tells whether the line is `[key]` or `[[key]]`, which is no list: its first word is neither number nor truth value.
fn is_heading(text: &str, line: &[Token]) -> bool {
    let mut brackets = 0;
    let mut key_seen = false;
    for token in line {
        match token.kind() {
            TokenKind::Whitespace => {}
            TokenKind::LeftSquareBracket if !key_seen && brackets < 2 => brackets += 1,
            TokenKind::Atom if brackets > 0 => {
                let word = &text[token.span().start()..token.span().end()];
                let letter = word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
                if !letter || matches!(word, "true" | "false" | "inf" | "nan") {
                    return false;
                }
                key_seen = true;
            }
            TokenKind::Dot if key_seen => {}
            TokenKind::RightSquareBracket if key_seen => brackets -= 1,
            TokenKind::Newline | TokenKind::Comment | TokenKind::Eof => return key_seen && brackets == 0,
            _ => return false,
        }
        if key_seen && brackets < 0 {
            return false;
        }
    }
    false
}
