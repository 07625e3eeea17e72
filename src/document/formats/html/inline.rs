//! Lines as HTML: escaped, with their language, weight and links.

use quick_xml::escape::{escape, partial_escape};

use crate::document::block::{Line, Piece};
use crate::model::Language;

/// Words as text of an element.
pub(super) fn plain(text: &str) -> String {
    partial_escape(text).into_owned()
}

/// Words as the value of an attribute.
pub(super) fn attribute(text: &str) -> String {
    escape(text).into_owned()
}

/// The language of a line where all its words have the same one.
pub(super) fn language_of(line: &Line) -> Option<&'static str> {
    let (first, rest) = line.0.split_first()?;
    let language = first.language?;
    rest.iter().all(|piece| piece.language == Some(language)).then(|| language.as_str())
}

/// The words of a line with their markup, inside an element of a language.
pub(super) fn words(line: &Line, language: Option<&str>, told: &[String]) -> String {
    let mut out = String::new();
    let mut rest = line.0.as_slice();
    while let Some(first) = rest.first() {
        // Pieces that lead to the same place are one link.
        let length = rest.iter().take_while(|piece| piece.link == first.link).count();
        let (run, after) = rest.split_at(length);
        let inner: String = run.iter().map(|piece| words_in(piece, language)).collect();
        match &first.link {
            Some(address) if run.iter().any(|piece| !piece.text.trim().is_empty()) => {
                let text: String = run.iter().map(|piece| piece.text.as_str()).collect();
                let is_told = text.trim() == address || told.contains(address);
                let class = if is_told { " class=\"told\"" } else { "" };
                out.push_str(&format!("<a href=\"{}\"{class}>{inner}</a>", attribute(address)));
            }
            _ => out.push_str(&inner),
        }
        rest = after;
    }
    out
}

/// The words of a piece.
fn words_in(piece: &Piece, around: Option<&str>) -> String {
    let mut out = plain(&piece.text);
    if let Some(language) = piece.language.map(Language::as_str).filter(|own| Some(*own) != around) {
        out = format!("<span lang=\"{language}\">{out}</span>");
    }
    if piece.strong && !piece.text.trim().is_empty() {
        out = format!("<strong>{out}</strong>");
    }
    out
}
