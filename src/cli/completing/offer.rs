//! What may be offered for an argument: said where the argument is.

use clap::builder::ArgExt;

use crate::model::ClosedWords;

/// What may be offered for an argument.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Offer {
    /// The ids of the records at hand.
    Ids,
    /// The same, and files.
    IdsAndFiles,
    /// The items of the record that was named, by label or position.
    Items,
    /// The same, with the equals sign that must follow.
    ItemsBefore,
    /// The keys of the record that was named.
    Keys,
    /// The values of the key that was named.
    Values,
    /// Words of a closed list.
    Words(&'static ClosedWords),
    /// `yes` and `no`.
    YesNo,
    /// `today` and `yesterday`.
    Days,
    /// Files.
    Files,
    /// Folders.
    Folders,
    /// The rules, by name and code.
    Rules,
    /// The commands.
    Commands,
}

impl ArgExt for Offer {}
