//! What a field is: the rows of the one table that the reader, the hints and the reference come from.

use crate::model::ClosedWords;

/// What a key may hold.
#[derive(Debug, Clone, Copy)]
pub enum FieldKind {
    /// Text on a line.
    Text,
    /// Text of paragraphs and lists.
    Prose,
    /// A web address.
    Url,
    /// A list of texts.
    Texts,
    /// One word of a closed list.
    Word(&'static ClosedWords),
    /// A date in any precision.
    Date,
    /// A list of such dates.
    Dates,
    /// The first and last date of a visit.
    Visit,
    /// A day, no less precise.
    Day,
    /// A date in any precision, or `"none"`.
    DateOrNone,
    /// A whole number from 0 to 9,999.
    Count,
    /// `true` or `false`.
    Flag,
    /// A list of forces, or `"all"`.
    Forces,
    /// A table of its own, `[key]`.
    Table(&'static Table),
    /// A list of tables, `[[key]]`.
    Tables(&'static Table),
}

impl FieldKind {
    /// What is allowed, in words: "text in quotes".
    pub fn allowed(self) -> String {
        match self {
            Self::Text | Self::Prose | Self::Url => "text in quotes".into(),
            Self::Texts => "a list of texts: [\"…\", \"…\"]".into(),
            Self::Word(list) => format!("one of {}", crate::text::or_list(&quoted(list.words))),
            Self::Date => "a date: 2020-03-09, \"2020-03\", \"2020\" or \"unknown\"".into(),
            Self::Dates => "a list of dates: [2020-03-09, \"2020-04\"]".into(),
            Self::Visit => "the first and last date of the visit: [\"2019-10\", \"2019-11\"]".into(),
            Self::Day => "a day: 2020-03-09".into(),
            Self::DateOrNone => {
                "a date: 2020-03-09, \"2020-03\", \"2020\" or \"unknown\"; or \"none\"".into()
            }
            Self::Count => "a whole number from 0 to 9999".into(),
            Self::Flag => "true or false".into(),
            Self::Forces => "a list of forces: [\"…\"], or \"all\"".into(),
            Self::Table(table) => format!("a table of its own: [{}]", table.path),
            Self::Tables(table) => format!("a list of tables: [[{}]]", table.path),
        }
    }
}

fn quoted(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("\"{word}\"")).collect()
}

/// A key of a record.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What it may hold.
    pub kind: FieldKind,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it never appears on public pages.
    pub private: bool,
    /// What it means, in a sentence.
    pub doc: &'static str,
    /// A value that it may have, as a record writes it.
    pub example: &'static str,
    /// The value that stands in where it is left out, as a record would write it; `None` where its absence says more.
    pub default: Option<&'static str>,
}

impl Field {
    pub(super) const fn new(
        key: &'static str,
        kind: FieldKind,
        doc: &'static str,
        example: &'static str,
    ) -> Self {
        Self { key, kind, required: false, private: false, doc, example, default: None }
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    pub(super) const fn private(mut self) -> Self {
        self.private = true;
        self
    }
}

/// A table of a record: its own keys, in the order they are written.
#[derive(Debug)]
pub struct Table {
    /// Its header, without brackets; empty for the record itself.
    pub path: &'static str,
    /// What it is called in messages.
    pub name: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

impl Table {
    /// The key that it stands behind in its owner: the last part of its header.
    pub fn key(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }

    /// Finds a key and its position.
    pub fn field(&self, key: &str) -> Option<(usize, &'static Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.key == key)
    }
}
