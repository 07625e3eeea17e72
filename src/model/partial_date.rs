//! Dates with honest precision: a day, a month, a year, or "it happened, the day is not known".

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// The earliest year a record may name (the first inspectors of constabulary were appointed in 1856).
pub const EARLIEST_YEAR: i32 = 1800;
/// The latest year a record may name.
pub const LATEST_YEAR: i32 = 2199;

/// A date in the precision it is known. Years lie between `EARLIEST_YEAR` and `LATEST_YEAR` when read from a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A day.
    Day(NaiveDate),
    /// A month: year, and month from 1 to 12.
    Month(i32, u32),
    /// A year.
    Year(i32),
    /// It happened; the day is not known.
    Unknown,
}

/// How precisely a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Not at all.
    Unknown,
    /// To the year.
    Year,
    /// To the month.
    Month,
    /// To the day.
    Day,
}

impl PartialDate {
    /// The first day it may mean; `None` where the day is not known.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::Unknown => None,
        }
    }

    /// The last day it may mean; `None` where the day is not known.
    pub fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, 12) | Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month + 1, 1)?.pred_opt(),
            Self::Unknown => None,
        }
    }

    /// The day, where it is known to the day.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The year, where it is known.
    pub fn year(self) -> Option<i32> {
        self.earliest().map(|day| day.year())
    }

    /// How precisely it is known.
    pub const fn precision(self) -> Precision {
        match self {
            Self::Day(_) => Precision::Day,
            Self::Month(..) => Precision::Month,
            Self::Year(_) => Precision::Year,
            Self::Unknown => Precision::Unknown,
        }
    }

    /// Certainly before the other: its last day is before the other's first.
    pub fn certainly_before(self, other: Self) -> bool {
        matches!((self.latest(), other.earliest()), (Some(last), Some(first)) if last < first)
    }

    /// Certainly after a day.
    pub fn certainly_after_day(self, day: NaiveDate) -> bool {
        self.earliest().is_some_and(|first| first > day)
    }

    /// Whether both could mean the same day.
    pub fn overlaps(self, other: Self) -> bool {
        !self.certainly_before(other) && !other.certainly_before(self)
    }

    /// Reads the forms a record may write as text: `2020-03-09`, `2020-03`, `2020`, `unknown`.
    ///
    /// `None` for any other form, for a day that is not in the calendar and for a year out of range.
    pub fn from_record_text(text: &str) -> Option<Self> {
        if text == "unknown" {
            return Some(Self::Unknown);
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return None;
        }
        let year: i32 = text.get(..4)?.parse().ok().filter(|year| in_range(*year))?;
        match text.len() {
            4 => Some(Self::Year(year)),
            7 | 10 if text.as_bytes()[4] == b'-' => {
                let month: u32 = text.get(5..7)?.parse().ok().filter(|month| (1..=12).contains(month))?;
                if text.len() == 7 {
                    return Some(Self::Month(year, month));
                }
                let day = text.get(7..)?.strip_prefix('-')?.parse().ok()?;
                NaiveDate::from_ymd_opt(year, month, day).map(Self::Day)
            }
            _ => None,
        }
    }

    /// Reads it as people do: `9 March 2020`, `March 2020`, `2020`, `day not known`.
    pub fn in_words(self) -> String {
        match self {
            Self::Day(day) => day_in_words(day),
            Self::Month(..) => self.earliest().map(|day| day.format("%B %Y").to_string()).unwrap_or_default(),
            Self::Year(year) => year.to_string(),
            Self::Unknown => "day not known".to_owned(),
        }
    }
}

/// Whether a year may stand in a record.
pub(super) fn in_range(year: i32) -> bool {
    (EARLIEST_YEAR..=LATEST_YEAR).contains(&year)
}

/// Reads a day as people do: `9 March 2020`.
pub fn day_in_words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// The day of the week in full: `Monday`.
pub fn weekday(day: NaiveDate) -> String {
    day.format("%A").to_string()
}

/// As a record and machine output write it: `2020-03-09`, `2020-03`, `2020`, `unknown`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Unknown => f.write_str("unknown"),
        }
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_a_record_are_read_and_no_others() {
        for good in ["2020-03-09", "2020-03", "2020", "unknown", "2024-02-29", "1800", "2199-12-31"] {
            let date = PartialDate::from_record_text(good).unwrap();
            assert_eq!(date.to_string(), good);
        }
        for bad in [
            "",
            "20",
            "2020-13",
            "2020-00",
            "2023-02-29",
            "26/03/2020",
            "2020-3-9",
            "20200309",
            "2020-03-",
            "Unknown",
            "1799",
            "2200",
            "2020-03-091",
            "+020-01-01",
            "2020--3-09",
            "２０２０",
            "2020-03-0é",
        ] {
            assert_eq!(PartialDate::from_record_text(bad), None, "{bad}");
        }
    }

    #[test]
    fn ranges_run_from_the_first_day_to_the_last() {
        let ends = |text| {
            let date = PartialDate::from_record_text(text).unwrap();
            (date.earliest().unwrap().to_string(), date.latest().unwrap().to_string())
        };
        assert_eq!(ends("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(ends("2023-12"), ("2023-12-01".into(), "2023-12-31".into()));
        assert_eq!(ends("2020"), ("2020-01-01".into(), "2020-12-31".into()));
        assert_eq!(PartialDate::Unknown.earliest(), None);
    }

    #[test]
    fn dates_read_as_people_write_them() {
        let words = |text| PartialDate::from_record_text(text).unwrap().in_words();
        assert_eq!(words("2020-03-09"), "9 March 2020");
        assert_eq!(words("2020-03"), "March 2020");
        assert_eq!(words("2020"), "2020");
        assert_eq!(words("unknown"), "day not known");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,12}") {
            if let Some(date) = PartialDate::from_record_text(&text) {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
