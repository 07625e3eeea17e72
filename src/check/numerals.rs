//! Numbers as prose writes them.

const WORDS: [&str; 21] = [
    "no",
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
    "twenty",
];

/// Reads a number in words, up to twenty, or in digits.
pub(super) fn numeral(word: &str) -> Option<u32> {
    if let Some(at) = WORDS.iter().position(|known| known.eq_ignore_ascii_case(word)) {
        return u32::try_from(at).ok();
    }
    let is_number = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_words_and_digits() {
        for (word, number) in [("no", 0), ("One", 1), ("twenty", 20), ("8", 8), ("120", 120)] {
            assert_eq!(numeral(word), Some(number));
        }
        for word in ["", "several", "2020", "3a", "-1", "٣"] {
            assert_eq!(numeral(word), None, "{word}");
        }
    }
}
