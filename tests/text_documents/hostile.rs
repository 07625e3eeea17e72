//! Properties: whatever a document says, a second reader finds every word of it once and in order, and nothing else.

use proptest::prelude::*;
use track::document::{Block, Document, Line, find_format};

use crate::sample::{document, every_block, texts, words};
use crate::{markdown, page};

fn written(document: &Document, format: &str) -> String {
    String::from_utf8((find_format(format).unwrap().write)(document)).unwrap()
}

proptest! {
    #[test]
    fn a_page_says_every_word_once_and_nothing_else(document in document()) {
        page_is_right(&document);
    }

    #[test]
    fn markdown_says_every_word_once_and_nothing_else(document in document()) {
        markdown_is_right(&document);
    }
}

#[test]
fn the_document_with_every_block_is_read_back() {
    page_is_right(&every_block());
    markdown_is_right(&every_block());
}

fn page_is_right(document: &Document) {
    let written = written(document, "html");
    let read = page::read(&written);
    assert_eq!(read.faults, Vec::<String>::new(), "{written}");
    assert_eq!(words(&[read.texts.concat()]), spaced(document), "{written}");
    assert_eq!(words(&[read.title]), words(&[&document.title]));
    assert_eq!(read.links, links(&document.blocks), "{written}");
    if let Some((first, rest)) = read.headings.split_first() {
        assert!(*first == 1 && !rest.contains(&1), "{:?}", read.headings);
        assert!(read.headings.windows(2).all(|two| two[1] <= two[0] + 1), "{:?}", read.headings);
    }
}

fn markdown_is_right(document: &Document) {
    let written = written(document, "md");
    for extended in [false, true] {
        let read = markdown::read(&written, extended);
        assert_eq!(read.faults, Vec::<String>::new(), "extended: {extended}\n{written}");
        // A summary has a colon behind each label.
        let said = words(&[read.text]);
        assert_eq!(said, words(&texts(document, ":")), "extended: {extended}\n{written}");
    }
}

/// The words of a document, as they are read where blocks are parted and pieces are not.
fn spaced(document: &Document) -> Vec<String> {
    words(&texts(document, ""))
}

/// The addresses that pieces of a document lead to; pieces side by side that lead to the same one are one link.
fn links(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    let mut see = |line: &Line| {
        let mut runs: Vec<(&Option<String>, bool)> = Vec::new();
        for piece in &line.0 {
            let says = !piece.text.trim().is_empty();
            match runs.last_mut() {
                Some((link, run_says)) if **link == piece.link => *run_says |= says,
                _ => runs.push((&piece.link, says)),
            }
        }
        found.extend(runs.into_iter().filter(|(_, says)| *says).filter_map(|(link, _)| link.clone()));
    };
    walk(blocks, &mut see);
    found
}

fn walk(blocks: &[Block], see: &mut dyn FnMut(&Line)) {
    for block in blocks {
        match block {
            Block::Letterhead(line)
            | Block::Paragraph(line)
            | Block::Annex(line)
            | Block::Heading { text: line, .. } => {
                // A line without a word is left out, and its links with it.
                see(line);
            }
            Block::List(items) => items.iter().for_each(|item| walk(item, see)),
            Block::Summary(rows) => rows.iter().for_each(|(_, line)| see(line)),
            Block::Table(table) => table.rows.iter().flatten().for_each(&mut *see),
            Block::Notice(inner) => walk(inner, see),
        }
    }
}
