//! The word that was probably meant.

/// Finds the candidate nearest to a word, if it is near enough to have been meant.
///
/// Near is one slip for short words, about one in three letters for longer ones; letter case, `-`, `_` and spaces do not count.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > 200 {
        return None; // no key or id is as long, and the comparison is quadratic
    }
    let wanted = fold(word);
    if wanted.is_empty() {
        return None;
    }
    let allowed = (wanted.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&wanted, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn fold(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_forgiven_and_another_word_is_not() {
        let keys = ["title", "type", "published", "recommendations_made"];
        assert_eq!(nearest("publishd", keys), Some("published"));
        assert_eq!(nearest("Title", keys), Some("title"));
        assert_eq!(nearest("recommendations-made", keys), Some("recommendations_made"));
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(nearest("", keys), None);
    }
}
