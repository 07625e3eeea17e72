//! What a JSON Schema cannot say, and the reader does: a list that a test proves whole.
//!
//! Beside it stand the rules of [`CHECKS`](crate::check::CHECKS): they compare dates, weigh texts and look at other records, which
//! a schema cannot, and so it accepts whatever breaks one of them.

use crate::diagnostic::Rule;
use crate::schema::faults as f;

/// A fault that the reader finds and the schema does not.
#[derive(Debug)]
pub struct Unsaid {
    /// The rule that the fault breaks.
    pub rule: &'static Rule,
    /// Words of the finding that tell this fault from others of its rule; empty: every fault of it.
    pub says: &'static str,
    /// What a reader of the schema sees.
    pub sees: Sees,
    /// Why the schema cannot say it, in a sentence.
    pub because: &'static str,
}

/// What a reader of the schema sees of a fault that the schema does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sees {
    /// No TOML: there are no values to judge, and every reader of TOML says so by itself.
    NoToml,
    /// Values that the schema allows.
    Allowed,
    /// No text: the fault is that of a file or of a folder.
    NoText,
    /// Values that the schema refuses, though the reader takes them.
    Refused,
}

const fn unsaid(rule: &'static Rule, says: &'static str, sees: Sees, because: &'static str) -> Unsaid {
    Unsaid { rule, says, sees, because }
}

/// What the schema of a record cannot say.
pub static UNSAID_OF_RECORDS: &[Unsaid] = &[
    unsaid(&f::SYNTAX, "", Sees::NoToml, "What is no TOML has no values."),
    unsaid(&f::DUPLICATE_KEY, "", Sees::NoToml, "TOML itself allows a key once."),
    unsaid(&f::MERGE_CONFLICT, "", Sees::NoToml, "The marks of git are no TOML."),
    unsaid(&f::UNQUOTED_TEXT, "", Sees::NoToml, "A text without quotes is no TOML."),
    unsaid(
        &f::BAD_DATE,
        "",
        Sees::NoToml,
        "A date without quotes that is in no calendar is no TOML; one in quotes is refused.",
    ),
    unsaid(
        &f::DATE_FORM,
        "",
        Sees::NoToml,
        "A date without quotes in another form is no TOML, or a number; one in quotes is refused.",
    ),
    unsaid(
        &f::NEWER_TOML,
        "",
        Sees::Allowed,
        "A schema sees values and not how they are written; taplo and tombi say it by themselves.",
    ),
    unsaid(
        &f::WRONG_TYPE,
        "this is a date",
        Sees::Allowed,
        "To a schema a date is a text, so that it may stand where a text belongs; tombi tells the two apart.",
    ),
    unsaid(
        &f::WRONG_TYPE,
        "this is a number with a point",
        Sees::Allowed,
        "To a schema 8.0 is a whole number; tombi tells the two apart.",
    ),
    unsaid(
        &f::VALUE_NOT_ALLOWED,
        "is empty",
        Sees::Allowed,
        "The character U+0085 is no blank to a pattern of a schema, and a text of nothing else is as good as none.",
    ),
    unsaid(
        &f::VALUE_NOT_ALLOWED,
        "",
        Sees::Refused,
        "The character U+FEFF is a blank to a pattern of a schema, and the reader takes a text of nothing else.",
    ),
    unsaid(&f::FILE_TOO_LARGE, "", Sees::NoText, "A schema does not see the size of a file."),
    unsaid(&f::FILE_IS_A_LINK, "", Sees::NoText, "A schema does not see what kind of file it is."),
    unsaid(&f::NOT_A_PLAIN_FILE, "", Sees::NoText, "A schema does not see what kind of file it is."),
    unsaid(&f::FILE_UNREADABLE, "", Sees::NoText, "What cannot be read cannot be judged."),
    unsaid(&f::NOT_UTF_8, "", Sees::NoText, "What is no UTF-8 is no TOML."),
    unsaid(&f::NOT_A_RECORD, "", Sees::NoText, "A schema does not see the name of a file."),
    unsaid(&f::BAD_RECORD_NAME, "", Sees::NoText, "A schema does not see the name of a file."),
    unsaid(&f::FOLDER_TOO_DEEP, "", Sees::NoText, "A schema does not see in which folder a file lies."),
];

/// What the schema of `track.toml` cannot say.
pub static UNSAID_OF_SETTINGS: &[Unsaid] = &[
    unsaid(&f::SETTINGS, "", Sees::NoToml, "What is no TOML has no values."),
    unsaid(&f::SETTINGS, "UTF-8", Sees::NoText, "What is no UTF-8 is no TOML."),
    unsaid(
        &f::SETTINGS,
        "more brackets",
        Sees::Allowed,
        "A schema does not count brackets, and no office needs as many.",
    ),
    unsaid(
        &f::SETTINGS,
        "this is a date",
        Sees::Allowed,
        "To a schema a date is a text, so that it may stand where a text belongs; tombi tells the two apart.",
    ),
    unsaid(
        &f::SETTINGS,
        "this is text",
        Sees::Allowed,
        "To a schema a date is a text, so that a day may stand in quotes; tombi tells the two apart.",
    ),
    unsaid(
        &f::SETTINGS,
        "this is a number with a point",
        Sees::Allowed,
        "To a schema 14.0 is a whole number; tombi tells the two apart.",
    ),
    unsaid(
        &f::SETTINGS,
        "is set without a reason",
        Sees::Allowed,
        "To a schema a date is a text, so that it may stand for a reason; tombi tells the two apart.",
    ),
    unsaid(
        &f::SETTINGS,
        "is set twice",
        Sees::Allowed,
        "To a schema the name of a rule and its code are two keys.",
    ),
    unsaid(
        &f::SETTINGS,
        "",
        Sees::Refused,
        "A schema knows a rule by its name as it is spelt; the reader takes any letter case.",
    ),
];
