//! Any span of any text: its place exists, its excerpt shows nothing hidden, and the snippet can be drawn.
#![no_main]

use libfuzzer_sys::fuzz_target;
use track::diagnostic::Finding;
use track::schema::faults::SETTINGS;
use track::text::{Source, Span, is_hidden};
use track::view::{Paint, snippet};

fuzz_target!(|input: (u16, u16, u8, &str)| {
    let (start, length, width, text) = input;
    let span = Span::new(start.into(), usize::from(start) + usize::from(length));
    let source = Source::new("records/example.toml", text);
    let finding = Finding::at(&SETTINGS, &source, span, text).label(text).help(text);
    let excerpt = &finding.place.excerpt;
    assert!(finding.place.byte_end <= text.len());
    assert!(excerpt.text.get(excerpt.span.start..excerpt.span.end).is_some(), "{excerpt:?}");
    assert!(!excerpt.text.chars().any(|c| c != '\n' && is_hidden(c)), "{excerpt:?}");
    let shown = snippet(&finding, Paint { colour: false, width: Some(width.into()) });
    assert!(!shown.chars().any(|c| c != '\n' && is_hidden(c)), "{shown:?}");
});
