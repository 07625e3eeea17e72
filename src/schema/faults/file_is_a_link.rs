//! A link in place of a file.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `file-is-a-link`: a link in place of a file.
pub static FILE_IS_A_LINK: Rule = Rule {
    code: "T021",
    name: "file-is-a-link",
    severity: Severity::Error,
    when: When::Always,
    summary: "A record is a link to another file.",
    why: "Links are not followed: they can lead out of the repository, and a change through them would replace the link. Put the file itself there.",
    example: Example::Words {
        bad: "records/2020-03-example.toml is a symbolic link.",
        good: "Replace the link by the file it points to.",
    },
};
