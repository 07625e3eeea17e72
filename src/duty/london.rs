//! The date in London.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};

use crate::model::LATEST_YEAR;

/// The first year whose summer time this room knows: other rules held before.
pub const LONDON_FROM_YEAR: i32 = 1997;

/// Tells the calendar date in London at a moment, in seconds since the start of 1970 in UTC.
///
/// Summer time, one hour ahead, runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
/// October (Summer Time Act 1972, section 1, as amended by the Summer Time Order 2002, SI 2002/262; the orders before it
/// gave the same days from 1997).
/// `None` before 1997 and after `LATEST_YEAR`.
pub fn london_date(unix_seconds: i64) -> Option<NaiveDate> {
    let utc = DateTime::from_timestamp(unix_seconds, 0)?.naive_utc();
    if !(LONDON_FROM_YEAR..=LATEST_YEAR).contains(&utc.year()) {
        return None;
    }
    let summer = change(utc.year(), 3)? <= utc && utc < change(utc.year(), 10)?;
    let ahead = TimeDelta::hours(i64::from(summer));
    utc.checked_add_signed(ahead).map(|local| local.date())
}

/// The moment, in UTC, at which the clocks change in a month of 31 days.
fn change(year: i32, month: u32) -> Option<NaiveDateTime> {
    let end = NaiveDate::from_ymd_opt(year, month, 31)?;
    let last_sunday = end.checked_sub_days(Days::new(end.weekday().num_days_from_sunday().into()))?;
    last_sunday.and_hms_opt(1, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use proptest::prelude::*;

    const HOUR: i64 = 3600;

    fn by_the_database(unix_seconds: i64) -> NaiveDate {
        chrono_tz::Europe::London.timestamp_opt(unix_seconds, 0).unwrap().date_naive()
    }

    fn start_of(year: i32) -> i64 {
        NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp()
    }

    #[test]
    fn every_half_hour_near_the_changes_agrees_with_the_database() {
        for year in 2017..=2037 {
            for month in [3, 10] {
                let at = change(year, month).unwrap().and_utc().timestamp();
                for moment in (-72 * 2..72 * 2).map(|half| at + half * HOUR / 2) {
                    for moment in [moment - 1, moment, moment + 1] {
                        assert_eq!(london_date(moment), Some(by_the_database(moment)), "{moment}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_clocks_change_at_one_in_the_morning() {
        for year in LONDON_FROM_YEAR..=2037 {
            for (month, before, after) in [(3, 0, HOUR), (10, HOUR, 0)] {
                let at = change(year, month).unwrap().and_utc().timestamp();
                let ahead = |moment| {
                    let local = chrono_tz::Europe::London.timestamp_opt(moment, 0).unwrap().naive_local();
                    local.and_utc().timestamp() - moment
                };
                assert_eq!((ahead(at - 1), ahead(at)), (before, after), "{year}-{month}");
            }
        }
    }

    #[test]
    fn the_range_ends_where_it_says() {
        let (first, past) = (start_of(LONDON_FROM_YEAR), start_of(LATEST_YEAR + 1));
        assert_eq!(london_date(first - 1), None);
        assert_eq!(london_date(first), NaiveDate::from_ymd_opt(1997, 1, 1));
        assert_eq!(london_date(past - 1), NaiveDate::from_ymd_opt(LATEST_YEAR, 12, 31));
        for beyond in [past, i64::MIN, i64::MAX] {
            assert_eq!(london_date(beyond), None);
        }
    }

    proptest! {
        #[test]
        fn every_moment_agrees_with_the_database(moment in start_of(1997)..start_of(2038)) {
            prop_assert_eq!(london_date(moment), Some(by_the_database(moment)));
        }

        #[test]
        fn no_number_breaks_it(moment: i64) {
            let _ = london_date(moment);
        }
    }
}
