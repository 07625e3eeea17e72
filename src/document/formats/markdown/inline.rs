//! Lines as Markdown: escaped, with their weight and links.

use super::escape::{Context, escaped, is_entity};
use crate::document::block::{Line, Piece};

/// Where the words of a line stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// At the start of a line, where a list or a heading could begin.
    LineStart,
    /// Behind something else in a line.
    Within,
    /// In a cell of a table.
    Cell,
    /// Nobody knows: any of these.
    Anywhere,
}

/// The words of a line with their markup.
pub(super) fn words(line: &Line, place: Where) -> String {
    let mut out = String::new();
    let pieces = merged(line);
    let mut rest = pieces.as_slice();
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|piece| piece.strong == first.strong).count();
        let (run, after) = rest.split_at(length);
        let next =
            after.first().map(|piece| if piece.link.is_some() { '[' } else { first_char(&piece.text) });
        if first.strong {
            strong(run, next, place, &mut out);
        } else {
            plain(run, next, place, &mut out);
        }
        rest = after;
    }
    out
}

fn first_char(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

/// Puts pieces together that are written in the same way; the language has no mark.
fn merged(line: &Line) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for piece in line.0.iter().filter(|piece| !piece.text.is_empty()) {
        match pieces.last_mut() {
            Some(last) if last.link == piece.link && last.strong == piece.strong => {
                last.text.push_str(&piece.text);
            }
            _ => pieces.push(Piece { language: None, ..piece.clone() }),
        }
    }
    pieces
}

/// Pieces that stand out. Where the marks would not be read as such between what stands around, the words stand alone.
fn strong(run: &[Piece], next: Option<char>, place: Where, out: &mut String) {
    let mut inner = String::new();
    let inside = if place == Where::LineStart { Where::Within } else { place };
    plain(run, Some('*'), inside, &mut inner);
    let (start, end) = (inner.len() - inner.trim_start().len(), inner.trim_end().len());
    if start >= end {
        return out.push_str(&inner);
    }
    let words = &inner[start..end];
    let before = if start > 0 { None } else { out.chars().next_back() };
    let after = if end < inner.len() { None } else { next };
    let is_free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    let opens = words.starts_with(char::is_alphanumeric) || is_free(before);
    let closes = words.ends_with(char::is_alphanumeric) || is_free(after);
    if opens && closes {
        out.push_str(&format!("{}**{words}**{}", &inner[..start], &inner[end..]));
    } else {
        plain(run, next, place, out);
    }
}

/// Pieces with their links.
fn plain(run: &[Piece], next: Option<char>, place: Where, out: &mut String) {
    for (index, piece) in run.iter().enumerate() {
        let follows = run.get(index + 1).map_or(next, |_| Some('['));
        let mut context = Context {
            starts_line: matches!(place, Where::LineStart | Where::Anywhere) && out.trim().is_empty(),
            in_cell: matches!(place, Where::Cell | Where::Anywhere),
            in_link: false,
            behind_bracket: place == Where::Anywhere,
            ends_free: follows.is_none_or(|c| c == ' '),
        };
        let Some(address) = piece.link.as_deref().filter(|_| !piece.text.trim().is_empty()) else {
            out.push_str(&escaped(&piece.text, context));
            continue;
        };
        if piece.text.trim() == address && !has_entity(address) {
            let space = |is: bool| if is { " " } else { "" };
            let (start, end) = (piece.text.starts_with(' '), piece.text.ends_with(' '));
            out.push_str(&format!("{}<{address}>{}", space(start), space(end)));
            continue;
        }
        if out.ends_with('!') {
            out.insert(out.len() - 1, '\\'); // else it would be a picture
        }
        context = Context { starts_line: false, in_link: true, ends_free: false, ..context };
        out.push_str(&format!("[{}](<{}>)", escaped(&piece.text, context), destination(address)));
    }
}

/// An address as a link names it.
pub(super) fn destination(address: &str) -> String {
    let mut out = String::new();
    for (at, c) in address.char_indices() {
        if c == '\\' || (c == '&' && is_entity(&address[at..])) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn has_entity(address: &str) -> bool {
    address.char_indices().any(|(at, c)| c == '&' && is_entity(&address[at..]))
}
