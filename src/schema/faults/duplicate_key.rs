//! A key that stands twice.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `duplicate-key`: the same key twice in one table.
pub static DUPLICATE_KEY: Rule = Rule {
    code: "T002",
    name: "duplicate-key",
    severity: Severity::Error,
    when: When::Always,
    summary: "A key stands twice in the same table.",
    why: "Only one of the two values can be meant, and other programs refuse the file. Keep the right one. Two values are often left when a file was put together from two copies.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
published = 2020-05-10
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
