//! Text in another encoding.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `not-utf-8`: text in another encoding.
pub static NOT_UTF_8: Rule = Rule {
    code: "T024",
    name: "not-utf-8",
    severity: Severity::Error,
    when: When::Always,
    summary: "The file is not in UTF-8.",
    why: "Records are in UTF-8, so that names and quotation marks mean the same everywhere. Open the file in your editor and save it with the encoding UTF-8.",
    example: Example::Words {
        bad: "A file saved by an old editor as Windows-1252 or UTF-16.",
        good: "Save it again with the encoding UTF-8.",
    },
};
