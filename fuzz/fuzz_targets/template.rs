//! Any bytes as an office's own layout: refused with a reason, or filled within its bounds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use track::config::Settings;
use track::document::{OwnLayout, Sources, Subject, TEMPLATE_FORMATS, find_format};
use track::query::Row;
use track::schema::read;

const PATH: &str = "records/every-key.toml";
const RECORD: &[u8] = include_bytes!("../../tests/support/every_key.toml");

fuzz_target!(|template: &[u8]| {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar");
    let settings = Settings::default();
    for name in TEMPLATE_FORMATS {
        let format = find_format(name).expect("a format of the table");
        let layout = match OwnLayout::new("templates/own", format, template) {
            Ok(layout) => layout,
            Err(fault) => {
                assert!(!fault.to_string().is_empty());
                continue;
            }
        };
        let filled = read(PATH, RECORD, |reading| {
            let inspection = &reading.inspection;
            let row = Row::of("every-key", PATH, inspection, today, 14);
            let sources = Sources::alone(inspection, &row, &settings, today);
            layout.print(&Subject::new(sources))
        });
        match filled {
            // What is private in the record stands in no document, unless the template itself says it.
            Ok(text) => {
                let says = |words: &str| String::from_utf8_lossy(template).contains(words);
                assert!(text.len() < 5 << 20, "{} bytes", text.len());
                assert!(!text.contains("Head of Custody") || says("Custody"), "{text}");
            }
            Err(fault) => assert!(!fault.to_string().is_empty()),
        }
    }
});
