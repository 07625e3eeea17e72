//! Bank holidays in England and Wales, as a table.

use chrono::{Datelike, NaiveDate};

/// The first year of the table.
pub const KNOWN_FROM: i32 = 2017;
/// The last year of the table; later years are proclaimed later.
pub const KNOWN_UNTIL: i32 = 2027;

/// Month and day of each bank holiday, substitute days included, a row per year from `KNOWN_FROM`.
///
/// Source: <https://www.gov.uk/bank-holidays>, England and Wales.
const BANK_HOLIDAYS: [&[(u32, u32)]; 11] = [
    &[(1, 2), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)],
    &[(1, 1), (3, 30), (4, 2), (5, 7), (5, 28), (8, 27), (12, 25), (12, 26)],
    &[(1, 1), (4, 19), (4, 22), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)],
    &[(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)],
    &[(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
    &[(1, 3), (4, 15), (4, 18), (5, 2), (6, 2), (6, 3), (8, 29), (9, 19), (12, 26), (12, 27)],
    &[(1, 2), (4, 7), (4, 10), (5, 1), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26)],
    &[(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)],
    &[(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)],
    &[(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)],
    &[(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
];

/// Tells whether a day is a bank holiday in England and Wales; `None` outside `KNOWN_FROM` to `KNOWN_UNTIL`.
///
/// Source: <https://www.gov.uk/bank-holidays>. A holiday on a weekend is listed by its substitute day alone.
pub fn is_bank_holiday(day: NaiveDate) -> Option<bool> {
    let row = usize::try_from(day.year() - KNOWN_FROM).ok()?;
    BANK_HOLIDAYS.get(row).map(|days| days.contains(&(day.month(), day.day())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, Weekday};
    use std::collections::BTreeSet;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// Easter Sunday of a Gregorian year (Butcher's computus).
    fn easter(year: i32) -> NaiveDate {
        let (golden, century, rest) = (year % 19, year / 100, year % 100);
        let correction = (century - (century + 8) / 25 + 1) / 3;
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        let shift = (golden + 11 * epact + 22 * weekday) / 451;
        let sum = epact + weekday - 7 * shift + 114;
        ymd(year, u32::try_from(sum / 31).unwrap(), u32::try_from(sum % 31 + 1).unwrap())
    }

    fn first_monday(year: i32, month: u32) -> NaiveDate {
        NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 1).unwrap()
    }

    fn last_monday(year: i32, month: u32) -> NaiveDate {
        let end = ymd(year, month, 31);
        end - Days::new(end.weekday().num_days_from_monday().into())
    }

    /// The holidays by rule: fixed ones that fall on a weekend move to the next weekday that is free.
    fn by_rule(year: i32) -> BTreeSet<NaiveDate> {
        let mut days = BTreeSet::from([
            easter(year) - Days::new(2),
            easter(year) + Days::new(1),
            first_monday(year, 5),
            last_monday(year, 5),
            last_monday(year, 8),
        ]);
        let mut fixed = [ymd(year, 1, 1), ymd(year, 12, 25), ymd(year, 12, 26)];
        fixed.sort_by_key(|day| day.weekday().num_days_from_monday() >= 5); // those that stay, first
        for mut day in fixed {
            while day.weekday().num_days_from_monday() >= 5 || days.contains(&day) {
                day = day + Days::new(1);
            }
            days.insert(day);
        }
        days
    }

    /// Moved and added by proclamation: the days taken out and the days put in.
    fn exceptions(year: i32) -> (Vec<NaiveDate>, Vec<NaiveDate>) {
        match year {
            2020 => (vec![ymd(2020, 5, 4)], vec![ymd(2020, 5, 8)]), // VE day, 75 years
            2022 => (
                vec![ymd(2022, 5, 30)],
                vec![ymd(2022, 6, 2), ymd(2022, 6, 3), ymd(2022, 9, 19)], // spring; Platinum Jubilee; State Funeral
            ),
            2023 => (vec![], vec![ymd(2023, 5, 8)]), // Coronation
            _ => (vec![], vec![]),
        }
    }

    #[test]
    fn the_table_is_what_the_rules_and_proclamations_give() {
        assert_eq!(usize::try_from(KNOWN_UNTIL - KNOWN_FROM).unwrap() + 1, BANK_HOLIDAYS.len());
        for (year, row) in (KNOWN_FROM..).zip(BANK_HOLIDAYS) {
            let mut expected = by_rule(year);
            let (out, into) = exceptions(year);
            assert!(out.iter().all(|day| expected.remove(day)), "{year}");
            assert!(into.into_iter().all(|day| expected.insert(day)), "{year}");
            let table: Vec<NaiveDate> = row.iter().map(|(month, day)| ymd(year, *month, *day)).collect();
            assert_eq!(table, expected.into_iter().collect::<Vec<_>>(), "{year}");
        }
    }

    #[test]
    fn every_day_of_the_known_years_is_answered_and_no_other() {
        let mut holidays = 0;
        for day in ymd(2016, 12, 1).iter_days().take_while(|day| *day < ymd(2028, 2, 1)) {
            let known = (KNOWN_FROM..=KNOWN_UNTIL).contains(&day.year());
            assert_eq!(is_bank_holiday(day).is_some(), known, "{day}");
            holidays += usize::from(is_bank_holiday(day) == Some(true));
        }
        assert_eq!(holidays, 11 * 8 + 3);
        assert_eq!((is_bank_holiday(NaiveDate::MIN), is_bank_holiday(NaiveDate::MAX)), (None, None));
    }
}
