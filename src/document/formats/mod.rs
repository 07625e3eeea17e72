//! The formats of documents: a file each, and its line in [`DOCUMENT_FORMATS`].

mod docx;
pub(super) mod html;
mod keeping;
pub(super) mod markdown;
mod odt;
mod office;
mod package;
mod text;
mod xml;

use super::block::Document;

/// A format of documents.
#[derive(Debug)]
pub struct DocumentFormat {
    /// Its name, which is also how its files end.
    pub name: &'static str,
    /// Other names that it goes by.
    pub also: &'static [&'static str],
    /// What it is, in a few words.
    pub summary: &'static str,
    /// Whether it is text that a terminal can show.
    pub is_text: bool,
    /// Writes a document down. The same document gives the same bytes.
    pub write: fn(&Document) -> Vec<u8>,
}

/// Every format.
pub static DOCUMENT_FORMATS: [&DocumentFormat; 5] =
    [&html::FORMAT, &markdown::FORMAT, &text::FORMAT, &docx::FORMAT, &odt::FORMAT];

/// Finds a format by its name, or by how a file ends.
pub fn find_format(name: &str) -> Option<&'static DocumentFormat> {
    let name = name.to_ascii_lowercase();
    DOCUMENT_FORMATS.into_iter().find(|format| format.name == name || format.also.contains(&name.as_str()))
}
