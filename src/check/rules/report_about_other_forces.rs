//! A response that is due to a report about other forces only.

use crate::check::forces::{find_force, is_force};
use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{DutyKind, Forces, Inspection};
use crate::schema::Steps;

/// `report-about-other-forces`: a response that is due to a report about other forces only.
pub static RULE: Rule = Rule {
    code: "T081",
    name: "report-about-other-forces",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The report is about other forces only, and a response counts as due.",
    why: "The record names the forces that the report is about, and the office's own, `office.force` in \
          track.toml, is not among them. A national report wants a response even where the force was not \
          visited, unless the force is clearly not its subject. Where this is such a report, write required = \
          false and `because`; otherwise add the force to `forces`. It is not asked where a text of the \
          response is there, or an item is marked as ours.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "track.toml",
                r#"[office]
force = "Cumbria Constabulary"
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
forces = ["Lancashire Constabulary"]
"#,
            ),
        ],
        good: &[
            (
                "track.toml",
                r#"[office]
force = "Cumbria Constabulary"
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
forces = ["Lancashire Constabulary"]

[response]
required = false
because = "The report is about Lancashire only."
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let Some(Forces::Named(names)) = &inspection.forces else { return Vec::new() };
    let Some(own_name) = subject.settings.office.force.as_deref() else { return Vec::new() };
    let Some(own) = find_force(own_name) else { return Vec::new() };
    let is_other = |name: &str| is_force(name) && find_force(name) != Some(own);
    if names.is_empty() || !names.iter().all(|name| is_other(name)) || !is_waited_for(inspection) {
        return Vec::new();
    }
    let message = format!("the report is not about {}, and a response counts as due", shown(own_name));
    let finding = subject.finding(&RULE, &Steps::root("forces"), message).label("other forces only");
    let help = format!(
        "add \"{}\" to `forces`; or, where it clearly is not the subject, write required = false and `because` in [response]",
        shown(own_name)
    );
    vec![finding.help(help)]
}

/// Whether a response counts as due, and nothing shows that the office sees it so.
fn is_waited_for(inspection: &Inspection<'_>) -> bool {
    let is_ours = inspection.recommendations.iter().any(|item| item.ours == Some(true));
    let is_settled = inspection.response.as_ref().is_some_and(|response| {
        response.required.is_some()
            || response.covered_by.is_some()
            || response.answered_by.is_some()
            || response.published.is_some()
            || response.texts().into_iter().any(|(_, text)| says(text))
    });
    inspection.duty() == DutyKind::PoliceAct55 && !is_ours && !is_settled
}
