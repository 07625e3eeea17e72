//! ODT, the open form: real styles, lists, tables and links, as every word processor reads them.

mod body;
mod columns;
mod lines;
mod table;

use super::DocumentFormat;
use super::office::DRAFT;
use super::package::{Part, package};
use super::xml::Xml;
use crate::document::block::Document;

/// `odt`.
pub(super) static FORMAT: DocumentFormat = DocumentFormat {
    name: "odt",
    also: &["opendocument"],
    summary: "an OpenDocument text",
    is_text: false,
    write: |document| package(&parts(document)),
};

const MIME: &str = "application/vnd.oasis.opendocument.text";
const MANIFEST: &str = include_str!("odt/manifest.xml");
const STYLES: &str = include_str!("odt/styles.xml");
/// Where the styles have what stands on every page.
const PAGE: &str = "<!-- the page -->";

const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";

/// The parts, in their order: the first tells what the file is before anything is unpacked.
fn parts(document: &Document) -> [Part; 5] {
    [
        Part::stored("mimetype", MIME),
        Part::new("META-INF/manifest.xml", MANIFEST),
        Part::new("meta.xml", properties(document)),
        Part::new("styles.xml", STYLES.replace(PAGE, &page(document))),
        Part::new("content.xml", body::part(document)),
    ]
}

/// What the file says of itself: no day and no machine.
fn properties(document: &Document) -> String {
    let mut xml = Xml::part();
    let namespaces = [
        ("xmlns:office", OFFICE),
        ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
        ("xmlns:dc", DUBLIN_CORE),
        ("office:version", "1.2"),
    ];
    xml.element("office:document-meta", &namespaces, |xml| {
        xml.element("office:meta", &[], |xml| {
            xml.element("dc:title", &[], |xml| xml.text(&document.title));
            if let Some(author) = &document.author {
                xml.element("meta:initial-creator", &[], |xml| xml.text(author));
                xml.element("dc:creator", &[], |xml| xml.text(author));
            }
            xml.element("dc:language", &[], |xml| xml.text("en-GB"));
        });
    });
    xml.finish()
}

/// What stands on every page: its number, and that a draft is one.
fn page(document: &Document) -> String {
    let mut xml = Xml::default();
    let layout = if document.draft { "A4Draft" } else { "A4" };
    let attributes = [("style:name", "Standard"), ("style:page-layout-name", layout)];
    xml.element("style:master-page", &attributes, |xml| {
        if document.draft {
            xml.element("style:header", &[], |xml| lines::paragraph(xml, "Header", |xml| xml.text(DRAFT)));
        }
        xml.element("style:footer", &[], |xml| {
            lines::paragraph(xml, "Footer", |xml| {
                xml.text("Page ");
                let number = [("text:select-page", "current")];
                xml.element("text:page-number", &number, |xml| xml.text("1"));
                xml.text(" of ");
                xml.element("text:page-count", &[], |xml| xml.text("1"));
            });
        });
    });
    xml.finish()
}
