//! A date in another form.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `date-form`: a date in a form that others misread.
pub static DATE_FORM: Rule = Rule {
    code: "T007",
    name: "date-form",
    severity: Severity::Error,
    when: When::Always,
    summary: "A date is not in one of the forms of a record.",
    why: "A day is written 2020-03-26, without quotes; a month \"2020-03\"; a year \"2020\"; a date that nobody knows \"unknown\". Forms such as 03/04/2020 are read as April by some and as March by others.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = "09/05/2020"
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
