//! Dates as people type them, read without guessing: day first, no words but months.

use chrono::NaiveDate;

use super::PartialDate;
use super::partial_date::in_range;

/// Why a typed date was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedDateFault {
    /// It is none of the forms.
    NotADate,
    /// It has the form of a date, but the calendar has no such day or month.
    NotInCalendar,
    /// The calendar has the day, but it is another day of the week.
    OtherWeekday(NaiveDate),
    /// The year is out of the range a record may name.
    YearOutOfRange(i32),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a date as people type it: `2020-03-26`, `26/03/2020` (day first), `26 March 2020`, `26th Mar 2020`,
/// `Thursday 26 March 2020`, `March 2020`, `2020-03`, `2020`, `unknown`.
///
/// Numbers are day first, as in Britain; a two-digit year is of this century. A weekday that is not that day's is refused.
///
/// # Errors
/// `NotADate` for any other form, `NotInCalendar` for 30 February and the like, `OtherWeekday` for a day of the week that it
/// is not, `YearOutOfRange` beyond 1800 to 2199.
pub fn parse_typed_date(typed: &str) -> Result<PartialDate, TypedDateFault> {
    let folded = typed.to_lowercase();
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || c == ',' || c == '\u{a0}')
        .filter(|word| !word.is_empty() && *word != "of" && *word != "the")
        .collect();
    let (weekday, words) = match words.as_slice() {
        [first, rest @ ..] if !rest.is_empty() && first.parse::<chrono::Weekday>().is_ok() => {
            (first.parse::<chrono::Weekday>().ok(), rest)
        }
        all => (None, all),
    };
    let date = match words {
        ["unknown"] => Ok(PartialDate::Unknown),
        [one] => parse_numeric(one),
        [month, year] => match month_number(month) {
            Some(month) => month_of(four_digits(year)?, month),
            None => Err(TypedDateFault::NotADate),
        },
        [day, month, year] => match (day_number(day), month_number(month)) {
            (Some(day), Some(month)) => day_of(typed_year(year)?, month, day),
            _ => match (month_number(day), day_number(month)) {
                (Some(month), Some(day)) => day_of(four_digits(year)?, month, day), // March 26, 2020
                _ => Err(TypedDateFault::NotADate),
            },
        },
        _ => Err(TypedDateFault::NotADate),
    }?;
    match (weekday, date) {
        (None, date) => Ok(date),
        (Some(weekday), PartialDate::Day(day)) if chrono::Datelike::weekday(&day) == weekday => Ok(date),
        (Some(_), PartialDate::Day(day)) => Err(TypedDateFault::OtherWeekday(day)),
        (Some(_), _) => Err(TypedDateFault::NotADate),
    }
}

/// Whether a date that was read could have been meant otherwise: day and month the other way round, or the year of another
/// century, as in `03/04/2020` and `26/3/20`.
pub fn reads_two_ways(typed: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = typed.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    let Some(last) = words.next_back() else { return false };
    let parts: Vec<&str> = last.split(['-', '/', '.']).collect();
    match parts.as_slice() {
        [year] => is_number(year) && year.len() <= 2,
        [first, ..] if first.len() == 4 && is_number(first) => false,
        [first, second, year] => {
            let small = |part: &str| part.parse::<u32>().is_ok_and(|number| number <= 12);
            year.len() <= 2
                || (small(first) && small(second) && first.parse::<u32>() != second.parse::<u32>())
        }
        _ => false,
    }
}

/// The other day that a date may mean which can be read with day and month the other way round: of `05/10/2026` 10 May.
pub fn other_reading(typed: &str) -> Option<PartialDate> {
    if !reads_two_ways(typed) {
        return None;
    }
    let mut parts = typed.trim().split(['-', '/', '.']);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let other = parse_typed_date(&format!("{second}/{first}/{year}")).ok()?;
    (parts.next().is_none() && parse_typed_date(typed).ok() != Some(other)).then_some(other)
}

fn parse_numeric(word: &str) -> Result<PartialDate, TypedDateFault> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let separators: Vec<char> = word.chars().filter(|c| matches!(c, '-' | '/' | '.')).collect();
    if separators.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err(TypedDateFault::NotADate);
    }
    match parts.as_slice() {
        [year] => year_of(four_digits(year)?),
        [year, month] if year.len() == 4 && separators == ['-'] => {
            month_of(four_digits(year)?, digits(month, 2)?)
        }
        [month, year] if separators == ['/'] => month_of(four_digits(year)?, digits(month, 2)?),
        [year, month, day] if year.len() == 4 && separators[0] != '.' => {
            day_of(four_digits(year)?, digits(month, 2)?, digits(day, 2)?)
        }
        [day, month, year] => match month_number(month) {
            Some(month) => day_of(typed_year(year)?, month, digits(day, 2)?), // 26-Mar-2020
            None => day_of(typed_year(year)?, digits(month, 2)?, digits(day, 2)?),
        },
        _ => Err(TypedDateFault::NotADate),
    }
}

fn year_of(year: i32) -> Result<PartialDate, TypedDateFault> {
    if in_range(year) { Ok(PartialDate::Year(year)) } else { Err(TypedDateFault::YearOutOfRange(year)) }
}

fn month_of(year: i32, month: u32) -> Result<PartialDate, TypedDateFault> {
    year_of(year)?;
    if (1..=12).contains(&month) {
        Ok(PartialDate::Month(year, month))
    } else {
        Err(TypedDateFault::NotInCalendar)
    }
}

fn day_of(year: i32, month: u32, day: u32) -> Result<PartialDate, TypedDateFault> {
    year_of(year)?;
    NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::Day).ok_or(TypedDateFault::NotInCalendar)
}

fn month_number(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    if word.len() < 3 {
        return None;
    }
    let full = if word == "sept" { "september" } else { word };
    let found =
        MONTHS.iter().position(|month| *month == full || (full.len() == 3 && month.starts_with(full)))?;
    u32::try_from(found + 1).ok()
}

fn day_number(word: &str) -> Option<u32> {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[number.len()..];
    let day = digits(number, 2).ok()?;
    let right = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    (ending.is_empty() || ending == right).then_some(day)
}

fn typed_year(word: &str) -> Result<i32, TypedDateFault> {
    if word.len() == 2 {
        return digits(word, 2)
            .and_then(|year| i32::try_from(year).map_err(|_| TypedDateFault::NotADate))
            .map(|year| 2000 + year);
    }
    four_digits(word)
}

fn four_digits(word: &str) -> Result<i32, TypedDateFault> {
    if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        word.parse().map_err(|_| TypedDateFault::NotADate)
    } else {
        Err(TypedDateFault::NotADate)
    }
}

fn digits(word: &str, most: usize) -> Result<u32, TypedDateFault> {
    if word.is_empty() || word.len() > most || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TypedDateFault::NotADate);
    }
    word.parse().map_err(|_| TypedDateFault::NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_forms_people_type() {
        for (typed, meant) in [
            ("2020-03-26", "2020-03-26"),
            ("26/03/2020", "2020-03-26"),
            ("26/3/20", "2020-03-26"),
            ("26.03.2020", "2020-03-26"),
            ("26-03-2020", "2020-03-26"),
            ("26-Mar-2020", "2020-03-26"),
            ("26 March 2020", "2020-03-26"),
            ("  26th  Mar 2020 ", "2020-03-26"),
            ("26\u{a0}March\u{a0}2020", "2020-03-26"),
            ("1st of April 2020", "2020-04-01"),
            ("Thursday, 26 March 2020", "2020-03-26"),
            ("March 26, 2020", "2020-03-26"),
            ("5 Sept 2023", "2023-09-05"),
            ("March 2020", "2020-03"),
            ("MAR 2020", "2020-03"),
            ("2020-03", "2020-03"),
            ("03/2020", "2020-03"),
            ("2020", "2020"),
            ("unknown", "unknown"),
        ] {
            assert_eq!(parse_typed_date(typed).map(|date| date.to_string()), Ok(meant.to_owned()), "{typed}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        use TypedDateFault::{NotADate, NotInCalendar, OtherWeekday, YearOutOfRange};
        for (typed, fault) in [
            ("30 February 2020", NotInCalendar),
            ("03/26/2020", NotInCalendar),
            ("29/02/2023", NotInCalendar),
            ("2020-13", NotInCalendar),
            ("Friday 26 March 2020", OtherWeekday(NaiveDate::from_ymd_opt(2020, 3, 26).unwrap())),
            ("1066", YearOutOfRange(1066)),
            ("9999-12-31", YearOutOfRange(9999)),
            ("", NotADate),
            ("soon", NotADate),
            ("tomorrow", NotADate),
            ("26 March", NotADate),
            ("26st March 2020", NotADate),
            ("26/03-2020", NotADate),
            ("20200326", NotADate),
            ("Spring 2020", NotADate),
            ("ma 2020", NotADate),
            ("3.2020", NotADate),
        ] {
            assert_eq!(parse_typed_date(typed), Err(fault), "{typed}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_is_told() {
        for typed in ["03/04/2020", "3-4-2020", "26/3/20", "20-03-26", "26 Mar 20", "Friday 3/4/2020"] {
            assert!(reads_two_ways(typed), "{typed}");
        }
        for typed in [
            "26/03/2020",
            "03/03/2020",
            "2020/03/04",
            "2020-03",
            "3 April 2020",
            "26-Mar-2020",
            "4/2020",
            "2020",
            "unknown",
            "",
        ] {
            assert!(!reads_two_ways(typed), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_read_in_every_form(number in 0i64..146_000) {
            let day = NaiveDate::from_ymd_opt(1800, 1, 1).unwrap() + chrono::Duration::days(number);
            for form in ["%Y-%m-%d", "%d/%m/%Y", "%-d/%-m/%Y", "%-d %B %Y", "%A %-d %b %Y", "%d.%m.%Y"] {
                prop_assert_eq!(parse_typed_date(&day.format(form).to_string()), Ok(PartialDate::Day(day)));
            }
        }

        #[test]
        fn no_text_breaks_it(typed in "\\PC{0,24}") {
            let _ = parse_typed_date(&typed);
        }
    }
}
