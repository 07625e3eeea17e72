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
    /// The text there, made safe to show; empty for a file that was not read.
    pub excerpt: Excerpt,
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
            excerpt: Excerpt::default(),
        }
    }
}
