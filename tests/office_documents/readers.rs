//! What can be read: the paragraphs of a document, and of the files that are made of it.

use track::document::{Block, Document};

use crate::archive::part;
use crate::xml::{Element, Node};

/// The paragraphs of a document, those of tables cell by cell, without such as say nothing.
pub(crate) fn of_document(document: &Document) -> Vec<String> {
    let mut all = Vec::new();
    of_blocks(&document.blocks, &mut all);
    kept(all)
}

fn of_blocks(blocks: &[Block], all: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Letterhead(line)
            | Block::Paragraph(line)
            | Block::Annex(line)
            | Block::Heading { text: line, .. } => {
                all.push(line.plain());
            }
            Block::List(items) => items.iter().for_each(|item| of_blocks(item, all)),
            Block::Summary(rows) => {
                for (label, line) in rows {
                    all.extend([label.clone(), line.plain()]);
                }
            }
            Block::Table(table) => {
                all.push(table.caption.clone());
                all.extend(table.head.iter().cloned());
                all.extend(table.rows.iter().flatten().map(track::document::Line::plain));
            }
            Block::Notice(inner) => of_blocks(inner, all),
        }
    }
}

/// Spaces at the end of a paragraph are seen by nobody.
fn kept(all: Vec<String>) -> Vec<String> {
    let trimmed = all.into_iter().map(|text| text.trim_end_matches(' ').to_owned());
    trimmed.filter(|text| !text.trim().is_empty()).collect()
}

/// The paragraphs of a file.
pub(crate) fn of_file(bytes: &[u8], format: &str) -> Vec<String> {
    kept(if format == "docx" {
        part(bytes, "word/document.xml").named("w:p").into_iter().map(of_word).collect()
    } else {
        let body = part(bytes, "content.xml");
        let all = body.all().into_iter();
        let paragraphs = all.filter(|element| matches!(element.name.as_str(), "text:p" | "text:h"));
        paragraphs.map(of_open_document).collect()
    })
}

fn of_word(paragraph: &Element) -> String {
    let texts = paragraph.named("w:t").into_iter();
    texts
        .map(|text| {
            assert_eq!(text.attribute("xml:space"), Some("preserve"));
            text.text()
        })
        .collect()
}

/// A paragraph as ODT has it read: spaces one after the other count as one, `text:s` stands for more.
fn of_open_document(paragraph: &Element) -> String {
    fn gather(element: &Element, out: &mut String, follows_space: &mut bool) {
        for node in &element.inner {
            match node {
                Node::Element(element) if element.name == "text:s" => {
                    let count = element.attribute("text:c").unwrap().parse().unwrap();
                    out.push_str(&" ".repeat(count));
                }
                Node::Element(element) => gather(element, out, follows_space),
                Node::Text(text) => {
                    for c in text.chars() {
                        if !(c == ' ' && *follows_space) {
                            out.push(c);
                        }
                        *follows_space = c == ' ';
                    }
                }
            }
        }
    }
    let mut out = String::new();
    gather(paragraph, &mut out, &mut true);
    out
}
