//! A merge that was not finished.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `merge-conflict`: the marks of an unfinished merge.
pub static MERGE_CONFLICT: Rule = Rule {
    code: "T003",
    name: "merge-conflict",
    severity: Severity::Error,
    when: When::Always,
    summary: "The file holds the marks of an unfinished merge.",
    why: "Git could not tell which of two versions is right and wrote both, between lines of `<<<<<<<`, `=======` and `>>>>>>>`. Keep the lines that are right, delete the others and the three marks.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
<<<<<<< HEAD
published = 2020-05-09
=======
published = 2020-05-10
>>>>>>> other
"#,
        )],
        good: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
        )],
    },
};
