//! Documents to be written down: one with every block, and hostile ones.

use proptest::prelude::*;
use proptest::sample::select;
use track::document::{Block, Document, Line, Piece, Table};
use track::model::Language;

/// A small document with every block.
pub(crate) fn every_block() -> Document {
    let welsh = Some(Language::Welsh);
    let item = |text: &str| vec![Block::paragraph(text)];
    let url = "https://example.org/a?b=1&c='2'";
    Document {
        title: "DRAFT: Response to “Fish & <chips>”".into(),
        author: Some("Office of \"Example\" & Co".into()),
        draft: true,
        bullet: '•',
        blocks: vec![
            Block::Notice(vec![
                Block::Paragraph(Line::strong("DRAFT: not for publication.").then(" Still missing:")),
                Block::List(vec![item("the comments (section 55(5))"), item("line 3: <b>& more")]),
            ]),
            Block::Letterhead("Office of Example".into()),
            Block::heading(
                1,
                Line::from("Response to “")
                    .then(Line::of("Pysgod a sglodion", welsh).linked(Some(url)))
                    .then("”"),
            ),
            Block::paragraph("1. A paragraph that is no list, with a*star*, an_underscore_ and <tag> & \\."),
            Block::Summary(vec![
                ("Published".into(), "9 March 2020".into()),
                (
                    "Address".into(),
                    Line::from("https://example.org/told").linked(Some("https://example.org/told")),
                ),
            ]),
            Block::heading(2, "What the report found"),
            Block::Paragraph(Line::of("Roedd y pysgod yn dda.", welsh)),
            Block::Table(Table {
                caption: "Graded judgments".into(),
                head: vec!["Question".into(), "Grade".into()],
                rows: vec![
                    vec!["Frying | draining".into(), "good".into()],
                    vec![Line::of("Halen", welsh), Line::strong("adequate")],
                ],
            }),
            Block::Table(Table {
                caption: "A wide one".into(),
                head: ["A", "B", "C", "D"].map(str::to_owned).to_vec(),
                rows: vec![["1", "2", "3", ""].map(Line::from).to_vec()],
            }),
            Block::heading(2, "Recommendations"),
            Block::List(vec![
                vec![
                    Block::paragraph("Fry less."),
                    Block::Paragraph(Line::strong("Action: ").then("we fry less:")),
                    Block::List(vec![item("cod"), item("+ plaice")]),
                ],
                item("- Drain more."),
            ]),
            Block::List(vec![item("Another list")]),
            Block::heading(3, "Recommendation #"),
            Block::heading(4, "Progress"),
            Block::heading(5, "In detail"),
            Block::paragraph("    Done."),
            Block::Annex("Annex: # the rest".into()),
            Block::paragraph("All of it."),
        ],
    }
}

/// Pieces that mean something to a reader of HTML or Markdown.
const PIECES: &[&str] = &[
    "<b>",
    "</p>",
    "<script>",
    "<!--",
    "-->",
    "<!-- -->",
    "]]>",
    "<?x",
    "&amp;",
    "&",
    "&#60;",
    "&copy",
    "\"",
    "'",
    "'\"",
    "`",
    "``",
    "```",
    "~~~",
    "~",
    "~~",
    "*",
    "**",
    "_",
    "__",
    "=",
    "==",
    "===",
    "-",
    "--",
    "---",
    "- ",
    "* ",
    "+ ",
    "+",
    "1. ",
    "1)",
    "2.",
    "0123456789. ",
    "# ",
    "#",
    "## x ##",
    "> ",
    ">",
    "|",
    "a | b",
    "--- | ---",
    "\\",
    "\\\\",
    "[",
    "]",
    "](",
    "[a](https://x)",
    "![",
    "!",
    "[^1]",
    "[^1]: ",
    "[x] ",
    "[ ] ",
    "[a]: /b",
    "$",
    "$$",
    "$x$",
    "$`",
    ":smile:",
    ":::",
    ": ",
    ":",
    "::: x",
    "www.example.org",
    "https://example.org/a_b_c?d=e&f",
    "http://x",
    "a@example.org",
    "mailto:a@b.cd",
    "ftp://x.yz",
    "@name",
    "^",
    "^x^",
    "{.x}",
    "{",
    "}",
    "%",
    "%%",
    "    ",
    "  ",
    " ",
    " ",
    " ",
    "\t",
    "\n",
    "word",
    "Wort",
    "é",
    "ŵ",
    "😀",
    "e\u{301}",
    "\u{a0}",
    "\u{202e}",
    "\0",
    "(",
    ")",
    "(c)",
    "...",
    ".",
    "“",
    "’",
    "/",
    "a",
    "1",
    "10",
    "x\\",
    "@@",
    "++",
    "==x==",
    "~x~",
    "x_y_z",
    "@article{",
    "[@key]",
    "\\begin{x}",
    "<https://x.y>",
    "<a@b.c>",
    "#hash",
    "%7C",
    "_x_",
    "*x*",
    "//x",
    "||x||",
    "&lt;",
    "&nbsp;",
    "[[x]]",
    ">!x!<",
    "> [!NOTE]",
    "| :-: |",
    "Table: x",
    "(@)",
    "(1)",
    "a.",
    "A) ",
    "i. ",
    "#. ",
    "* * *",
    "_ _ _",
    "...",
    "+++",
];

/// A text of a few hostile pieces, as a record might hold.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..9).prop_map(|pieces| pieces.concat())
}

fn piece() -> impl Strategy<Value = Piece> {
    let language = prop::option::of(select(&[Language::Welsh, Language::English][..]));
    let address = select(
        &["https://example.org/a?b=c&d='e'", "http://x.example/(y)_*z*", "https://example.org/\"<", ""][..],
    );
    (text(), any::<bool>(), language, prop::option::weighted(0.3, address)).prop_map(
        |(text, strong, language, address)| {
            let line = Line::of(&text, language).linked(address);
            let piece = line.0.into_iter().next().unwrap();
            Piece { strong, ..piece }
        },
    )
}

fn line() -> impl Strategy<Value = Line> {
    prop::collection::vec(piece(), 0..4).prop_map(Line)
}

/// A short text without breaks.
fn label() -> impl Strategy<Value = String> {
    text().prop_map(|text| Line::of(&text, None).plain())
}

fn table() -> impl Strategy<Value = Table> {
    (1..5_usize).prop_flat_map(|columns| {
        let row = prop::collection::vec(line(), columns);
        (label(), prop::collection::vec(label(), columns), prop::collection::vec(row, 0..3))
            .prop_map(|(caption, head, rows)| Table { caption, head, rows })
    })
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        4 => line().prop_map(Block::Paragraph),
        1 => line().prop_map(Block::Letterhead),
        1 => line().prop_map(Block::Annex),
        1 => (1..=5_u8, line()).prop_map(|(level, text)| Block::Heading { level, text }),
        1 => prop::collection::vec((label(), line()), 0..4).prop_map(Block::Summary),
        1 => table().prop_map(Block::Table),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        // The first of an item is a paragraph.
        let item = (line(), prop::collection::vec(inner.clone(), 0..3)).prop_map(|(first, mut rest)| {
            rest.insert(0, Block::Paragraph(first));
            rest
        });
        prop_oneof![
            3 => prop::collection::vec(item, 0..4).prop_map(Block::List),
            1 => prop::collection::vec(inner, 0..3).prop_map(Block::Notice),
        ]
    })
}

/// A document of hostile texts.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    let author = prop::option::of(label());
    (label(), author, any::<bool>(), prop::collection::vec(block(), 0..6))
        .prop_map(|(title, author, draft, blocks)| Document { title, author, draft, bullet: '•', blocks })
}

/// Every text of a document in the order of reading; `colon` stands behind the labels of a summary.
pub(crate) fn texts(document: &Document, colon: &str) -> Vec<String> {
    let mut all = Vec::new();
    collect(&document.blocks, colon, &mut all);
    all
}

fn collect(blocks: &[Block], colon: &str, all: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Letterhead(line)
            | Block::Paragraph(line)
            | Block::Annex(line)
            | Block::Heading { text: line, .. } => {
                all.push(line.plain());
            }
            Block::List(items) => items.iter().for_each(|item| collect(item, colon, all)),
            Block::Summary(rows) => {
                for (label, line) in rows {
                    all.extend([format!("{}{colon}", label.trim()), line.plain()]);
                }
            }
            Block::Table(table) if table.rows.is_empty() => {}
            Block::Table(table) => {
                all.push(table.caption.clone());
                all.extend(table.head.iter().cloned());
                all.extend(table.rows.iter().flatten().map(Line::plain));
            }
            Block::Notice(inner) => collect(inner, colon, all),
        }
    }
}

/// The words of texts, whatever space stands between them.
pub(crate) fn words<S: AsRef<str>>(texts: &[S]) -> Vec<String> {
    texts.iter().flat_map(|text| text.as_ref().split_whitespace()).map(str::to_owned).collect()
}
