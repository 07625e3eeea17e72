//! A visit whose first date is after its last.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Fix, Rule, Severity, When};
use crate::schema::{Steps, written};
use crate::text::Edit;

/// `visit-out-of-order`: a visit whose first date is after its last.
pub static RULE: Rule = Rule {
    code: "T091",
    name: "visit-out-of-order",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The first date of the visit is after its last.",
    why: "`inspected` gives the first and the last date of the visit, in this order. Here the first is the \
          later: the two were exchanged, or one has a mistyped year or month. Look them up in the report. \
          Nothing is counted from the visit, but the public pages print it.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspected = ["2019-11", "2019-10"]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspected = ["2019-10", "2019-11"]
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let [first, last] = subject.inspection.inspected[..] else { return Vec::new() };
    if !last.certainly_before(first) {
        return Vec::new();
    }
    let steps = |index| Steps::root("inspected").at(index);
    let (one, other) = (subject.reading.span(&steps(0)), subject.reading.span(&steps(1)));
    let edits = vec![Edit::replace(one, written::date(last)), Edit::replace(other, written::date(first))];
    let fix = Fix::safe("exchange the two dates", edits).safe_if(false);
    let message =
        format!("the visit's first date, {}, is after its last, {}", first.in_words(), last.in_words());
    vec![
        subject
            .finding(&RULE, &steps(0), message)
            .label("the first date of the visit")
            .help("write the first date of the visit, then the last")
            .related(subject.reading.place(&steps(1)), "the last date of the visit")
            .fix(fix),
    ]
}
