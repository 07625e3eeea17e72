//! Options that take a word of a closed list: the help, the manual, the completions and the refusal of others know the words.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// Reads a word of a closed list of words, each with a sentence on it.
pub(super) fn words<T: Clone + Send + Sync + 'static>(
    read: fn(&str) -> Option<T>,
    words: impl Iterator<Item = (&'static str, &'static str)>,
) -> impl TypedValueParser<Value = T> {
    of_values(read, words.map(|(word, meaning)| PossibleValue::new(word).help(meaning)))
}

/// Reads a word of a closed list of words that need no sentence.
pub(super) fn plain_words<T: Clone + Send + Sync + 'static>(
    read: fn(&str) -> Option<T>,
    words: &'static [&'static str],
) -> impl TypedValueParser<Value = T> {
    of_values(read, words.iter().map(PossibleValue::new))
}

fn of_values<T: Clone + Send + Sync + 'static>(
    read: fn(&str) -> Option<T>,
    values: impl Iterator<Item = PossibleValue>,
) -> impl TypedValueParser<Value = T> {
    // Only words of the list come here; the error is for a table that has one which cannot be read.
    PossibleValuesParser::new(values.collect::<Vec<_>>())
        .try_map(move |word| read(&word).ok_or("this word cannot be read"))
}
