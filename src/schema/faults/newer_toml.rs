//! Syntax that only TOML 1.1 has.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `newer-toml`: syntax that only TOML 1.1 has.
pub static NEWER_TOML: Rule = Rule {
    code: "T004",
    name: "newer-toml",
    severity: Severity::Warning,
    when: When::Always,
    summary: "The file uses syntax that only TOML 1.1 has.",
    why: "It is read here, but other programs in the office may read TOML 1.0 only and refuse the whole file. Inline tables stand on one line without a last comma; escapes are those of TOML 1.0.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
[response]
published = 2020-05-20
sent_to = [{ to = "Police and Crime Panel", on = 2020-05-21, }]
"#,
        )],
        good: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
[response]
published = 2020-05-20
sent_to = [{ to = "Police and Crime Panel", on = 2020-05-21 }]
"#,
        )],
    },
};
