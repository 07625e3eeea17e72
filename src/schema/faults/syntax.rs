//! Text that is no TOML.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `syntax`: a line that cannot be read as TOML.
pub static SYNTAX: Rule = Rule {
    code: "T001",
    name: "syntax",
    severity: Severity::Error,
    when: When::Always,
    summary: "A line of the file cannot be read as TOML.",
    why: "The file is read as TOML, like every record, so that other programs can read it as well. A quote, a bracket or an equals sign is most often missing near the place. The record is left out of every list until it is mended.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
url = "https://example.org/report
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
