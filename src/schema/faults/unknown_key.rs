//! A key that no record has.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `unknown-key`: a key that a record does not have.
pub static UNKNOWN_KEY: Rule = Rule {
    code: "T008",
    name: "unknown-key",
    severity: Severity::Error,
    when: When::Always,
    summary: "A key is not one that a record has.",
    why: "A misspelt key would be read by nobody, and what stands under it lost without a word. The message names the key that was probably meant, or lists the keys that may stand there.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
urll = "https://example.org/report"
"#,
        )],
        good: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
url = "https://example.org/report"
"#,
        )],
    },
};
