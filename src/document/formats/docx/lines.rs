//! The paragraphs of a DOCX document and their runs. Word wants the elements of each property in their order.

use super::super::office::{address, by_link, tag};
use super::super::xml::Xml;
use crate::document::block::{Line, Piece};

/// The addresses that a document leads to, each once.
#[derive(Debug, Default)]
pub(super) struct Links(Vec<String>);

impl Links {
    /// The id under which the parts know an address.
    fn id(&mut self, link: &str) -> String {
        let address = address(link);
        let at = self.0.iter().position(|known| *known == address).unwrap_or_else(|| {
            self.0.push(address);
            self.0.len() - 1
        });
        format!("link{}", at + 1)
    }

    /// Every id with its address.
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, &str)> {
        self.0.iter().enumerate().map(|(at, address)| (format!("link{}", at + 1), address.as_str()))
    }
}

/// Writes a paragraph in a style.
pub(super) fn paragraph(xml: &mut Xml, style: &str, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", style)]));
        inner(xml);
    });
}

/// The runs of a line.
pub(super) fn words(xml: &mut Xml, line: &Line, links: &mut Links) {
    write(xml, line, links, false);
}

/// The runs of a line in a style that is bold itself: there `Strong` would make them thin again, and a line under a
/// link is too much.
pub(super) fn bold(xml: &mut Xml, line: &Line, links: &mut Links) {
    write(xml, line, links, true);
}

fn write(xml: &mut Xml, line: &Line, links: &mut Links, is_bold: bool) {
    for (link, pieces) in by_link(line) {
        let runs = |xml: &mut Xml| pieces.iter().for_each(|piece| run(xml, piece, is_bold));
        match link {
            Some(to) => {
                xml.element("w:hyperlink", &[("r:id", &links.id(to)), ("w:history", "1")], runs);
            }
            None => runs(xml),
        }
    }
}

fn run(xml: &mut Xml, piece: &Piece, is_bold: bool) {
    if piece.text.is_empty() {
        return;
    }
    xml.element("w:r", &[], |xml| {
        let is_strong = piece.strong && !is_bold;
        if is_strong || piece.link.is_some() || tag(piece).is_some() {
            xml.element("w:rPr", &[], |xml| look(xml, piece, is_strong, is_bold));
        }
        xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(&piece.text));
    });
}

/// The properties of a run.
fn look(xml: &mut Xml, piece: &Piece, is_strong: bool, is_bold: bool) {
    match (piece.link.is_some(), is_strong) {
        (true, _) => xml.empty("w:rStyle", &[("w:val", if is_bold { "HeadingLink" } else { "Hyperlink" })]),
        (false, true) => xml.empty("w:rStyle", &[("w:val", "Strong")]),
        (false, false) => {}
    }
    if piece.link.is_some() && is_strong {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    }
    if let Some(tag) = tag(piece) {
        xml.empty("w:lang", &[("w:val", &format!("{tag}-GB"))]);
    }
}
