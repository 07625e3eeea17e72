//! A day that the calendar does not have.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `no-such-day`: a day that is not in the calendar.
pub static BAD_DATE: Rule = Rule {
    code: "T006",
    name: "no-such-day",
    severity: Severity::Error,
    when: When::Always,
    summary: "A date is not in the calendar.",
    why: "There is no 30 February, and 29 February only in leap years. The last day to respond is counted from these dates, so the day must be looked up again.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-02-30
"#,
        )],
        good: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = "2020-05"
"#,
        )],
    },
};
