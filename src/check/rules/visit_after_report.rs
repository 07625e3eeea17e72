//! A visit after the report on it.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{PartialDate, Precision, day_in_words};
use crate::schema::Steps;

/// `visit-after-report`: a visit after the report on it.
pub static RULE: Rule = Rule {
    code: "T061",
    name: "visit-after-report",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The visit is dated after the report on it was published.",
    why: "The inspectors write their report after the visit. One of the dates is wrong, or it was printed \
          wrongly, which happens: then carry it as printed and say so in a comment. The last day to \
          respond counts from `published` only, so make sure of that date first.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspected = ["2020-06"]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspected = ["2020-05"]
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.inspection.published;
    // A report whose day is not known is out, so its visit cannot be to come.
    let is_unknown = published.precision() == Precision::Unknown;
    let is_to_come = |date: PartialDate| is_unknown && date.certainly_after_day(subject.today);
    let is_after = |date: PartialDate| published.certainly_before(date) || is_to_come(date);
    let visit = subject.inspection.inspected.iter().enumerate();
    let label = if is_unknown {
        format!("after {}", day_in_words(subject.today))
    } else {
        format!("the report: {}", published.in_words())
    };
    let late = visit.filter(|(_, date)| is_after(**date));
    late.map(|(index, date)| {
        let message = format!("the visit of {} is later than the report on it", date.in_words());
        subject
            .finding(&RULE, &Steps::root("inspected").at(index), message)
            .label(label.as_str())
            .help("look up the visit and `published` in the report; the last day counts from `published`")
    })
    .collect()
}
