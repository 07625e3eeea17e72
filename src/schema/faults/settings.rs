//! A fault in track.toml.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `settings`: a fault in track.toml.
pub static SETTINGS: Rule = Rule {
    code: "T028",
    name: "settings",
    severity: Severity::Error,
    when: When::Always,
    summary: "The office's settings in track.toml cannot be read, or one of them.",
    why: "Until they are mended the defaults stand in for all of the file: no names of the office, the label section 55, due soon from 14 days before the last day, and each rule at its own level. Only a fault in one level of [checks] leaves all else as it is: then that rule alone keeps its own level. Mend these first, as other findings may be there only because of them.",
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
