//! DOCX, as Word writes it: real styles, lists, tables and links, so that a document can be worked on and listened to.

mod body;
mod lines;
mod table;

use super::DocumentFormat;
use super::office::DRAFT;
use super::package::{Part, package};
use super::xml::Xml;
use crate::document::block::Document;
use lines::Links;

/// `docx`.
pub(super) static FORMAT: DocumentFormat = DocumentFormat {
    name: "docx",
    also: &["word"],
    summary: "a Word document",
    is_text: false,
    write: |document| package(&parts(document)),
};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OF_PACKAGES: &str = "http://schemas.openxmlformats.org/package/2006";

/// The parts that are the same in every document.
const STYLES: &str = include_str!("docx/styles.xml");
const NUMBERING: &str = include_str!("docx/numbering.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");
const FONTS: &str = include_str!("docx/fonts.xml");
const FOOTER: &str = include_str!("docx/footer.xml");

/// The parts of the document itself, each with what its type is called: name, content type, kind of relation.
const OWN: [(&str, &str, &str); 6] = [
    ("styles", "styles", "styles"),
    ("numbering", "numbering", "numbering"),
    ("settings", "settings", "settings"),
    ("fontTable", "fontTable", "fontTable"),
    ("footer1", "footer", "footer"),
    ("header1", "header", "header"),
];

/// The parts, in their order: the first tells what the others are.
fn parts(document: &Document) -> Vec<Part> {
    let mut links = Links::default();
    let body = body::part(document, &mut links);
    let mut parts = vec![
        Part::new("[Content_Types].xml", content_types(document)),
        Part::new("_rels/.rels", package_relations()),
        Part::new("docProps/core.xml", properties(document)),
        Part::new("word/document.xml", body),
        Part::new("word/_rels/document.xml.rels", document_relations(document, &links)),
        Part::new("word/styles.xml", STYLES),
        Part::new("word/numbering.xml", NUMBERING),
        Part::new("word/settings.xml", SETTINGS),
        Part::new("word/fontTable.xml", FONTS),
        Part::new("word/footer1.xml", FOOTER),
    ];
    if document.draft {
        parts.push(Part::new("word/header1.xml", header()));
    }
    parts
}

/// The parts that a document has; only a draft has a header.
fn own(document: &Document) -> &'static [(&'static str, &'static str, &'static str)] {
    if document.draft { &OWN } else { &OWN[..OWN.len() - 1] }
}

fn content_types(document: &Document) -> String {
    let mut xml = Xml::part();
    let namespace = format!("{OF_PACKAGES}/content-types");
    xml.element("Types", &[("xmlns", &namespace)], |xml| {
        let of_relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", of_relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        let word =
            |kind: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml");
        part("/word/document.xml", &word("document.main"));
        for (name, kind, _) in own(document) {
            part(&format!("/word/{name}.xml"), &word(kind));
        }
    });
    xml.finish()
}

fn relations(inner: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", &format!("{OF_PACKAGES}/relationships"))], inner);
    xml.finish()
}

fn package_relations() -> String {
    relations(|xml| {
        let mut to = |id: &str, kind: &str, target: &str| {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        };
        to("rId1", &format!("{RELATIONS}/officeDocument"), "word/document.xml");
        to("rId2", &format!("{OF_PACKAGES}/relationships/metadata/core-properties"), "docProps/core.xml");
    })
}

fn document_relations(document: &Document, links: &Links) -> String {
    relations(|xml| {
        for (name, _, kind) in own(document) {
            let (kind, target) = (format!("{RELATIONS}/{kind}"), format!("{name}.xml"));
            xml.empty("Relationship", &[("Id", name), ("Type", &kind), ("Target", &target)]);
        }
        for (id, address) in links.iter() {
            let kind = format!("{RELATIONS}/hyperlink");
            let target =
                [("Id", id.as_str()), ("Type", &kind), ("Target", address), ("TargetMode", "External")];
            xml.empty("Relationship", &target);
        }
    })
}

/// What the file says of itself: no day and no machine.
fn properties(document: &Document) -> String {
    let mut xml = Xml::part();
    let namespaces = [
        ("xmlns:cp", &*format!("{OF_PACKAGES}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&document.title));
        if let Some(author) = &document.author {
            xml.element("dc:creator", &[], |xml| xml.text(author));
        }
        xml.element("dc:language", &[], |xml| xml.text("en-GB"));
    });
    xml.finish()
}

/// What stands above every page of a draft.
fn header() -> String {
    let mut xml = Xml::part();
    xml.element("w:hdr", &[("xmlns:w", WORD)], |xml| {
        lines::paragraph(xml, "Header", |xml| {
            xml.element("w:r", &[], |xml| xml.element("w:t", &[], |xml| xml.text(DRAFT)));
        });
    });
    xml.finish()
}
