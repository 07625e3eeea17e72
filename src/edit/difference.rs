//! Which keys of a record say something else.

use super::said::said;
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

#[cfg(test)]
mod tests {
    use super::changed_keys;

    #[test]
    fn what_says_the_same_is_no_change() {
        assert_eq!(changed_keys("a = 1 # x\nb = 'y'\n", "b = \"y\"\na = 1\n"), [""; 0]);
        assert_eq!(
            changed_keys("a = 1\nb = 2\n[r]\np = 1\n", "a = 1\nc = 2\n[r]\np = 2\n"),
            ["b", "c", "r.p"]
        );
    }
}
