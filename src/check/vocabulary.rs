//! The words by which a broken word is told from two.

use std::collections::HashSet;

/// Words of the field that a line end is likely to break.
const OF_THE_FIELD: [&str; 36] = [
    "accountability",
    "arrangements",
    "commissioner",
    "communities",
    "community",
    "constable",
    "constabulary",
    "constabularies",
    "development",
    "domestic",
    "effective",
    "effectively",
    "effectiveness",
    "efficiency",
    "governance",
    "improvement",
    "improvements",
    "information",
    "inspection",
    "inspections",
    "inspectorate",
    "investigation",
    "investigations",
    "management",
    "neighbourhood",
    "officers",
    "organisation",
    "performance",
    "police",
    "policing",
    "recommendation",
    "recommendations",
    "response",
    "safeguarding",
    "vulnerable",
    "vulnerability",
];

/// The words of one text, beside those of the field.
pub(super) struct Vocabulary<'t> {
    text: &'t str,
    own: Option<HashSet<&'t str>>,
}

impl<'t> Vocabulary<'t> {
    /// The words of a text, gathered once one is asked for.
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, own: None }
    }

    /// Whether a word is one of the field, or stands whole in the text.
    pub(super) fn knows(&mut self, word: &str) -> bool {
        if OF_THE_FIELD.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            return true;
        }
        let words = || self.text.split(|c: char| !c.is_alphanumeric()).collect();
        self.own.get_or_insert_with(words).contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_field_and_of_the_text_are_known() {
        let mut vocabulary = Vocabulary::of("The panel’s reg-\nisters; man\u{ad}age, über.");
        for word in ["Management", "panel", "reg", "über"] {
            assert!(vocabulary.knows(word), "{word}");
        }
        for word in ["registers", "manage", "pan", "bodyworn"] {
            assert!(!vocabulary.knows(word), "{word}");
        }
    }
}
