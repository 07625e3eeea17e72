//! The faults of reading: of files and of their text. A file each, and its line here.

use crate::diagnostic::Rule;

mod bad_record_name;
mod date_form;
mod duplicate_key;
mod file_is_a_link;
mod file_too_large;
mod file_unreadable;
mod folder_too_deep;
mod merge_conflict;
mod missing_key;
mod newer_toml;
mod no_such_day;
mod not_a_plain_file;
mod not_a_record;
mod not_utf_8;
mod settings;
mod syntax;
mod too_many_faults;
mod unknown_key;
mod unquoted_text;
mod value_not_allowed;
mod wrong_type;

pub use bad_record_name::BAD_RECORD_NAME;
pub use date_form::DATE_FORM;
pub use duplicate_key::DUPLICATE_KEY;
pub use file_is_a_link::FILE_IS_A_LINK;
pub use file_too_large::FILE_TOO_LARGE;
pub use file_unreadable::FILE_UNREADABLE;
pub use folder_too_deep::FOLDER_TOO_DEEP;
pub use merge_conflict::MERGE_CONFLICT;
pub use missing_key::MISSING_KEY;
pub use newer_toml::NEWER_TOML;
pub use no_such_day::BAD_DATE;
pub use not_a_plain_file::NOT_A_PLAIN_FILE;
pub use not_a_record::NOT_A_RECORD;
pub use not_utf_8::NOT_UTF_8;
pub use settings::SETTINGS;
pub use syntax::SYNTAX;
pub use too_many_faults::TOO_MANY_FAULTS;
pub use unknown_key::UNKNOWN_KEY;
pub use unquoted_text::UNQUOTED_TEXT;
pub use value_not_allowed::VALUE_NOT_ALLOWED;
pub use wrong_type::WRONG_TYPE;

/// Every fault of reading, by code.
pub static FAULTS: &[&Rule] = &[
    &SYNTAX,
    &DUPLICATE_KEY,
    &MERGE_CONFLICT,
    &NEWER_TOML,
    &UNQUOTED_TEXT,
    &BAD_DATE,
    &DATE_FORM,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_TYPE,
    &VALUE_NOT_ALLOWED,
    &TOO_MANY_FAULTS,
    &FILE_TOO_LARGE,
    &FILE_IS_A_LINK,
    &NOT_A_PLAIN_FILE,
    &FILE_UNREADABLE,
    &NOT_UTF_8,
    &NOT_A_RECORD,
    &BAD_RECORD_NAME,
    &FOLDER_TOO_DEEP,
    &SETTINGS,
];
