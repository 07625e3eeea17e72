//! The prose of a record as blocks: paragraphs split by blank lines, lines that begin with a mark are a list.

use super::block::{Block, Line};
use crate::model::Language;
use crate::text::visible_prose;

/// Takes a text apart. Lines of one paragraph are put together; a line without a mark after an item belongs to the item.
pub(super) fn prose(text: &str, language: Option<Language>) -> Vec<Block> {
    let shown = visible_prose(text);
    let mut blocks = Vec::new();
    let mut open = Open::Nothing;
    for line in shown.lines().map(str::trim) {
        let item = ["- ", "• "].into_iter().find_map(|mark| line.strip_prefix(mark));
        match (item, &mut open) {
            _ if line.is_empty() => {
                // A blank line between two items does not part the list.
                open = match open {
                    Open::List(items) | Open::ListBeforeBlank(items) => Open::ListBeforeBlank(items),
                    Open::Paragraph(words) => close(Open::Paragraph(words), language, &mut blocks),
                    Open::Nothing => Open::Nothing,
                };
            }
            (Some(item), Open::List(items) | Open::ListBeforeBlank(items)) => {
                items.push(item.trim_start().to_owned());
                open = Open::List(std::mem::take(items));
            }
            (Some(item), _) => {
                close(open, language, &mut blocks);
                open = Open::List(vec![item.trim_start().to_owned()]);
            }
            (None, Open::Paragraph(words)) => join(words, line),
            (None, Open::List(items)) => {
                if let Some(last) = items.last_mut() {
                    join(last, line);
                }
            }
            (None, _) => {
                close(open, language, &mut blocks);
                open = Open::Paragraph(line.to_owned());
            }
        }
    }
    close(open, language, &mut blocks);
    blocks
}

/// What is being read.
enum Open {
    Nothing,
    Paragraph(String),
    List(Vec<String>),
    /// A list after which a blank line stands: it goes on if the next line is an item.
    ListBeforeBlank(Vec<String>),
}

fn join(words: &mut String, line: &str) {
    words.push(' ');
    words.push_str(line);
}

/// Ends what is being read.
fn close(open: Open, language: Option<Language>, blocks: &mut Vec<Block>) -> Open {
    let line = |words| Line::shown(words, language);
    match open {
        Open::Nothing => {}
        Open::Paragraph(words) => blocks.push(Block::Paragraph(line(words))),
        Open::List(items) | Open::ListBeforeBlank(items) => blocks
            .push(Block::List(items.into_iter().map(|words| vec![Block::Paragraph(line(words))]).collect())),
    }
    Open::Nothing
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs as they are, the items of a list behind a star each.
    fn read(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        for block in prose(text, None) {
            match block {
                Block::Paragraph(line) => out.push(line.plain()),
                Block::List(items) => out.extend(items.iter().map(|item| match &item[..] {
                    [Block::Paragraph(line)] => format!("* {}", line.plain()),
                    other => format!("{other:?}"),
                })),
                other => out.push(format!("{other:?}")),
            }
        }
        out
    }

    #[test]
    fn paragraphs_and_lists() {
        for (text, expected) in [
            ("", &[][..]),
            (" \n\t\n", &[]),
            ("One\ntwo.\r\n\r\nThree.", &["One two.", "Three."]),
            (
                "We will:\n- do one\n  thing\n• and another\n\n- and a third\n\nThat is all.",
                &["We will:", "* do one thing", "* and another", "* and a third", "That is all."],
            ),
            ("-not a list\n-- nor this", &["-not a list -- nor this"]),
            ("- ", &["-"]),
            ("a\u{1b}\u{202e}b", &["a\\u{1b}\\u{202e}b"]),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }
}
