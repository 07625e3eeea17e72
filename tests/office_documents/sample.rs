//! A small document with every block.

use track::document::{Block, Document, Line, Piece, Table};
use track::model::Language;

/// A document with every block, as a draft or not.
pub(crate) fn sample(draft: bool) -> Document {
    let report =
        Line::of("Gwŷr & <ŵyn>", Some(Language::Welsh)).linked(Some("https://example.org/a?b=c&d#e"));
    let item = |words: &str| vec![Block::paragraph(words)];
    Document {
        title: "DRAFT: Response to “Gwŷr & <ŵyn>”".into(),
        author: Some("Office of the Police & Crime Commissioner".into()),
        draft,
        bullet: '•',
        blocks: vec![
            Block::Notice(vec![
                Block::Paragraph(Line::strong("DRAFT: not for publication.").then(" Still missing:")),
                Block::List(vec![item("write the comments"), item("decide")]),
            ]),
            Block::Letterhead("Office of the Police & Crime Commissioner".into()),
            Block::heading(1, Line::from("Response to “").then(report.clone()).then("”")),
            Block::paragraph("Two  spaces, and   three."),
            Block::Summary(vec![
                ("Type".into(), "National inspection".into()),
                ("Report".into(), report.clone()),
            ]),
            Block::heading(2, "Recommendations"),
            Block::List(vec![
                vec![
                    Block::Paragraph(Line::from("1: ").then(Line::of("Gwnewch hyn:", Some(Language::Welsh)))),
                    Block::List(vec![item("un"), vec![Block::paragraph("dau"), Block::paragraph("a mwy")]]),
                    Block::Paragraph(Line::strong("Action taken: ").then("none")),
                ],
                item("2: That."),
            ]),
            Block::heading(3, "Judgments"),
            Block::Table(Table {
                caption: "Graded judgments".into(),
                head: vec!["Question".into(), "Grade".into()],
                rows: vec![
                    vec!["Responding".into(), "good".into()],
                    vec!["Custody".into(), Line(vec![Piece { text: "=1+1".into(), ..Piece::default() }])],
                ],
            }),
            Block::heading(4, "The end"),
            Block::Annex("Annex: the response".into()),
            Block::heading(5, "Deepest"),
            Block::Summary(vec![("Signed by".into(), report)]),
        ],
    }
}
