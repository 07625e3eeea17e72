//! The body of a DOCX document. Word wants the elements of each property in their order.

use super::super::office::{Standing, heading_level, says_nothing, wants_room};
use super::super::xml::Xml;
use super::lines::{Links, bold, paragraph, words};
use super::{RELATIONS, WORD, table};
use crate::document::block::{Block, Document};

/// How many levels of lists have styles of their own; deeper ones look like the last.
const DEEPEST: usize = 3;

/// Writes the part of the body.
pub(super) fn part(document: &Document, links: &mut Links) -> String {
    let mut xml = Xml::part();
    xml.element("w:document", &[("xmlns:w", WORD), ("xmlns:r", RELATIONS)], |xml| {
        xml.element("w:body", &[], |xml| {
            blocks(xml, &document.blocks, Standing::default(), links);
            section(xml, document.draft);
        });
    });
    xml.finish()
}

/// The page: A4 with 2.5 cm on every side.
fn section(xml: &mut Xml, is_draft: bool) {
    xml.element("w:sectPr", &[], |xml| {
        if is_draft {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "header1")]);
        }
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer1")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, "1418"));
        let [top, right, bottom, left] = sides;
        let others = [("w:header", "709"), ("w:footer", "709"), ("w:gutter", "0")];
        let [header, footer, gutter] = others;
        xml.empty("w:pgMar", &[top, right, bottom, left, header, footer, gutter]);
    });
}

fn blocks(xml: &mut Xml, all: &[Block], standing: Standing, links: &mut Links) {
    let mut rest = all.iter().filter(|block| !says_nothing(block)).peekable();
    while let Some(block) = rest.next() {
        one(xml, block, standing, links);
        if wants_room(block, rest.peek().copied()) {
            paragraph(xml, "Room", |_| ());
        }
    }
}

fn one(xml: &mut Xml, block: &Block, standing: Standing, links: &mut Links) {
    match block {
        Block::Letterhead(line) => paragraph(xml, "Letterhead", |xml| bold(xml, line, links)),
        Block::Heading { level, text } => {
            let style = format!("Heading{}", heading_level(*level));
            paragraph(xml, &style, |xml| bold(xml, text, links));
        }
        Block::Annex(line) => paragraph(xml, "Annex", |xml| bold(xml, line, links)),
        Block::Paragraph(line) => paragraph(xml, &continued(standing), |xml| words(xml, line, links)),
        Block::List(items) => {
            for item in items.iter().filter(|item| !item.iter().all(says_nothing)) {
                entry(xml, item, standing.deeper(), links);
            }
        }
        Block::Summary(rows) => table::summary(xml, rows, standing, links),
        Block::Table(table) => table::table(xml, table, standing, links),
        Block::Notice(inner) => blocks(xml, inner, standing.noticed(), links),
    }
}

/// An item: its first paragraph bears the mark, all others continue it.
fn entry(xml: &mut Xml, item: &[Block], standing: Standing, links: &mut Links) {
    let Some((Block::Paragraph(line), rest)) = item.split_first().filter(|(first, _)| !says_nothing(first))
    else {
        return blocks(xml, item, standing, links);
    };
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", &marked(standing))]);
            xml.element("w:numPr", &[], |xml| {
                let level = standing.depth.min(DEEPEST) - 1;
                xml.empty("w:ilvl", &[("w:val", &level.to_string())]);
                xml.empty("w:numId", &[("w:val", if standing.in_notice { "2" } else { "1" })]);
            });
        });
        words(xml, line, links);
    });
    blocks(xml, rest, standing, links);
}

/// The style of the paragraph that bears the mark of an item.
fn marked(standing: Standing) -> String {
    let name = if standing.in_notice { "NoticeBullet" } else { "ListBullet" };
    of_level(name, standing.depth)
}

/// The style of any other paragraph.
fn continued(standing: Standing) -> String {
    match (standing.depth, standing.in_notice) {
        (0, false) => "BodyText".into(),
        (0, true) => "Notice".into(),
        (depth, false) => of_level("ListContinue", depth),
        (depth, true) => of_level("NoticeContinue", depth),
    }
}

/// The first level has no number in its name, as in Word.
fn of_level(name: &str, depth: usize) -> String {
    match depth.min(DEEPEST) {
        1 => name.to_owned(),
        level => format!("{name}{level}"),
    }
}
