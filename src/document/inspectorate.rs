//! The inspectorate under the name of the time.

use chrono::NaiveDate;

use crate::text::and_list;

use super::block::one_line;

/// The last day of Queen Elizabeth II, whose inspectorate it was.
const HER_MAJESTYS_UNTIL: NaiveDate = day(2022, 9, 8);
/// From this month on it has fire and rescue services in its name.
const FIRE_AND_RESCUE_FROM: NaiveDate = day(2017, 7, 1);

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => panic!("this day is in the calendar"),
    }
}

/// Whose inspectorate it was on a day: `Her Majesty’s` or `His Majesty’s`.
fn majestys(on: NaiveDate) -> &'static str {
    if on <= HER_MAJESTYS_UNTIL { "Her Majesty’s" } else { "His Majesty’s" }
}

/// The field of the inspectorate on a day, as its name has it.
fn field(on: NaiveDate) -> &'static str {
    if on < FIRE_AND_RESCUE_FROM { "Constabulary" } else { "Constabulary and Fire and Rescue Services" }
}

/// Its name in short: `HMIC` before July 2017, `HMICFRS` since.
pub(super) fn short(on: NaiveDate) -> &'static str {
    if on < FIRE_AND_RESCUE_FROM { "HMIC" } else { "HMICFRS" }
}

/// The inspectorates of a report in full, with the short name of the first kind; safe to show.
///
/// `names` are the record's, none standing for HMICFRS. HMICFRS is called what it was called on the day; a report that
/// the record says is by HMIC stays one by HMIC.
pub(super) fn in_full<S: AsRef<str>>(names: &[S], on: NaiveDate) -> String {
    let whole = |field: &str, short: &str| format!("{} Inspectorate of {field} ({short})", majestys(on));
    if names.is_empty() {
        return whole(field(on), short(on));
    }
    let each: Vec<String> = names
        .iter()
        .map(|name| match name.as_ref().trim() {
            "HMICFRS" => whole(field(on), short(on)),
            "HMIC" => whole("Constabulary", "HMIC"),
            other => one_line(other),
        })
        .collect();
    and_list(&each)
}

/// The inspectorates in short, as the subject of a sentence; safe to show.
pub(super) fn in_short<S: AsRef<str>>(names: &[S], on: NaiveDate) -> String {
    match names {
        [] => short(on).into(),
        [only] if only.as_ref().trim() == "HMICFRS" => short(on).into(),
        [only] => one_line(only.as_ref()),
        _ => "The inspectorates".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_that_of_the_time() {
        for (on, expected) in [
            ("2017-06-30", "Her Majesty’s Inspectorate of Constabulary (HMIC)"),
            (
                "2017-07-01",
                "Her Majesty’s Inspectorate of Constabulary and Fire and Rescue Services (HMICFRS)",
            ),
            (
                "2022-09-08",
                "Her Majesty’s Inspectorate of Constabulary and Fire and Rescue Services (HMICFRS)",
            ),
            (
                "2022-09-09",
                "His Majesty’s Inspectorate of Constabulary and Fire and Rescue Services (HMICFRS)",
            ),
        ] {
            let on = on.parse().unwrap();
            assert_eq!(in_full::<&str>(&[], on), expected);
            assert_eq!(in_full(&["HMICFRS"], on), expected);
        }
    }

    #[test]
    fn others_are_called_what_the_record_calls_them() {
        let on = "2020-03-09".parse().unwrap();
        assert_eq!(
            in_full(&["HMIC", "HMI Prisons", "Ofsted\u{202e}"], on),
            "Her Majesty’s Inspectorate of Constabulary (HMIC), HMI Prisons and Ofsted\\u{202e}"
        );
        assert_eq!(in_short(&["HMIC"], on), "HMIC");
        assert_eq!(in_short(&["HMICFRS", "Ofsted"], on), "The inspectorates");
        assert_eq!(in_short::<&str>(&[], on), "HMICFRS");
    }
}
