//! Any text as the deadline of a recommendation: a date that can be shown, or none.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use track::duty::{Deadline, read_deadline};
use track::model::PartialDate;

fuzz_target!(|phrase: &str| {
    let day = NaiveDate::from_ymd_opt(2020, 2, 29).expect("a day of the calendar");
    let last = NaiveDate::from_ymd_opt(2199, 12, 31).expect("a day of the calendar");
    for published in [
        PartialDate::Day(day),
        PartialDate::Month(2020, 3),
        PartialDate::Year(2020),
        PartialDate::Unknown,
        PartialDate::Day(last),
    ] {
        let Some(deadline) = read_deadline(phrase, published) else { continue };
        if let Deadline::On(date) = deadline {
            assert_eq!(PartialDate::from_record_text(&date.to_string()), Some(date), "{phrase:?}");
        }
        let _ = (deadline.certainly_past(day), deadline.latest_day());
    }
});
