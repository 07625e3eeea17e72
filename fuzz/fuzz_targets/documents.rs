//! Any bytes as a record: where it can be read, each layout and format makes a document of it, and twice the same one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use track::config::Settings;
use track::document::{DOCUMENT_FORMATS, LAYOUTS, Sources, Subject, compose};
use track::query::Row;
use track::schema::read;

const PATH: &str = "records/2020-03-example.toml";

fuzz_target!(|bytes: &[u8]| {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar");
    let settings = Settings::default();
    let _ = read(PATH, bytes, |reading| {
        let inspection = &reading.inspection;
        let row = Row::of("2020-03-example", PATH, inspection, today, 14);
        let subject = Subject::new(Sources::alone(inspection, &row, &settings, today));
        for layout in LAYOUTS {
            let document = compose(&subject, layout);
            for format in DOCUMENT_FORMATS {
                assert_eq!((format.write)(&document), (format.write)(&document));
            }
        }
        Ok::<_, ()>(())
    });
});
