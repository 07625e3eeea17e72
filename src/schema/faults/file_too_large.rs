//! A file over one mebibyte.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `file-too-large`: a file over 1 MiB.
pub static FILE_TOO_LARGE: Rule = Rule {
    code: "T020",
    name: "file-too-large",
    severity: Severity::Error,
    when: When::Always,
    summary: "A file is larger than a record can be.",
    why: "A record of one inspection takes a few kilobytes. Files over 1 MiB (1,048,576 bytes) are not read, so that one of them cannot stop every command.",
    example: Example::Words {
        bad: "A file under records/ of over 1,048,576 bytes.",
        good: "Keep documents elsewhere and name them by `url`.",
    },
};
