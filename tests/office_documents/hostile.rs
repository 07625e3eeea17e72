//! Documents that nobody would write.

use proptest::prelude::*;
use track::document::{Block, Document, Line, Piece, Table};
use track::model::Language;
use track::text::visible;

use crate::archive::{parts, written};
use crate::forms::{faults_of_docx, faults_of_odt};
use crate::readers::{of_document, of_file};
use crate::xml::parse;

/// Words that markup, formulas, spaces and scripts are made of.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("<w:p>"),
        Just("</text:span>"),
        Just("&amp;"),
        Just("&"),
        Just("]]>"),
        Just("<!--"),
        Just("=HYPERLINK(\"x\")"),
        Just("'"),
        Just("  "),
        Just(" "),
        Just("    "),
        Just("\u{a0}"),
        Just("\u{2003}"),
        Just("é"),
        Just("e\u{301}"),
        Just("👮🏽"),
        Just("ŵ"),
        Just("漢"),
        Just("\u{202e}"),
        Just("\u{0}"),
        Just("\u{fffe}"),
        Just("\u{1fffe}"),
        Just("word"),
        Just("{{x}}"),
        Just("%s"),
    ];
    let parts = prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat());
    prop_oneof![4 => parts, 1 => any::<String>()].prop_map(|text| visible(&text).into_owned())
}

fn piece() -> impl Strategy<Value = Piece> {
    let address = prop_oneof![
        6 => Just(None),
        1 => Just(Some("https://example.org/?a=<&>\"'[]%")),
        1 => Just(Some("https://example.org/ŵ#a#b")),
    ];
    (text(), any::<bool>(), prop::option::of(Just(Language::Welsh)), address).prop_map(
        |(text, strong, language, link)| Piece { text, strong, language, link: link.map(str::to_owned) },
    )
}

fn line() -> impl Strategy<Value = Line> {
    prop::collection::vec(piece(), 0..4).prop_map(Line)
}

fn table() -> impl Strategy<Value = Table> {
    (0..4_usize).prop_flat_map(|columns| {
        let row = prop::collection::vec(line(), columns);
        (text(), prop::collection::vec(text(), columns), prop::collection::vec(row, 0..14))
            .prop_map(|(caption, head, rows)| Table { caption, head, rows })
    })
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        4 => line().prop_map(Block::Paragraph),
        1 => line().prop_map(Block::Letterhead),
        1 => line().prop_map(Block::Annex),
        2 => (1..=5_u8, line()).prop_map(|(level, text)| Block::Heading { level, text }),
        1 => prop::collection::vec((text(), line()), 0..13).prop_map(Block::Summary),
        1 => table().prop_map(Block::Table),
    ];
    leaf.prop_recursive(6, 30, 4, |inner| {
        prop_oneof![
            3 => prop::collection::vec(prop::collection::vec(inner.clone(), 0..4), 0..4).prop_map(Block::List),
            1 => prop::collection::vec(inner, 0..4).prop_map(Block::Notice),
        ]
    })
}

fn document() -> impl Strategy<Value = Document> {
    let blocks = prop::collection::vec(block(), 0..8);
    (text(), prop::option::of(text()), any::<bool>(), blocks)
        .prop_map(|(title, author, draft, blocks)| Document { title, author, draft, bullet: '•', blocks })
}

/// Asserts that a document can be read out of its files again, and that those are what their forms ask for.
fn holds(document: &Document) {
    let expected = of_document(document);
    for format in ["docx", "odt"] {
        let bytes = written(document, format);
        assert!(bytes == written(document, format), "{format}: two files of one document");
        for part in parts(&bytes).iter().filter(|part| part.name != "mimetype") {
            parse(&part.text);
        }
        let faults = if format == "docx" { faults_of_docx(&bytes) } else { faults_of_odt(&bytes) };
        assert_eq!(faults, Vec::<String>::new(), "{format}");
        assert_eq!(of_file(&bytes, format), expected, "{format}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_paragraph_is_read_again_once_and_in_order(document in document()) {
        holds(&document);
    }
}

#[test]
fn long_ones_too() {
    let long = "=1+1 <b>&amp; word  ".repeat(500);
    let item = |at: usize| {
        let nested =
            Block::List(vec![vec![Block::paragraph(format!("{at}: nested")), Block::paragraph("more")]]);
        vec![Block::paragraph(format!("{at}: {long}")), nested, Block::paragraph(long.as_str())]
    };
    let row = |at: usize| vec![Line::from(format!("row {at}")), Line::from(long.as_str())];
    holds(&Document {
        title: long.clone(),
        author: Some(long.clone()),
        draft: true,
        bullet: '·',
        blocks: vec![
            Block::heading(1, long.as_str()),
            Block::List((0..60).map(item).collect()),
            Block::Table(Table {
                caption: long.clone(),
                head: vec!["A".into(), "B".into()],
                rows: (0..200).map(row).collect(),
            }),
        ],
    });
}

#[test]
fn lists_in_lists_without_end() {
    let mut inner = Block::paragraph("deep");
    for level in 0..40 {
        inner = Block::List(vec![vec![Block::paragraph(format!("level {level}")), inner]]);
    }
    let blocks = vec![Block::Notice(vec![inner.clone()]), inner];
    holds(&Document { title: "deep".into(), author: None, draft: false, bullet: '•', blocks });
}
