//! The inspectorate under a name that it did not have at the time.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Fix, Rule, Severity, When};
use crate::model::PartialDate;
use crate::schema::{Steps, written};

/// `inspectorate-of-another-time`: the inspectorate under a name that it did not have at the time.
pub static RULE: Rule = Rule {
    code: "T103",
    name: "inspectorate-of-another-time",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The inspectorate is named as it was called at another time.",
    why: "HMIC became HMICFRS in July 2017, when it took on fire and rescue. A report of before was made \
          by HMIC, one of after by HMICFRS; the response and the public pages print the name. Write the \
          name that stands on the report.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspectorates = ["HMIC"]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspectorates = ["HMICFRS"]
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// The month in which the name changed: both names are right in it.
const CHANGED: PartialDate = PartialDate::Month(2017, 7);

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.inspection.published;
    let (wrong, right) = if published.certainly_before(CHANGED) {
        ("HMICFRS", "HMIC")
    } else if CHANGED.certainly_before(published) {
        ("HMIC", "HMICFRS")
    } else {
        return Vec::new();
    };
    let names = subject.inspection.inspectorates.iter();
    let Some(index) = names.into_iter().position(|name| name.trim() == wrong) else { return Vec::new() };
    let steps = Steps::root("inspectorates").at(index);
    let message = format!("the inspectorate of a report of {} was {right}", published.in_words());
    let fix = Fix::write(subject.reading.span(&steps), written::quoted(right)).safe_if(false);
    let finding = subject.finding(&RULE, &steps, message).label("its name changed in July 2017");
    vec![finding.help(format!("write \"{right}\", as the report does")).fix(fix)]
}
