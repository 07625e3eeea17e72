//! A place in a file, as people and machines are told it.

use super::Excerpt;

/// Where something stands in a file: half open, lines and columns from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the repository's root, with `/`.
    pub path: String,
    /// The first line.
    pub line: usize,
    /// The first column, in Unicode scalar values.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
    /// The first byte, from 0.
    pub byte_start: usize,
    /// The byte after the last.
    pub byte_end: usize,
    /// The same as programs count that know UTF-16.
    pub region: Region,
    /// The text there, made safe to show; empty for a file that was not read.
    pub excerpt: Excerpt,
}

/// A part of a text as programs count that know UTF-16: half open, lines and columns from 1, columns in code units.
///
/// A byte order mark is not counted, as in the places that people are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The first line.
    pub line: usize,
    /// The first column.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column after the last code unit.
    pub end_column: usize,
}

impl Default for Region {
    /// The beginning of a text.
    fn default() -> Self {
        Self { line: 1, column: 1, end_line: 1, end_column: 1 }
    }
}

impl Place {
    /// Points at a file as a whole: its first line and column.
    pub fn of_file(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
            byte_start: 0,
            byte_end: 0,
            region: Region::default(),
            excerpt: Excerpt::default(),
        }
    }
}
