//! A report published on a weekend or a bank holiday.

use chrono::{Datelike, Weekday};

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::is_bank_holiday;
use crate::model::{day_in_words, weekday};
use crate::schema::Steps;

/// `published-on-day-off`: a report published on a weekend or a bank holiday.
pub static RULE: Rule = Rule {
    code: "T129",
    name: "published-on-day-off",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "The report is dated a Saturday, a Sunday or a bank holiday.",
    why: "The inspectorate mostly publishes on working days, so such a day may be mistyped, and the last \
          day to respond is wrong by as much. Compare it with the report. Some reports do come out at a \
          weekend, so this is off by itself.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-12
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(day) = subject.inspection.published.day() else { return Vec::new() };
    let what = if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        format!("a {}", weekday(day))
    } else if is_bank_holiday(day) == Some(true) {
        "a bank holiday".to_owned()
    } else {
        return Vec::new();
    };
    let message = format!("the report is dated {}, {what}", day_in_words(day));
    vec![
        subject
            .finding(&RULE, &Steps::root("published"), message)
            .label(what)
            .help("compare the day with the report; the last day to respond counts from it"),
    ]
}
