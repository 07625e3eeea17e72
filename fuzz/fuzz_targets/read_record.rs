//! Any bytes as a record: read, checked and shown, none of it may panic, and every place lies in the text.
//!
//! Overflow checks and assertions are on, as `cargo fuzz` builds by default.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use track::check::{Facts, check_record, check_records};
use track::config::Settings;
use track::diagnostic::Finding;
use track::query::{Counts, Filter, ItemRow, Row};
use track::schema::{Reading, read};
use track::text::{Place, is_hidden};
use track::view::{Paint, snippet};

const PATH: &str = "records/2020-03-example.toml";
const ID: &str = "2020-03-example";

fuzz_target!(|bytes: &[u8]| {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar");
    let settings = Settings::default();
    read(PATH, bytes, |reading| {
        let mut findings = check_record(ID, reading, day, &settings);
        let facts = [Facts::of(ID, reading)];
        for remote in check_records(&facts, day, &settings) {
            findings.push(remote.locate(&facts, &mut |_, steps| reading.place(steps)));
        }
        for finding in &findings {
            look_at(finding, reading.source.text);
        }
        ask(reading, day);
    });
});

fn look_at(finding: &Finding, text: &str) {
    lies_within(&finding.place, text);
    for related in &finding.related {
        lies_within(&related.place, text);
    }
    let shown = snippet(finding, Paint { colour: false, width: Some(80) });
    assert!(!shown.chars().any(|c| c != '\n' && is_hidden(c)), "hidden characters are shown: {shown:?}");
}

fn lies_within(place: &Place, text: &str) {
    assert!(place.byte_start <= place.byte_end && place.byte_end <= text.len(), "{place:?}");
    assert!(text.is_char_boundary(place.byte_start) && text.is_char_boundary(place.byte_end), "{place:?}");
    assert!(place.line >= 1 && place.column >= 1, "{place:?}");
    assert!((place.line, place.column) <= (place.end_line, place.end_column), "{place:?}");
    assert!(place.end_line <= text.split('\n').count(), "{place:?}");
    let excerpt = &place.excerpt;
    assert!(excerpt.text.get(excerpt.span.start..excerpt.span.end).is_some(), "{place:?}");
}

/// What the lists make of it.
fn ask(reading: &Reading<'_>, day: NaiveDate) {
    let inspection = &reading.inspection;
    let row = Row::of(ID, PATH, inspection, day, 14);
    let filter = Filter { overdue: true, search: Some("the police".to_owned()), ..Filter::default() };
    let _ = filter.keeps_record(ID, inspection) && filter.keeps_row(&row);
    assert_eq!(Counts::of(inspection, day).items, inspection.recommendations.len());
    assert_eq!(ItemRow::all_of(ID, inspection, day).count(), inspection.recommendations.len());
}
