//! A key that must be there.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `missing-key`: a key that must be there is missing.
pub static MISSING_KEY: Rule = Rule {
    code: "T009",
    name: "missing-key",
    severity: Severity::Error,
    when: When::Always,
    summary: "A key that must be there is missing.",
    why: "A record must have a title, a type and the date of publication; a recommendation its text; an update its day. Where the date is not known write \"unknown\", never a guess.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
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
