//! The last day of a report whose date may be imprecise.

use super::law::Duty;
use crate::model::{LastDay, PartialDate};

/// The last day of a report's period, or its range over the whole month or year; `None` where there is none or
/// the day is not known at all.
///
/// Where a month or year begins before the duty came into force, the range begins with the first day that has a last
/// day, and `may_have_none` is set.
pub fn last_day(duty: &Duty, published: PartialDate) -> Option<LastDay> {
    let (first, last) = (published.earliest()?, published.latest()?);
    Some(LastDay {
        latest: duty.last_day(last)?,
        earliest: duty.last_day_at_the_earliest(first)?,
        may_have_none: first < duty.in_force_from,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duty::POLICE_ACT_55;
    use chrono::NaiveDate;

    fn range(published: &str) -> Option<(String, String, bool)> {
        let range = last_day(&POLICE_ACT_55, PartialDate::from_record_text(published).unwrap())?;
        Some((range.earliest.to_string(), range.latest.to_string(), range.may_have_none))
    }

    #[test]
    fn ranges_of_months_and_years() {
        for (published, expected) in [
            ("2020-03", Some(("2020-04-25", "2020-05-25", false))),
            ("2020", Some(("2020-02-25", "2021-02-24", false))),
            ("2017-05", Some(("2017-06-26", "2017-07-25", true))),
            ("2017", Some(("2017-06-26", "2018-02-24", true))),
            ("2017-04", None),
            ("2016", None),
            ("unknown", None),
            ("2017-05-01", None),
        ] {
            let expected = expected.map(|(a, b, c): (&str, &str, bool)| (a.to_owned(), b.to_owned(), c));
            assert_eq!(range(published), expected, "{published}");
        }
    }

    #[test]
    fn the_first_and_last_day_of_each_month_give_the_range() {
        for year in 2018..=2040 {
            for month in 1..=12 {
                let date = PartialDate::Month(year, month);
                let range = last_day(&POLICE_ACT_55, date).unwrap();
                let days: Vec<NaiveDate> = date
                    .earliest()
                    .unwrap()
                    .iter_days()
                    .take_while(|day| *day <= date.latest().unwrap())
                    .collect();
                assert_eq!(POLICE_ACT_55.last_day(days[0]), Some(range.earliest));
                assert_eq!(POLICE_ACT_55.last_day(days[days.len() - 1]), Some(range.latest));
                assert!(!range.may_have_none && (28..=31).contains(&days.len()));
            }
        }
    }
}
