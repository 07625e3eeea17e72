//! Folders within folders within folders.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `folder-too-deep`: folders nested too deeply.
pub static FOLDER_TOO_DEEP: Rule = Rule {
    code: "T027",
    name: "folder-too-deep",
    severity: Severity::Error,
    when: When::Always,
    summary: "Folders below records/ are nested too deeply.",
    why: "Folders may be nested sixteen deep, which is more than any office needs; deeper ones are not read.",
    example: Example::Words {
        bad: "records/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/",
        good: "Keep records in records/ or one folder a year: records/2020/.",
    },
};
