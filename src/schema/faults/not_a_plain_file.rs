//! Something other than a file.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `not-a-plain-file`: something other than a plain file.
pub static NOT_A_PLAIN_FILE: Rule = Rule {
    code: "T022",
    name: "not-a-plain-file",
    severity: Severity::Error,
    when: When::Always,
    summary: "Something that is not a plain file bears the name of a record.",
    why: "Folders, pipes, sockets and devices are not read, even where their name ends in .toml.",
    example: Example::Words {
        bad: "A folder named records/2020-03-example.toml.",
        good: "Rename the folder, or take it away.",
    },
};
