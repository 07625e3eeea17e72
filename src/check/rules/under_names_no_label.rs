//! An item under a label that no item has.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;
use std::collections::HashSet;

/// `under-names-no-label`: an item under a label that no item has.
pub static RULE: Rule = Rule {
    code: "T059",
    name: "under-names-no-label",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An item stands under a label that no item of the record has.",
    why: "`under` is the label of the cause of concern that a recommendation belongs to, as `label` gives \
          it there. With a label that no item has, the recommendation is shown by itself and the cause of \
          concern without it. Correct the label, or remove `under`.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
kind = "cause-of-concern"
text = "The force keeps poor records."

[[recommendation]]
label = "2"
under = "1a"
text = "The force should keep better records."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[recommendation]]
label = "1"
kind = "cause-of-concern"
text = "The force keeps poor records."

[[recommendation]]
label = "2"
under = "1"
text = "The force should keep better records."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Up to so many items are searched one by one; of more, the labels are put in a set first.
const FEW: usize = 16;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let items = &subject.inspection.recommendations;
    let labels = || items.iter().filter_map(|item| item.label.as_deref());
    let mut set: Option<HashSet<&str>> = None;
    let mut found = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(under) = item.under.as_deref() else { continue };
        let is_label = if items.len() <= FEW {
            labels().any(|label| label == under)
        } else {
            set.get_or_insert_with(|| labels().collect()).contains(under)
        };
        if !is_label {
            let message = format!("`under` is {}, and no item has this label", shown(under));
            found.push(
                subject
                    .finding(&RULE, &Steps::item(index).key("under"), message)
                    .label("no such label")
                    .help("write the label of the cause of concern as it stands there, or remove `under`"),
            );
        }
    }
    found
}
