//! Options that take a word of a closed list: the help, the manual, the completions and the refusal of others know the words.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::model::ClosedWords;

/// Reads a word of a closed list.
pub(super) fn word_of<T: Clone + Send + Sync + 'static>(
    list: &'static ClosedWords,
    read: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    let values = list.explained().map(|(word, meaning)| PossibleValue::new(word).help(meaning));
    // Only words of the list come to be read.
    PossibleValuesParser::new(values.collect::<Vec<_>>())
        .try_map(move |word| read(&word).ok_or("this word cannot be read"))
}
