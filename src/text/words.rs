//! Small helpers for English sentences.

use std::fmt::Display;

/// Joins words as a sentence does: `a, b and c`.
pub fn and_list<S: AsRef<str>>(words: &[S]) -> String {
    list(words, "and")
}

/// Joins words as a choice: `a, b or c`.
pub fn or_list<S: AsRef<str>>(words: &[S]) -> String {
    list(words, "or")
}

fn list<S: AsRef<str>>(words: &[S], last: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [head @ .., end] => {
            let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", head.join(", "), end.as_ref())
        }
    }
}

/// Says how many: `1 day`, `2 days`.
pub fn count<N: Copy + Display + PartialEq + From<u8>>(number: N, thing: &str) -> String {
    let plural = if thing.ends_with('y') && !thing.ends_with("ay") {
        format!("{}ies", thing.strip_suffix('y').unwrap_or(thing))
    } else {
        format!("{thing}s")
    };
    if number == N::from(1) { format!("1 {thing}") } else { format!("{number} {plural}") }
}

/// Splits a text into its words: lower case, letters and digits only, apostrophes dropped.
pub fn fold_words(text: &str) -> Vec<String> {
    let joined: String = text.chars().filter(|c| !matches!(c, '\'' | '’' | '\u{ad}')).collect();
    joined
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Words as a sentence or a title begins: the first letter large.
pub fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_counts_read_as_sentences() {
        assert_eq!(and_list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(or_list(&["a", "b"]), "a or b");
        assert_eq!(and_list::<&str>(&[]), "");
        assert_eq!(count(1, "day"), "1 day");
        assert_eq!(count(0, "day"), "0 days");
        assert_eq!(count(2, "reply"), "2 replies");
        assert_eq!(capitalised("élan and"), "Élan and");
        assert_eq!(capitalised(""), "");
    }

    #[test]
    fn words_are_folded_alike_whatever_the_quotes() {
        assert_eq!(fold_words("The police’s – “role”"), fold_words("the Police's: role"));
    }
}
