//! The word that was probably meant.

/// Finds the candidate nearest to a word, if it is near enough to have been meant.
///
/// Near is one slip for short words, about one in three letters for longer ones; letter case, `-`, `_` and spaces do not count.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    near(word, candidates).map(|near| near.word)
}

/// A word that was probably meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near<'c> {
    /// The word.
    pub word: &'c str,
    /// How many letters differ.
    pub distance: usize,
    /// Whether no other is as near.
    pub is_sole: bool,
}

/// Finds the candidate nearest to a word as [`nearest`] does, and tells how near it is. Of several as near it is the first.
pub fn near<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<Near<'c>> {
    if word.len() > 200 {
        return None; // no key or id is as long, and the comparison is quadratic
    }
    let wanted = fold(word);
    if wanted.is_empty() {
        return None;
    }
    let allowed = (wanted.chars().count() / 3).max(1);
    let mut best: Option<Near<'c>> = None;
    for word in candidates {
        let distance = strsim::damerau_levenshtein(&wanted, &fold(word));
        match &mut best {
            _ if distance > allowed => {}
            Some(best) if best.distance < distance => {}
            Some(best) if best.distance == distance => best.is_sole &= best.word == word,
            _ => best = Some(Near { word, distance, is_sole: true }),
        }
    }
    best
}

fn fold(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{near, nearest};

    #[test]
    fn a_slip_is_forgiven_and_another_word_is_not() {
        let keys = ["title", "type", "published", "recommendations_made"];
        assert_eq!(nearest("publishd", keys), Some("published"));
        assert_eq!(nearest("Title", keys), Some("title"));
        assert_eq!(nearest("recommendations-made", keys), Some("recommendations_made"));
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(nearest("", keys), None);
    }

    #[test]
    fn of_several_as_near_it_is_the_first_and_not_the_sole() {
        let found =
            |word| near(word, ["note", "date", "dated"]).map(|near| (near.word, near.distance, near.is_sole));
        assert_eq!(found("notes"), Some(("note", 1, true)));
        assert_eq!(found("datee"), Some(("date", 1, false)));
        assert_eq!(found("Date"), Some(("date", 0, true)));
        assert_eq!(near("note", ["note", "note"]).map(|near| near.is_sole), Some(true));
    }
}
