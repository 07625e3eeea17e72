//! A value of the wrong type.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `wrong-type`: a value of the wrong type.
pub static WRONG_TYPE: Rule = Rule {
    code: "T010",
    name: "wrong-type",
    severity: Severity::Error,
    when: When::Always,
    summary: "A value is not of the type that its key wants.",
    why: "Text stands in quotes, numbers and true or false do not, lists stand in square brackets, and several items are written with double brackets: [[recommendation]].",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
recommendations_made = "8"
"#,
        )],
        good: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
recommendations_made = 8
"#,
        )],
    },
};
