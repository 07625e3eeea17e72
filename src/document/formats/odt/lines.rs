//! The paragraphs of an ODT document and their spans.

use super::super::office::{address, by_link, tag};
use super::super::xml::Xml;
use crate::document::block::{Line, Piece};

/// Writes a paragraph in a style.
pub(super) fn paragraph(xml: &mut Xml, style: &str, inner: impl FnOnce(&mut Xml)) {
    xml.element("text:p", &[("text:style-name", style)], inner);
}

/// The words of a line.
pub(super) fn words(xml: &mut Xml, line: &Line) {
    write(xml, line, "Internet_20_link");
}

/// The words of a line in a style that is bold itself: there a line under a link is too much.
pub(super) fn bold(xml: &mut Xml, line: &Line) {
    write(xml, line, "Heading_20_link");
}

fn write(xml: &mut Xml, line: &Line, link_style: &str) {
    let mut follows_space = true; // a space at the beginning counts for nothing
    for (link, pieces) in by_link(line) {
        let mut spans = |xml: &mut Xml| {
            for piece in pieces {
                span(xml, piece, &mut follows_space);
            }
        };
        match link {
            Some(to) => {
                let attributes = [
                    ("xlink:type", "simple"),
                    ("xlink:href", &*address(to)),
                    ("text:style-name", link_style),
                    ("text:visited-style-name", link_style),
                ];
                xml.element("text:a", &attributes, spans);
            }
            None => spans(xml),
        }
    }
}

fn span(xml: &mut Xml, piece: &Piece, follows_space: &mut bool) {
    let mut text = Xml::default();
    spaced(&mut text, &piece.text, follows_space);
    let styles = [tag(piece).map(|_| "Welsh"), piece.strong.then_some("Strong_20_Emphasis")];
    let text = styles.into_iter().flatten().fold(text, |inner, style| {
        let mut outer = Xml::default();
        outer.element("text:span", &[("text:style-name", style)], |xml| xml.raw(&inner.finish()));
        outer
    });
    xml.raw(&text.finish());
}

/// Writes a text; of several spaces one after the other all but the first would be lost, so they are counted instead.
fn spaced(xml: &mut Xml, text: &str, follows_space: &mut bool) {
    for run in text.as_bytes().chunk_by(|one, next| (*one == b' ') == (*next == b' ')) {
        let Ok(run) = std::str::from_utf8(run) else { continue }; // a space is never part of another character
        let mut lost = 0;
        if run.starts_with(' ') {
            lost = run.len() - usize::from(!*follows_space);
        }
        xml.text(&run[lost..]);
        if lost > 0 {
            xml.empty("text:s", &[("text:c", &lost.to_string())]);
        }
        *follows_space = run.starts_with(' ');
    }
}
