//! Response documents: every word of a record stands in each of them once and in order, whatever the layout and the format.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "office_documents/archive.rs"]
#[allow(dead_code, reason = "each test takes the part it needs")]
mod archive;
#[path = "text_documents/markdown.rs"]
#[allow(dead_code, reason = "each test takes the part it needs")]
mod markdown;
#[path = "office_documents/readers.rs"]
#[allow(dead_code, reason = "each test takes the part it needs")]
mod office_readers;
#[path = "text_documents/page.rs"]
#[allow(dead_code, reason = "each test takes the part it needs")]
mod page;
#[path = "documents/readers.rs"]
mod readers;
#[path = "documents/record.rs"]
mod record;
#[path = "documents/words.rs"]
mod words;
#[path = "office_documents/xml.rs"]
#[allow(dead_code, reason = "each test takes the part it needs")]
mod xml;

use std::collections::HashMap;

use proptest::prelude::*;
use track::config::Settings;
use track::document::{DOCUMENT_FORMATS, LAYOUTS, Layout, Sources, Subject, compose};
use track::model::Inspection;
use track::query::Row;

use readers::reader_of;
use words::{expected, shown};

fn today() -> chrono::NaiveDate {
    "2026-11-25".parse().unwrap()
}

/// The document of a record as each format writes it, read again by something else.
fn texts(inspection: &Inspection<'_>, layout: &Layout) -> Vec<(&'static str, Vec<u8>, String)> {
    let settings = Settings::default();
    let row = Row::of("2020-05-example", "records/2020-05-example.toml", inspection, today(), 14);
    let sources = Sources::alone(inspection, &row, &settings, today());
    let document = compose(&Subject::new(sources), layout);
    let each = DOCUMENT_FORMATS.iter().map(|format| {
        let bytes = (format.write)(&document);
        let text = reader_of(format.name)(&bytes);
        (format.name, bytes, text)
    });
    each.collect()
}

/// Words without the marks that a sentence sets around them: quotation marks, commas, a colon at the end.
fn bare(text: &str) -> Vec<String> {
    let parted = text.replace(['“', '”', ','], " ");
    let words = parted.split_whitespace().map(|word| word.trim_end_matches(':').to_owned());
    words.filter(|word| !word.is_empty()).collect()
}

/// The words that are a record's own: `zq`, a number, `e`.
fn own_words(text: &str) -> Vec<&str> {
    text.match_indices("zq")
        .filter_map(|(at, _)| text[at..].find('e').map(|end| &text[at..=at + end]))
        .filter(|word| word[2..word.len() - 1].bytes().all(|byte| byte.is_ascii_digit()))
        .collect()
}

/// Looks for the words in their order, and that none that is a record's own stands there twice.
fn missing_word(wanted: &[String], text: &str) -> Option<String> {
    let mut rest = bare(text).into_iter();
    for word in wanted.iter().flat_map(|word| bare(word)) {
        if !rest.any(|there| there == word) {
            return Some(format!("`{word}` is not there, or not in its place"));
        }
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for word in own_words(text) {
        *seen.entry(word).or_default() += 1;
    }
    let own = wanted.iter().flat_map(|word| own_words(word));
    let twice = own.into_iter().find(|word| seen.get(word) != Some(&1));
    twice.map(|word| format!("`{word}` is not there just once"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn every_word_of_a_record_stands_once_and_in_order(inspection in record::any_record()) {
        for layout in LAYOUTS {
            let wanted = expected(layout.name, &inspection);
            for (format, bytes, text) in texts(&inspection, layout) {
                let missing = missing_word(&wanted, &text);
                prop_assert!(missing.is_none(), "{} as {format}: {}\n{text}", layout.name, missing.unwrap());
                let again = texts(&inspection, layout).into_iter().find(|(name, ..)| *name == format).unwrap();
                prop_assert_eq!(bytes, again.1, "{} as {}: other bytes", layout.name, format);
            }
        }
    }
}

#[test]
fn sixty_recommendations_and_long_paragraphs_are_whole() {
    let inspection = record::large_record();
    for layout in LAYOUTS {
        let wanted = expected(layout.name, &inspection);
        assert!(wanted.len() > 60 * 1_000);
        for (format, _, text) in texts(&inspection, layout) {
            assert_eq!(missing_word(&wanted, &text), None, "{} as {format}", layout.name);
        }
    }
}

#[test]
fn a_word_that_is_lost_or_doubled_or_moved_is_found() {
    let wanted: Vec<String> = ["zq1e", "a", "zq2e"].map(str::to_owned).into();
    for (text, well) in [
        ("zq1e a zq2e", true),
        ("x zq1e y a z zq2e", true),
        ("zq1e zq2e", false),
        ("zq2e a zq1e", false),
        ("zq1e a zq2e zq1e", false),
    ] {
        assert_eq!(missing_word(&wanted, text).is_none(), well, "{text}");
    }
    assert_eq!(shown("- a\u{202e}\tb"), ["a\\u{202e}", "b"]);
}
