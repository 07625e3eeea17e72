//! The formats that templates write: how words and blocks look in each.

use crate::document::block::{Block, Line};
use crate::document::formats::{html, markdown};

/// A format of templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Html,
    Markdown,
}

impl Form {
    /// The one of a name.
    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            "html" => Some(Self::Html),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// Blocks as markup.
    pub(super) fn blocks(self, blocks: &[Block]) -> String {
        match self {
            Self::Html => html::fragment(blocks),
            Self::Markdown => markdown::fragment(blocks),
        }
    }

    /// A line as markup.
    pub(super) fn line(self, line: &Line) -> String {
        match self {
            Self::Html => html::line(line),
            Self::Markdown => markdown::line(line),
        }
    }

    /// Words that stay words, wherever they are put.
    pub(super) fn escaped(self, text: &str) -> String {
        match self {
            Self::Html => html::escaped(text),
            Self::Markdown => markdown::line(&Line::from(text)),
        }
    }

    /// A text with markup above all of it.
    pub(super) fn with_above(self, text: &str, above: &str) -> String {
        match self {
            Self::Markdown => format!("{above}\n{text}"),
            Self::Html => {
                let at = body(text).unwrap_or_else(|| after_doctype(text));
                format!("{}\n{above}{}", &text[..at], &text[at..])
            }
        }
    }
}

/// Where the inside of the body of a page begins.
fn body(page: &str) -> Option<usize> {
    let lower = page.to_ascii_lowercase();
    let starts = lower.match_indices("<body").map(|(at, tag)| at + tag.len());
    let at = starts.into_iter().find(|at| lower[*at..].starts_with(['>', ' ', '\n', '\t', '\r']))?;
    let mut quote = None;
    for (inner, c) in page[at..].char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + inner + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// Where a page without a body begins: behind its document type, which must stay first.
fn after_doctype(page: &str) -> usize {
    let start = page.len() - page.trim_start().len();
    let has_type = page[start..].get(..9).is_some_and(|head| head.eq_ignore_ascii_case("<!doctype"));
    if has_type { page.find('>').map_or(0, |at| at + 1) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_above_stands_in_the_body() {
        for (page, expected) in [
            ("<!DOCTYPE html><BODY class='a>b'><p>", "<!DOCTYPE html><BODY class='a>b'>\nN<p>"),
            ("<!doctype html>\n<p>", "<!doctype html>\nN\n<p>"),
            ("<bodyx><p>", "\nN<bodyx><p>"),
            ("", "\nN"),
        ] {
            assert_eq!(Form::Html.with_above(page, "N"), expected);
        }
        assert_eq!(Form::Markdown.with_above("# x\n", "> N\n"), "> N\n\n# x\n");
    }
}
