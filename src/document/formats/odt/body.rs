//! The body of an ODT document.

use super::super::office::{Standing, heading_level, says_nothing, wants_room};
use super::super::xml::{Attributes, Xml};
use super::columns::Columns;
use super::lines::{bold, paragraph, words};
use super::{OFFICE, table};
use crate::document::block::{Block, Document, Line};

/// Writes the part of the body, with the styles of its columns above it.
pub(super) fn part(document: &Document) -> String {
    let mut columns = Columns::default();
    let mut body = Xml::default();
    blocks(&mut body, &document.blocks, Standing::default(), &mut columns);
    let named = |name: &str| format!("urn:oasis:names:tc:opendocument:xmlns:{name}:1.0");
    let namespaces = [
        ("xmlns:office", OFFICE),
        ("xmlns:style", &*named("style")),
        ("xmlns:text", &*named("text")),
        ("xmlns:table", &*named("table")),
        ("xmlns:fo", &*named("xsl-fo-compatible")),
        ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
        ("office:version", "1.2"),
    ];
    let mut xml = Xml::part();
    xml.element("office:document-content", &namespaces, |xml| {
        columns.write(xml);
        xml.element("office:body", &[], |xml| {
            xml.element("office:text", &[], |xml| xml.raw(&body.finish()));
        });
    });
    xml.finish()
}

fn blocks(xml: &mut Xml, all: &[Block], standing: Standing, columns: &mut Columns) {
    let mut rest = all.iter().filter(|block| !says_nothing(block)).peekable();
    while let Some(block) = rest.next() {
        one(xml, block, standing, columns);
        if wants_room(block, rest.peek().copied()) {
            xml.empty("text:p", &[("text:style-name", "Room")]);
        }
    }
}

fn one(xml: &mut Xml, block: &Block, standing: Standing, columns: &mut Columns) {
    match block {
        Block::Letterhead(line) => paragraph(xml, "Letterhead", |xml| bold(xml, line)),
        Block::Heading { level, text } => {
            let level = heading_level(*level).to_string();
            heading(xml, &format!("Heading_20_{level}"), &level, text);
        }
        Block::Annex(line) => heading(xml, "Annex", "2", line),
        Block::Paragraph(line) => {
            let style = match (standing.in_notice, standing.depth) {
                (true, _) => "Notice",
                (false, 0) => "Text_20_body",
                (false, _) => "List_20_Bullet",
            };
            paragraph(xml, style, |xml| words(xml, line));
        }
        Block::List(items) => list(xml, items, standing, columns),
        Block::Summary(rows) => table::summary(xml, rows, columns),
        Block::Table(table) => table::table(xml, table, columns),
        Block::Notice(inner) => blocks(xml, inner, standing.noticed(), columns),
    }
}

fn heading(xml: &mut Xml, style: &str, level: &str, text: &Line) {
    let attributes = [("text:style-name", style), ("text:outline-level", level)];
    xml.element("text:h", &attributes, |xml| bold(xml, text));
}

/// A list; one within another takes its style from that.
fn list(xml: &mut Xml, items: &[Vec<Block>], standing: Standing, columns: &mut Columns) {
    let style = if standing.in_notice { "Notice_20_Bullets" } else { "Bullets" };
    let named = [("text:style-name", style)];
    let attributes: Attributes<'_> = if standing.depth == 0 { &named } else { &[] };
    xml.element("text:list", attributes, |xml| {
        for item in items.iter().filter(|item| !item.iter().all(says_nothing)) {
            xml.element("text:list-item", &[], |xml| blocks(xml, item, standing.deeper(), columns));
        }
    });
}
