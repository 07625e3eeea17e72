//! A file or folder that cannot be read.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `file-unreadable`: a file that cannot be read.
pub static FILE_UNREADABLE: Rule = Rule {
    code: "T023",
    name: "file-unreadable",
    severity: Severity::Error,
    when: When::Always,
    summary: "A file or folder cannot be read.",
    why: "The system refused it: the rights of the file, a fault of the disk, or a share that went away. The message says what the system said. All other records are read.",
    example: Example::Words {
        bad: "records/2020-03-example.toml belongs to another person who alone may read it.",
        good: "Give everybody in the office the right to read it.",
    },
};
