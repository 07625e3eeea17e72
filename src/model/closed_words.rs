//! The macro for words of a closed list, such as types and states.

/// The words of a closed list, and what each means.
#[derive(Debug)]
pub struct ClosedWords {
    /// Every word, in the order of the reference.
    pub words: &'static [&'static str],
    /// A sentence on each, in the same order.
    pub meanings: &'static [&'static str],
}

impl ClosedWords {
    /// Each word with what it means.
    pub fn explained(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.words.iter().copied().zip(self.meanings.iter().copied())
    }
}

/// Defines an enum whose values are words of a record: its list, its spelling, its reading and what each word means (the
/// documentation of its value) in one place.
macro_rules! closed_words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $doc])+ $variant,)+ }

        impl $name {
            /// Every value, in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Every word, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];
            /// Every word with what it means.
            pub const LIST: &'static $crate::model::ClosedWords = &$crate::model::ClosedWords {
                words: Self::WORDS,
                meanings: &[$(concat!($($doc),+).trim_ascii(),)+],
            };

            /// The word as a record and a machine write it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Reads the word; `None` where it is not on the list.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use closed_words;
