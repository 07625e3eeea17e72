//! Which keys of a record say something else.

use chrono::NaiveDate;

use super::said::{Said, said};
use crate::model::PartialDate;
use crate::schema::tree::Tree;

/// The keys that were added, changed or taken away between two texts of a record, as commands name them.
pub fn changed_keys(before: &str, after: &str) -> Vec<String> {
    let says = |text: &str| said(&Tree::read(text).0, text);
    let (before, after) = (says(before), says(after));
    let mut keys: Vec<String> = before
        .iter()
        .filter(|(key, value)| after.get(*key) != Some(value))
        .map(|(key, _)| key.clone())
        .chain(after.keys().filter(|key| !before.contains_key(*key)).cloned())
        .collect();
    keys.sort();
    keys
}

/// The day that a key says, if it says one: numbers typed day first are told in words.
pub fn day_of(text: &str, key: &str) -> Option<NaiveDate> {
    match said(&Tree::read(text).0, text).get(key) {
        Some(Said::Date(written)) => PartialDate::from_record_text(written)?.day(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_is_a_day() {
        let text = "a = 2026-11-05\nb = \"2026-11\"\nc = 2026-11-05T01:00:00\n[r]\np = 2026-11-06\n";
        let days: Vec<_> =
            ["a", "b", "c", "r.p", "x"].map(|key| day_of(text, key).map(|day| day.to_string())).into();
        assert_eq!(days, [Some("2026-11-05".to_owned()), None, None, Some("2026-11-06".to_owned()), None]);
    }

    #[test]
    fn what_says_the_same_is_no_change() {
        assert_eq!(changed_keys("a = 1 # x\nb = 'y'\n", "b = \"y\"\na = 1\n"), [""; 0]);
        assert_eq!(
            changed_keys("a = 1\nb = 2\n[r]\np = 1\n", "a = 1\nc = 2\n[r]\np = 2\n"),
            ["b", "c", "r.p"]
        );
    }
}
