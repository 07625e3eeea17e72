//! The duty as data.

use chrono::{Days, NaiveDate};

/// A duty to respond within a period of days. The rule of counting belongs to the duty, not to the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    /// How many days the period has.
    pub days: u64,
    /// Whether the day of publication is day 1 ("beginning with the day on which").
    pub counts_first_day: bool,
    /// The day the period came into force; a report published before has no last day.
    pub in_force_from: NaiveDate,
    /// The law to cite.
    pub citation: &'static str,
    /// What the law says about more time.
    pub extension: &'static str,
}

/// Section 55(5A) of the Police Act 1996, inserted by section 37 of the Policing and Crime Act 2017,
/// in force 2 May 2017 (SI 2017/399, regulation 4): "before the end of the period of 56 days beginning with the day
/// on which the report is published".
pub const POLICE_ACT_55: Duty = Duty {
    days: 56,
    counts_first_day: true,
    in_force_from: match NaiveDate::from_ymd_opt(2017, 5, 2) {
        Some(day) => day,
        None => panic!("2 May 2017 is in the calendar"),
    },
    citation: "Police Act 1996, section 55(5A)",
    extension: "no extension",
};

impl Duty {
    /// The last day of the period for a publication on `day`; `None` before the duty was in force.
    ///
    /// For section 55 it is 55 days on, because the day of publication is day 1: 9 March 2020 gives 3 May 2020.
    pub fn last_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        if day < self.in_force_from { None } else { self.counted_from(day) }
    }

    /// The last day for the first day that has one, counting from `day` or from when the duty came into force.
    pub(super) fn last_day_at_the_earliest(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.counted_from(day.max(self.in_force_from))
    }

    /// Counts the period out. `None` only past the end of the calendar.
    pub(super) fn counted_from(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.checked_add_days(Days::new(self.days - u64::from(self.counts_first_day)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    fn last(day: &str) -> Option<String> {
        POLICE_ACT_55.last_day(day.parse().unwrap()).map(|day| day.to_string())
    }

    #[test]
    fn worked_examples() {
        for (published, expected) in [
            ("2017-05-01", None),
            ("2017-05-02", Some("2017-06-26")),
            ("2020-02-11", Some("2020-04-06")),
            ("2020-03-01", Some("2020-04-25")),
            ("2020-03-09", Some("2020-05-03")),
            ("2020-03-31", Some("2020-05-25")),
            ("2023-12-08", Some("2024-02-01")),
            ("2024-01-05", Some("2024-02-29")),
            ("2024-02-29", Some("2024-04-24")),
            ("2026-11-23", Some("2027-01-17")),
        ] {
            assert_eq!(last(published).as_deref(), expected, "{published}");
        }
    }

    #[test]
    fn every_day_of_2017_to_2040_counts_the_first_day() {
        let mut day: NaiveDate = "2017-05-02".parse().unwrap();
        while day.year() <= 2040 {
            let last = POLICE_ACT_55.last_day(day).unwrap();
            assert_eq!((last - day).num_days(), 55);
            assert_eq!(last.weekday(), day.pred_opt().unwrap().weekday());
            assert_eq!(day.iter_days().nth(55), Some(last));
            day = day.succ_opt().unwrap();
        }
        for day in "2017-01-01".parse::<NaiveDate>().unwrap().iter_days().take(121) {
            assert_eq!(POLICE_ACT_55.last_day(day), None, "{day}");
        }
    }
}
