//! Any text as a typed date: read or refused, and what was read is written in a form that reads back as itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use track::duty::{POLICE_ACT_55, last_day};
use track::model::{PartialDate, parse_typed_date};

fuzz_target!(|typed: &str| {
    let Ok(date) = parse_typed_date(typed) else { return };
    let written = date.to_string();
    assert_eq!(parse_typed_date(&written), Ok(date), "{typed:?}");
    assert_eq!(PartialDate::from_record_text(&written), Some(date), "{typed:?}");
    if date != PartialDate::Unknown {
        assert_eq!(parse_typed_date(&date.in_words()), Ok(date), "{typed:?}");
    }
    if let Some(range) = last_day(&POLICE_ACT_55, date) {
        assert!(range.earliest <= range.latest, "{typed:?}: {range:?}");
    }
});
