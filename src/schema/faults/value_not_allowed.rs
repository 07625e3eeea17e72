//! A value that is not allowed.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `value-not-allowed`: a value that is not allowed there.
pub static VALUE_NOT_ALLOWED: Rule = Rule {
    code: "T011",
    name: "value-not-allowed",
    severity: Severity::Error,
    when: When::Always,
    summary: "A value is not one of those allowed.",
    why: "Types, kinds, outcomes and statuses are words of closed lists, so that counts are right. The message lists the words. Counts are whole numbers, years lie between 1800 and 2199.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "nationwide"
published = 2020-05-09
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
