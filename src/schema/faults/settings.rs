//! A fault in track.toml.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `settings`: a fault in track.toml.
pub static SETTINGS: Rule = Rule {
    code: "T028",
    name: "settings",
    severity: Severity::Error,
    when: When::Always,
    summary: "The office's settings in track.toml cannot be read.",
    why: "Until they are mended the defaults are used: no name of the office, the label section 55, and due soon from 14 days before the last day.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "track.toml",
                r#"[office]
name = "Example Office of the Police and Crime Commissioner"
forse = "Example Constabulary"
"#,
            ),
            (
                "records/2020-03-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
            ),
        ],
        good: &[
            (
                "track.toml",
                r#"[office]
name = "Example Office of the Police and Crime Commissioner"
force = "Example Constabulary"
"#,
            ),
            (
                "records/2020-03-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
            ),
        ],
    },
};
