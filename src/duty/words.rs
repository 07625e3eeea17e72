//! The words of deadline phrases: one shape for all spellings, numbers, and what names another time.

use crate::text::fold_words;

/// Words that, beside a deadline, say there is another time or that the deadline may move.
const OTHER_TIMES: &[&str] = &[
    "january february march april may june july august september october november december",
    "jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter christmas easter",
    "day days week weeks month months quarter quarters year years fortnight",
    "daily weekly fortnightly monthly quarterly termly yearly annual annually every ongoing",
    "immediate immediately later soon thereafter afterwards until unless extended",
];

/// The numbers a phrase may spell in one word, from one.
const ONE_TO_NINETEEN: [&str; 19] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// Folds a phrase: lower case, single plain spaces, `-` for every dash; quotation marks and invisible characters dropped.
pub(super) fn fold_phrase(phrase: &str) -> String {
    let plain: String = phrase.chars().filter(|c| !is_dropped(*c)).map(plain_dash).collect();
    let lower = plain.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    // A dash or a bullet that stands alone at an end is the printer's, not the phrase's.
    let first = words.iter().position(|word| !is_ornament(word)).unwrap_or(words.len());
    let last = words.iter().rposition(|word| !is_ornament(word)).map_or(first, |at| at + 1);
    words[first..last].join(" ")
}

/// Reads a whole number: one to three digits, or words from `one` (also `a`) to `thirty-six`; never zero.
pub(super) fn number_of(words: &str) -> Option<u32> {
    if !words.is_empty() && words.len() <= 3 && words.bytes().all(|byte| byte.is_ascii_digit()) {
        return words.parse().ok().filter(|number| *number > 0);
    }
    let number = match words.split_once(['-', ' ']) {
        Some(("twenty", unit)) => 20 + small(unit).filter(|unit| *unit < 10)?,
        Some(("thirty", unit)) => 30 + small(unit).filter(|unit| *unit < 7)?,
        Some(_) => return None,
        None => match words {
            "a" => 1,
            "twenty" => 20,
            "thirty" => 30,
            word => small(word)?,
        },
    };
    Some(number)
}

/// Tells whether a text beside a deadline may name another time: a number in figures, a month, a season, a span.
pub(super) fn names_another_time(text: &str) -> bool {
    text.chars().any(char::is_numeric)
        || fold_words(text)
            .iter()
            .any(|word| OTHER_TIMES.iter().flat_map(|line| line.split(' ')).any(|other| other == word))
}

fn small(word: &str) -> Option<u32> {
    let at = ONE_TO_NINETEEN.iter().position(|number| *number == word)?;
    u32::try_from(at + 1).ok()
}

fn is_dropped(c: char) -> bool {
    matches!(c,
        '\'' | '"' | '`' | '\u{2018}'..='\u{201f}' | '«' | '»'
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn plain_dash(c: char) -> char {
    if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }
}

fn is_ornament(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '-' | '•' | '·' | '*'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_shape_for_all_spellings() {
        assert_eq!(fold_phrase(" • “By\u{a0}31  Au\u{ad}gust\n2024” –"), "by 31 august 2024");
        assert_eq!(fold_phrase("27\u{2013}03\u{2010}25"), "27-03-25");
        assert_eq!(fold_phrase("this report\u{2019}s"), "this reports");
        for empty in ["", " ", "-", "– •", "\u{ad}"] {
            assert_eq!(fold_phrase(empty), "", "{empty:?}");
        }
    }

    #[test]
    fn numbers_run_from_one_to_thirty_six_in_words() {
        for (words, number) in
            [("one", 1), ("a", 1), ("nineteen", 19), ("twenty", 20), ("twenty-four", 24), ("thirty six", 36)]
        {
            assert_eq!(number_of(words), Some(number), "{words}");
        }
        assert_eq!((number_of("12"), number_of("120"), number_of("06")), (Some(12), Some(120), Some(6)));
        for none in
            ["", "0", "000", "1234", "-1", "+1", "1.5", "zero", "twenty-ten", "thirty-seven", "six-one", "½"]
        {
            assert_eq!(number_of(none), None, "{none}");
        }
    }

    #[test]
    fn another_time_is_noticed() {
        for other in
            ["and by March", "5 forces", "then Annually", "unless agreed", "within six months", "note ²"]
        {
            assert!(names_another_time(other), "{other}");
        }
        for none in ["", "chief constables should act", "forces that have not yet done so"] {
            assert!(!names_another_time(none), "{none}");
        }
    }
}
