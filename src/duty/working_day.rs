//! Working days, for advice.

use chrono::{Datelike, NaiveDate, Weekday};

use super::is_bank_holiday;

/// Finds the last working day on or before a day: Monday to Friday, no bank holiday in England and Wales.
///
/// Advice only: section 55(5A) has no extension for weekends or holidays, and the statutory day never moves.
/// `None` where the day, or the search, lies outside the years whose bank holidays are known.
pub fn working_day_on_or_before(day: NaiveDate) -> Option<NaiveDate> {
    let mut day = day;
    while is_bank_holiday(day)? || matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day.pred_opt()?;
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duty::{KNOWN_FROM, KNOWN_UNTIL};

    fn found(text: &str) -> Option<String> {
        working_day_on_or_before(text.parse().unwrap()).map(|day| day.to_string())
    }

    #[test]
    fn weekends_and_bank_holidays_are_stepped_over_backwards() {
        for (day, working) in [
            ("2020-05-03", "2020-05-01"), // a Sunday: the founding record's last day
            ("2020-05-04", "2020-05-04"), // the early May holiday was moved to the 8th
            ("2020-05-08", "2020-05-07"),
            ("2020-04-13", "2020-04-09"), // Easter Monday: over four days
            ("2022-06-05", "2022-06-01"),
            ("2022-09-19", "2022-09-16"),
            ("2021-12-28", "2021-12-24"),
            ("2023-01-02", "2022-12-30"), // into the year before
            ("2024-02-29", "2024-02-29"),
            ("2027-12-31", "2027-12-31"),
            ("2017-01-03", "2017-01-03"),
        ] {
            assert_eq!(found(day).as_deref(), Some(working), "{day}");
        }
    }

    #[test]
    fn unknown_years_are_not_guessed() {
        for day in ["2028-01-01", "2028-01-05", "2016-12-30", "2017-01-01", "2017-01-02"] {
            assert_eq!(found(day), None, "{day}");
        }
        assert_eq!(working_day_on_or_before(NaiveDate::MIN), None);
        assert_eq!(working_day_on_or_before(NaiveDate::MAX), None);
    }

    #[test]
    fn the_answer_is_a_working_day_and_none_lies_between() {
        let first = NaiveDate::from_ymd_opt(KNOWN_FROM, 1, 3).unwrap();
        let is_working = |day| working_day_on_or_before(day) == Some(day);
        for day in first.iter_days().take_while(|day| day.year() <= KNOWN_UNTIL) {
            let answer = working_day_on_or_before(day).unwrap();
            assert!(answer <= day && is_working(answer), "{day}");
            assert!(
                answer.iter_days().skip(1).take_while(|after| *after <= day).all(|after| !is_working(after))
            );
        }
    }
}
