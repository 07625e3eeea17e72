//! Values as a record writes them: TOML 1.0, with line feeds.

use std::fmt::Write;

use crate::model::PartialDate;
use crate::text::is_hidden;

/// A date as a record writes it: a day as it is, all else in quotes.
pub fn date(date: PartialDate) -> String {
    if date.day().is_some() { date.to_string() } else { format!("\"{date}\"") }
}

/// A text on one line, in quotes.
pub fn quoted(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for c in text.chars() {
        match c {
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c => push(&mut written, c),
        }
    }
    written.push('"');
    written
}

/// A text of several lines in triple quotes; one line in plain quotes.
pub fn prose(text: &str) -> String {
    if !text.contains('\n') {
        return quoted(text);
    }
    let mut written = String::with_capacity(text.len() + 8);
    written.push_str("\"\"\"\n");
    let mut quotes = 0; // how many stand in a row and could be taken for the end
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let ends = c == '"' && (quotes == 2 || chars.peek().is_none());
        quotes = if c == '"' && !ends { quotes + 1 } else { 0 };
        match c {
            '\n' => written.push(c),
            '\t' => written.push_str("\\t"),
            '"' if !ends => written.push(c),
            c => push(&mut written, c),
        }
    }
    written.push_str("\"\"\"");
    written
}

/// A character as TOML 1.0 writes it; what steers or hides is spelt out, so that it can be seen in the file.
fn push(written: &mut String, c: char) {
    match c {
        '"' => written.push_str("\\\""),
        '\\' => written.push_str("\\\\"),
        '\r' => written.push_str("\\r"),
        c if is_hidden(c) && u32::from(c) > 0xffff => {
            let _ = write!(written, "\\U{:08X}", u32::from(c));
        }
        c if is_hidden(c) => {
            let _ = write!(written, "\\u{:04X}", u32::from(c));
        }
        c => written.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_in_prose_stand_as_they_are_until_they_could_end_it() {
        assert_eq!(prose("a \"b\" c\n\"\""), "\"\"\"\na \"b\" c\n\"\\\"\"\"\"");
        assert_eq!(prose("\"\"\"\"\"\"\n"), "\"\"\"\n\"\"\\\"\"\"\\\"\n\"\"\"");
    }
}
