//! Wraps words to a width; a word with a hyphen, such as an id, stays in one piece.

use textwrap::{Options, WordSplitter};

/// How words are wrapped to a width in columns.
pub(super) fn options<'o>(width: usize) -> Options<'o> {
    Options::new(width).word_splitter(WordSplitter::NoHyphenation)
}

/// The lines of a text.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, options(width)).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// A text with its lines ended; the lines after the first are indented by two columns.
pub fn hanging(text: &str, width: usize) -> String {
    textwrap::fill(text, options(width).subsequent_indent("  "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_hyphens_stay_in_one_piece() {
        assert_eq!(lines("one counter-terrorism two", 18), ["one", "counter-terrorism", "two"]);
        assert_eq!(hanging("one two three", 8), "one two\n  three");
    }
}
