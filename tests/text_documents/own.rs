//! Properties of an office's own layouts: whatever a record says, it stays words where the template puts them.

use proptest::prelude::*;
use scraper::{Html, Node};
use track::config::Settings;
use track::document::{Line, OwnLayout, Sources, Subject, find_format};
use track::query::Row;
use track::schema::read;

use crate::markdown;
use crate::sample::{text, words};

/// How many texts a record has here.
const TEXTS: usize = 11;

/// A record of these texts, through the template of the fixtures.
fn filled(format: &str, texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| toml::Value::from(text.as_str()).to_string()).collect();
    let office = &texts[TEXTS - 1];
    let [title, findings, question, grade, label, asked, action, comments, signed, deadline, _] = &quoted[..]
    else {
        panic!("{TEXTS} texts are wanted")
    };
    let record = format!(
        "title = {title}\ntype = \"custody\"\npublished = 2026-10-12\nurl = \"https://example.org/a?b=1&c='2'\"\n\
         key_findings = {findings}\n[[judgment]]\nquestion = {question}\ngrade = {grade}\n\
         [[recommendation]]\nlabel = {label}\ntext = {asked}\nours = true\ndeadline = {deadline}\naction = {action}\n\
         [response]\nchief_officer = {comments}\nsigned_by = {signed}\n"
    );
    let mut settings = Settings::default();
    settings.office.name = Some(office.clone());
    let path = format!("tests/fixtures/templates/our-own.{format}");
    let template = std::fs::read(crate::support::own_root().join(path)).unwrap();
    let layout = OwnLayout::new("templates/x", find_format(format).unwrap(), &template).unwrap();
    let today = "2026-11-23".parse().unwrap();
    read("records/a.toml", record.as_bytes(), |reading| {
        assert!(reading.first_error().is_none(), "{:?}\n{record}", reading.first_error());
        let row = Row::of("a", "records/a.toml", &reading.inspection, today, 14);
        let alone = Sources::alone(&reading.inspection, &row, &settings, today);
        let date = track::model::parse_typed_date("2026-11-20").ok();
        let subject = Subject::new(Sources { date, ..alone });
        Ok::<_, ()>(layout.print(&subject).unwrap())
    })
    .unwrap()
}

/// Texts that nothing is to be taken for.
fn plain() -> Vec<String> {
    (0..TEXTS).map(|index| format!("Qx{index}xQ")).collect()
}

/// The words of what was read from the plain document, with the texts of the other in their places.
fn expected(read: &str, texts: &[String]) -> Vec<String> {
    let mut said = read.to_owned();
    for (name, text) in plain().iter().zip(texts) {
        said = said.replace(name, &Line::of(text, None).plain());
    }
    words(&[said])
}

/// The elements of a page with the names of their attributes, and what else there is; its words, and its titles.
fn page(page: &str) -> (Vec<String>, String) {
    let html = Html::parse_document(page);
    let (mut shape, mut said) = (Vec::new(), String::new());
    for node in html.tree.nodes() {
        match node.value() {
            Node::Element(element) => {
                let attributes: Vec<&str> = element.attrs().map(|(name, _)| name).collect();
                shape.push(format!("{} {attributes:?}", element.name()));
                said.extend(element.attr("title").map(|title| format!(" {title} ")));
            }
            Node::Text(text) => said.push_str(text),
            Node::Comment(_) | Node::ProcessingInstruction(_) => shape.push("what nobody sees".into()),
            _ => {}
        }
    }
    (shape, said)
}

/// Hostile texts between letters, so that each begins and ends a word.
fn hostile() -> impl Strategy<Value = Vec<String>> {
    let one = text().prop_map(|text| format!("a{}z", text.replace(['\n', '\r', '\t'], " ")));
    prop::collection::vec(one, TEXTS)
}

fn stays_words(texts: &[String]) {
    let (shape, said) = page(&filled("html", &plain()));
    let written = filled("html", texts);
    let (hostile_shape, hostile_said) = page(&written);
    assert_eq!(hostile_shape, shape, "{written}");
    assert_eq!(words(&[hostile_said]), expected(&said, texts), "{written}");
    let (matter, said) = markdown_said(&filled("md", &plain()));
    let written = filled("md", texts);
    let (hostile_matter, hostile_said) = markdown_said(&written);
    assert_eq!(words(&[hostile_matter]), expected(&matter, texts), "{written}");
    assert_eq!(words(&[hostile_said]), expected(&said, texts), "{written}");
}

/// The title of the front matter, and the words behind it.
fn markdown_said(written: &str) -> (String, String) {
    let (matter, behind) = written.strip_prefix("---\ntitle: ").unwrap().split_once("\n---\n").unwrap();
    let title = serde_json::from_str(matter.split('\n').next().unwrap()).unwrap();
    let read = markdown::read(behind, false);
    assert_eq!(read.faults, Vec::<String>::new(), "{written}");
    (title, read.text)
}

proptest! {
    #[test]
    fn a_record_stays_words_in_a_template(texts in hostile()) {
        stays_words(&texts);
    }
}

#[test]
fn what_could_break_out_stays_words() {
    for text in [
        "\" onmouseover=\"alert(1)",
        "</title></style></script><script>alert(1)</script>",
        "--> <img src=x onerror=alert(1)>",
        "](javascript:alert(1)) [x",
        "{{ report.title }}{% include 'x' %}{# #}",
        "=HYPERLINK(\"http://x\")",
        "| a | b |",
        "\\\" : }",
        "--- ...",
        "\u{202e}\0\u{7f}",
    ] {
        stays_words(&vec![format!("a {text} z"); TEXTS]);
    }
    stays_words(&vec![format!("a{}z", " <b>word*".repeat(1_200)); TEXTS]);
}
