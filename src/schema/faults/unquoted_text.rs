//! Text without quotes.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `unquoted-text`: text without quotes.
pub static UNQUOTED_TEXT: Rule = Rule {
    code: "T005",
    name: "unquoted-text",
    severity: Severity::Error,
    when: When::Always,
    summary: "A text or a date stands without the quotes it needs.",
    why: "Text stands in straight double quotes. A day stands without quotes, year first with hyphens: 2020-03-26. Dates in any other form are text to the reader, and are misread by other programs.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = national
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
