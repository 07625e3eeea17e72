//! How far dates lie apart, as far as it is certain.

use chrono::Months;

use crate::model::PartialDate;

/// Whether a date lies more than so many months after another, whatever days the two mean.
pub(super) fn is_later_by(date: PartialDate, other: PartialDate, months: u32) -> bool {
    let limit = other.latest().and_then(|last| last.checked_add_months(Months::new(months)));
    matches!((date.earliest(), limit), (Some(first), Some(limit)) if first > limit)
}

/// Whether more than a year lies between two dates, whatever days they mean.
pub(super) fn is_over_a_year_apart(one: PartialDate, other: PartialDate) -> bool {
    is_later_by(one, other, 12) || is_later_by(other, one, 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_far_apart() {
        let date = |text| PartialDate::from_record_text(text).unwrap();
        for (one, other, expected) in [
            ("2020-05-09", "2021-05-09", false),
            ("2020-05-09", "2021-05-10", true),
            ("2020-02-29", "2021-03-01", true),
            ("2020-05", "2021-05-31", false),
            ("2020-05", "2021-06-01", true),
            ("2020", "2021", false),
            ("2020", "2022", true),
            ("2020-05", "unknown", false),
            ("1800", "2199-12-31", true),
        ] {
            assert_eq!(is_over_a_year_apart(date(one), date(other)), expected, "{one} {other}");
            assert_eq!(is_over_a_year_apart(date(other), date(one)), expected, "{other} {one}");
        }
    }
}
