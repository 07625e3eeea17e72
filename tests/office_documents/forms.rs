//! What DOCX and ODT ask of a file, beyond XML.

use std::collections::BTreeSet;

use track::document::{Block, Document, Line, Table};

use crate::archive::{part, parts, written};
use crate::readers::{of_document, of_file};
use crate::sample::sample;
use crate::xml::{Element, parse};

/// The elements of properties in the order that Word wants them in.
const ORDERS: [(&str, &str); 5] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc \
         outlineLvl rPr sectPr",
    ),
    ("w:rPr", "rStyle rFonts b bCs i iCs color sz szCs u lang"),
    ("w:tblPr", "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook"),
    ("w:style", "name basedOn next link uiPriority qFormat pPr rPr tblPr trPr tcPr tblStylePr"),
    ("w:sectPr", "headerReference footerReference pgSz pgMar"),
];

/// Faults of a DOCX file that Word would stumble over.
pub(crate) fn faults_of_docx(bytes: &[u8]) -> Vec<String> {
    let read: Vec<(String, Element)> =
        parts(bytes).into_iter().map(|part| (part.name, parse(&part.text))).collect();
    let mut faults = Vec::new();
    for (name, root) in &read {
        for element in root.all() {
            order(name, element, &mut faults);
        }
    }
    let get = |name: &str| &read.iter().find(|(known, _)| known == name).unwrap().1;
    styles(&read, get("word/styles.xml"), &mut faults);
    let document = get("word/document.xml");
    relations(&read, document, get("word/_rels/document.xml.rels"), get("[Content_Types].xml"), &mut faults);
    tables(document, &mut faults);
    faults
}

/// Properties come first in what they belong to, and those in them in their order.
fn order(name: &str, element: &Element, faults: &mut Vec<String>) {
    for (_, order) in ORDERS.iter().filter(|(of, _)| *of == element.name) {
        let place = |inner: &Element| {
            let local = inner.name.trim_start_matches("w:");
            order.split_whitespace().position(|known| known == local)
        };
        let places: Vec<Option<usize>> = element.elements().map(place).collect();
        if places.contains(&None) || !places.is_sorted() {
            faults.push(format!("{name}: order of {element:?}"));
        }
    }
    let firsts = ["w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr"];
    let holders = ["w:p", "w:r", "w:tbl", "w:tr", "w:tc"];
    if holders.contains(&element.name.as_str()) {
        let late = element.elements().skip(1).filter(|inner| firsts.contains(&inner.name.as_str()));
        faults.extend(late.map(|late| format!("{name}: {} is not the first of {}", late.name, element.name)));
    }
}

/// Every style that is named is there.
fn styles(read: &[(String, Element)], styles: &Element, faults: &mut Vec<String>) {
    let known: BTreeSet<_> =
        styles.named("w:style").iter().filter_map(|style| style.attribute("w:styleId")).collect();
    let names = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"];
    for (name, root) in read {
        let used = root.all().into_iter().filter(|element| names.contains(&element.name.as_str()));
        let unknown = used.filter(|used| !known.contains(used.attribute("w:val").unwrap()));
        faults.extend(unknown.map(|used| format!("{name}: no style {used:?}")));
    }
}

/// Every part that is named is there, and every link leads somewhere.
fn relations(
    read: &[(String, Element)],
    document: &Element,
    relations: &Element,
    types: &Element,
    faults: &mut Vec<String>,
) {
    let targets: BTreeSet<_> = relations.elements().filter_map(|relation| relation.attribute("Id")).collect();
    let used: BTreeSet<_> =
        document.all().into_iter().filter_map(|element| element.attribute("r:id")).collect();
    faults.extend(used.difference(&targets).map(|id| format!("nothing is related by {id}")));
    let names: BTreeSet<_> = read.iter().map(|(name, _)| format!("/{name}")).collect();
    let promised =
        types.named("Override").into_iter().map(|part| part.attribute("PartName").unwrap().to_owned());
    let inside = relations.elements().filter(|relation| relation.attribute("TargetMode").is_none());
    let related = inside.map(|relation| format!("/word/{}", relation.attribute("Target").unwrap()));
    let missing = promised.chain(related).filter(|name| !names.contains(name));
    faults.extend(missing.map(|name| format!("no part {name}")));
}

/// Tables have as many cells in a row as columns, and a paragraph behind them.
fn tables(document: &Element, faults: &mut Vec<String>) {
    for table in document.named("w:tbl") {
        let columns = table.child("w:tblGrid").unwrap().elements().count();
        let rows: Vec<&Element> = table.elements().filter(|element| element.name == "w:tr").collect();
        let cells = |row: &Element| row.elements().filter(|element| element.name == "w:tc").count();
        if columns == 0 || rows.is_empty() || rows.iter().any(|row| cells(row) != columns) {
            faults.push(format!("rows and columns of {table:?}"));
        }
    }
    let body: Vec<&Element> = document.child("w:body").unwrap().elements().collect();
    let bare = body.windows(2).filter(|pair| pair[0].name == "w:tbl" && pair[1].name != "w:p");
    faults.extend(bare.map(|pair| format!("no paragraph between a table and {}", pair[1].name)));
}

/// Faults of an ODT file.
pub(crate) fn faults_of_odt(bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let (content, styles) = (part(bytes, "content.xml"), part(bytes, "styles.xml"));
    let known: BTreeSet<_> = [&content, &styles]
        .into_iter()
        .flat_map(Element::all)
        .filter(|element| {
            matches!(element.name.as_str(), "style:style" | "text:list-style" | "style:page-layout")
        })
        .filter_map(|style| style.attribute("style:name"))
        .collect();
    for element in [&content, &styles].into_iter().flat_map(Element::all) {
        for attribute in
            ["text:style-name", "table:style-name", "style:parent-style-name", "style:page-layout-name"]
        {
            if element.attribute(attribute).is_some_and(|style| !known.contains(style)) {
                faults.push(format!("no style {:?} of {}", element.attribute(attribute), element.name));
            }
        }
    }
    let mut names = BTreeSet::new();
    for table in content.named("table:table") {
        if !names.insert(table.attribute("table:name").unwrap()) {
            faults.push("two tables of one name".into());
        }
        let columns = table.named("table:table-column").len();
        let rows = table.named("table:table-row");
        if columns == 0 || rows.is_empty() || rows.iter().any(|row| row.elements().count() != columns) {
            faults.push(format!("rows and columns of {table:?}"));
        }
    }
    let manifest = part(bytes, "META-INF/manifest.xml");
    let listed: BTreeSet<String> = manifest
        .elements()
        .filter_map(|entry| entry.attribute("manifest:full-path").map(str::to_owned))
        .collect();
    let there = parts(bytes).into_iter().map(|part| part.name);
    let there: BTreeSet<String> = there
        .filter(|name| name != "mimetype" && name != "META-INF/manifest.xml")
        .chain(["/".into()])
        .collect();
    if listed != there {
        faults.push(format!("{listed:?} are listed, {there:?} are there"));
    }
    faults
}

fn empty() -> Document {
    Document { title: String::new(), author: None, draft: false, bullet: '•', blocks: Vec::new() }
}

#[test]
fn a_document_with_every_block_has_no_faults_and_says_all_once() {
    for document in [sample(true), sample(false), empty()] {
        let (docx, odt) = (written(&document, "docx"), written(&document, "odt"));
        assert_eq!((faults_of_docx(&docx), faults_of_odt(&odt)), (Vec::new(), Vec::new()));
        assert_eq!(of_file(&docx, "docx"), of_document(&document));
        assert_eq!(of_file(&odt, "odt"), of_document(&document));
    }
}

#[test]
fn the_first_part_tells_what_the_file_is() {
    let odt = written(&sample(false), "odt");
    // Those who guess from the first bytes find the name at 30 and the type at 38: nothing extra stands between.
    assert_eq!(&odt[30..77], b"mimetypeapplication/vnd.oasis.opendocument.text");
    assert!(parts(&odt)[0].is_stored && parts(&odt)[1..].iter().all(|part| !part.is_stored));
    assert_eq!(parts(&written(&sample(false), "docx"))[0].name, "[Content_Types].xml");
}

#[test]
fn the_system_is_not_told() {
    for format in ["docx", "odt"] {
        let bytes = written(&sample(true), format);
        let at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        assert_eq!(bytes[at + 5], 3, "{format}: the system that made it is always given as Unix");
    }
}

#[test]
fn every_page_of_a_draft_says_so_and_no_other_does() {
    let words = "DRAFT – not for publication";
    for draft in [true, false] {
        let document = Document { draft, blocks: vec![Block::paragraph("x")], ..sample(draft) };
        for format in ["docx", "odt"] {
            let bytes = written(&document, format);
            let says = parts(&bytes).iter().any(|part| part.text.contains(words));
            assert_eq!(says, draft, "{format}");
        }
        let has_header =
            !part(&written(&document, "docx"), "word/document.xml").named("w:headerReference").is_empty();
        assert_eq!(has_header, draft);
    }
}

#[test]
fn the_file_says_its_title_its_author_and_its_language() {
    for (format, name) in [("docx", "docProps/core.xml"), ("odt", "meta.xml")] {
        let properties = part(&written(&sample(true), format), name);
        let told = |name: &str| properties.named(name).first().map(|element| element.text());
        assert_eq!(told("dc:title").as_deref(), Some("DRAFT: Response to “Gwŷr & <ŵyn>”"));
        assert_eq!(told("dc:creator").as_deref(), Some("Office of the Police & Crime Commissioner"));
        assert_eq!(told("dc:language").as_deref(), Some("en-GB"));
        let properties = part(&written(&empty(), format), name);
        assert!(properties.named("dc:creator").is_empty());
    }
}

#[test]
fn an_address_is_led_to_from_every_place_and_kept_once() {
    let bytes = written(&sample(false), "docx");
    let links = part(&bytes, "word/document.xml").named("w:hyperlink").len();
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    let outside: Vec<_> =
        relations.elements().filter(|relation| relation.attribute("TargetMode").is_some()).collect();
    assert_eq!((links, outside.len()), (3, 1));
    assert_eq!(outside[0].attribute("Target"), Some("https://example.org/a?b=c&d#e"));
    let content = part(&written(&sample(false), "odt"), "content.xml");
    let links = content.named("text:a");
    assert!(links.len() == 3 && links.iter().all(|link| link.text() == "Gwŷr & <ŵyn>"));
}

#[test]
fn blocks_that_say_nothing_leave_nothing_behind() {
    let document = Document {
        blocks: vec![
            Block::heading(2, " "),
            Block::paragraph(""),
            Block::List(vec![vec![], vec![Block::paragraph(" ")]]),
            Block::Summary(Vec::new()),
            Block::Notice(vec![Block::List(Vec::new())]),
            Block::Table(Table { caption: String::new(), head: Vec::new(), rows: Vec::new() }),
        ],
        ..empty()
    };
    assert!(part(&written(&document, "docx"), "word/document.xml").named("w:p").is_empty());
    let content = part(&written(&document, "odt"), "content.xml");
    assert!(content.named("office:text")[0].elements().next().is_none());
}

#[test]
fn rows_of_other_lengths_are_filled_up() {
    let row = |cells: &[&str]| cells.iter().map(|cell| Line::from(*cell)).collect();
    let document = Document {
        blocks: vec![
            Block::Table(Table {
                caption: String::new(),
                head: vec!["a".into(), "b".into()],
                rows: vec![row(&["c"]), row(&["d", "e", "f"]), row(&[])],
            }),
            Block::Table(Table { caption: "no rows".into(), head: vec!["g".into()], rows: Vec::new() }),
            Block::Table(Table { caption: String::new(), head: vec!["h".into()], rows: Vec::new() }),
            Block::Table(Table { caption: "no columns".into(), head: Vec::new(), rows: Vec::new() }),
        ],
        ..empty()
    };
    let (docx, odt) = (written(&document, "docx"), written(&document, "odt"));
    assert_eq!((faults_of_docx(&docx), faults_of_odt(&odt)), (Vec::new(), Vec::new()));
    assert_eq!(of_file(&docx, "docx"), of_document(&document));
}

#[test]
fn a_planted_fault_is_found() {
    let document = sample(false);
    let bytes = written(&document, "docx");
    let text = parts(&bytes).into_iter().find(|part| part.name == "word/document.xml").unwrap().text;
    let turned = text.replacen(
        "<w:pStyle w:val=\"TableLabel\"/><w:keepNext/>",
        "<w:keepNext/><w:pStyle w:val=\"NoSuch\"/>",
        1,
    );
    assert_ne!(text, turned);
    assert_eq!(faults_of_docx(&repacked(&bytes, "word/document.xml", &turned)).len(), 2);
    let odt = written(&document, "odt");
    let text = parts(&odt).into_iter().find(|part| part.name == "content.xml").unwrap().text;
    let turned = text.replacen("\"Letterhead\"", "\"NoSuch\"", 1).replace("\"Table2\"", "\"Table1\"");
    assert_eq!(faults_of_odt(&repacked(&odt, "content.xml", &turned)).len(), 2);
}

/// The archive with another text in one of its parts.
fn repacked(bytes: &[u8], name: &str, text: &str) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for part in parts(bytes) {
        archive.start_file(&*part.name, zip::write::SimpleFileOptions::default()).unwrap();
        let text = if part.name == name { text } else { &part.text };
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
