//! A file that is no record.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `not-a-record`: a file under records/ that is no record.
pub static NOT_A_RECORD: Rule = Rule {
    code: "T025",
    name: "not-a-record",
    severity: Severity::Error,
    when: When::Always,
    summary: "A file under records/ is not a record.",
    why: "Every file under records/ is read or named, so that nothing is passed over in silence. A record's name ends in `.toml`. Hidden files and a README may stand there.",
    example: Example::Words {
        bad: "records/2020-03-example.toml.bak, or records/notes.txt.",
        good: "Move it out of records/; if it is a record, rename it to end in .toml.",
    },
};
