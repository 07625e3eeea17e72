//! A name that is no id.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `bad-record-name`: a file name that is no id.
pub static BAD_RECORD_NAME: Rule = Rule {
    code: "T026",
    name: "bad-record-name",
    severity: Severity::Error,
    when: When::Always,
    summary: "The name of a file is not the id of a record.",
    why: "The name without .toml is the record's id: small letters a-z, digits and hyphens, beginning with a letter or digit, at most 100 characters, and not a name that Windows keeps for a device.",
    example: Example::Words { bad: "records/2020 Prevent.toml", good: "records/2020-03-prevent.toml" },
};
