//! What a document is made of, whatever the format it is written in.

use crate::model::Language;
use crate::text::visible;

/// A document: blocks in their order, with what a file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The title, as the properties of a file have it.
    pub title: String,
    /// Who publishes it, where the settings name an office.
    pub author: Option<String>,
    /// Whether it is a draft: every page says so where the format has pages.
    pub draft: bool,
    /// The mark that plain text sets before an item of a list.
    pub bullet: char,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The name of the office, above all else.
    Letterhead(Line),
    /// A heading; `level` is 1 to 5, and 1 stands once.
    Heading {
        /// Its level.
        level: u8,
        /// Its words.
        text: Line,
    },
    /// The heading of an annex: of level 2, on a page of its own where there are pages.
    Annex(Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list; each item has blocks of its own, the first of them a paragraph.
    List(Vec<Vec<Block>>),
    /// Short facts, each with its label.
    Summary(Vec<(String, Line)>),
    /// A table.
    Table(Table),
    /// What the reader must know before all else, set apart.
    Notice(Vec<Block>),
}

/// A table with a caption and a row of headings; the first cell of each row names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The headings of its columns.
    pub head: Vec<String>,
    /// Its rows, as many cells each as there are headings.
    pub rows: Vec<Vec<Line>>,
}

/// A run of words without a break.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line(pub Vec<Piece>);

/// A part of a line that is written in one way. Its text is safe to show: what hides or steers is spelt out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub strong: bool,
    /// The language, where it is not that of the document.
    pub language: Option<Language>,
    /// The address that they lead to, `http` or `https` only.
    pub link: Option<String>,
}

impl Document {
    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }
}

impl Block {
    /// Makes a heading.
    pub fn heading(level: u8, text: impl Into<Line>) -> Self {
        Self::Heading { level, text: text.into() }
    }

    /// Makes a paragraph.
    pub fn paragraph(text: impl Into<Line>) -> Self {
        Self::Paragraph(text.into())
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Letterhead(line)
            | Self::Paragraph(line)
            | Self::Annex(line)
            | Self::Heading { text: line, .. } => line.is_empty(),
            Self::List(items) => items.iter().flatten().all(Self::is_empty),
            Self::Summary(rows) => rows.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Notice(inner) => inner.iter().all(Self::is_empty),
        }
    }
}

impl Line {
    /// Takes one line of a record or of the settings: ends of lines and tabs become spaces, what hides is spelt out.
    pub fn of(text: &str, language: Option<Language>) -> Self {
        Self::shown(one_line(text), language)
    }

    /// Takes words that are safe to show as they are.
    pub(super) fn shown(text: String, language: Option<Language>) -> Self {
        Self(vec![Piece { text, language, ..Piece::default() }])
    }

    /// Makes words that stand out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Piece { text: text.into(), strong: true, ..Piece::default() }])
    }

    /// Puts another line behind this one.
    #[must_use]
    pub fn then(mut self, other: impl Into<Self>) -> Self {
        self.0.extend(other.into().0);
        self
    }

    /// Leads every piece to an address; one that is no plain web address is left out.
    #[must_use]
    pub fn linked(mut self, address: Option<&str>) -> Self {
        if let Some(address) = address.map(str::trim).filter(|address| is_web_address(address)) {
            for piece in &mut self.0 {
                piece.link = Some(address.to_owned());
            }
        }
        self
    }

    /// The words alone.
    pub fn plain(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| piece.text.trim().is_empty())
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::shown(text, None)
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// A text in one line: ends of lines and tabs become spaces, what hides or steers is spelt out.
pub(super) fn one_line(text: &str) -> String {
    let parts: Vec<&str> =
        text.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect();
    visible(&parts.join(" ")).into_owned()
}

/// Whether an address can be led to: `http` or `https`, a host, and nothing that could end it early.
pub(super) fn is_web_address(address: &str) -> bool {
    let rest = ["https://", "http://"].into_iter().find_map(|scheme| {
        address.get(..scheme.len()).filter(|head| head.eq_ignore_ascii_case(scheme))?;
        address.get(scheme.len()..)
    });
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !address.contains(|c: char| {
            c.is_whitespace()
                || crate::text::is_hidden(c)
                || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_record_is_one_line_that_hides_nothing() {
        assert_eq!(Line::of(" One\r\n\ttwo \u{202e}x ", None).plain(), "One two \\u{202e}x");
        assert!(Line::of(" \n ", None).is_empty());
        assert!(!Line::from("x").is_empty());
    }

    #[test]
    fn only_web_addresses_are_led_to() {
        let linked = |address| Line::from("x").linked(Some(address)).0[0].link.is_some();
        for good in ["https://example.org/a?b=c&d#e", " HTTP://example.org ", "https://example.org/(a)"] {
            assert!(linked(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "https:///x",
            "https://",
            "file:///etc/passwd",
            "https://a b",
            "https://a\"onclick=",
            "https://a\u{202e}b",
            "//example.org",
            "",
        ] {
            assert!(!linked(bad), "{bad}");
        }
    }
}
