//! An item opened again without a word.

use crate::check::prose::{says, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{Status, Update};
use crate::schema::Steps;

/// `reopened-without-note`: an item opened again without a word.
pub static RULE: Rule = Rule {
    code: "T113",
    name: "reopened-without-note",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An update opens an item again that was closed, without a note.",
    why: "A status may go back: a sample shows that what was done did not last, or the inspectors do not \
          agree that it is done. Whoever was told that the item is closed will ask why it is open again. \
          Say so in `note`. Where the item was never closed, the earlier update is wrong; history is not \
          rewritten, so say that in the note.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records."

[[recommendation.update]]
date = 2020-05-12
status = "closed"
note = "The new register is in use."

[[recommendation.update]]
date = 2020-05-20
status = "in-progress"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records."

[[recommendation.update]]
date = 2020-05-12
status = "closed"
note = "The new register is in use."

[[recommendation.update]]
date = 2020-05-20
status = "in-progress"
note = "Opened again: a sample found entries for only two thirds."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (item, recommendation) in subject.inspection.recommendations.iter().enumerate() {
        let mut before: Option<(usize, &Update<'_>)> = None;
        for (index, update) in recommendation.updates.iter().enumerate() {
            let Some(status) = update.status else { continue };
            // A history that is out of order is updates-out-of-order.
            let ended = before
                .filter(|(_, last)| last.status.is_some_and(Status::is_final) && last.date <= update.date);
            if let Some((last, _)) = ended.filter(|_| !status.is_final() && !says(update.note.as_ref())) {
                let message = format!(
                    "item {} is opened again, and no note says why",
                    shown(&recommendation.name(item + 1))
                );
                let earlier = subject.reading.place(&Steps::update(item, last).key("status"));
                let finding = subject.finding(&RULE, &Steps::update(item, index).key("status"), message);
                let finding = finding.label("opened again").help("say in `note` why it is open again");
                found.push(finding.related(earlier, "the end before"));
            }
            before = Some((index, update));
        }
    }
    found
}
