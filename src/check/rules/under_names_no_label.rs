//! An item under a label that no item has.

use std::collections::HashSet;

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{ItemKind, Recommendation};
use crate::schema::Steps;
use crate::text::is_hidden;

/// `under-names-no-label`: an item under a label that no item has.
pub static RULE: Rule = Rule {
    code: "T059",
    name: "under-names-no-label",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "An item stands under a label that no cause of concern of the record has.",
    why: "`under` is the label of the cause of concern that a recommendation belongs to, as `label` gives \
          it there. With a label that no cause of concern has, or with its own, the recommendation is shown by \
          itself and the cause of concern without it. Correct the label, or remove `under`.",
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

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let items = &subject.inspection.recommendations;
    if items.iter().all(|item| item.under.is_none()) {
        return Vec::new(); // as in most records
    }
    let labels = Labels::of(items);
    let found = items.iter().enumerate().filter_map(|(index, item)| {
        let under = item.under.as_deref()?;
        let (message, label) = labels.fault(&item.name(index + 1), item.label.as_deref(), under)?;
        let finding = subject.finding(&RULE, &Steps::item(index).key("under"), message).label(label);
        Some(finding.help(labels.help(under)))
    });
    found.collect()
}

/// How many labels are listed.
const LISTED: usize = 8;

/// The labels of a record's items.
struct Labels<'a> {
    /// All labels, in the order of the report.
    all: Vec<&'a str>,
    is_label: HashSet<&'a str>,
    /// Those of causes of concern, in the order of the report.
    causes: Vec<&'a str>,
    is_cause: HashSet<&'a str>,
}

impl<'a> Labels<'a> {
    fn of(items: &'a [Recommendation<'_>]) -> Self {
        let label = |item: &'a Recommendation<'_>| item.label.as_deref();
        let is_cause = |item: &&Recommendation<'_>| {
            matches!(item.kind(), ItemKind::CauseOfConcern | ItemKind::AcceleratedCauseOfConcern)
        };
        let causes: Vec<&str> = items.iter().filter(is_cause).filter_map(label).collect();
        let all: Vec<&str> = items.iter().filter_map(label).collect();
        Self {
            is_label: all.iter().copied().collect(),
            all,
            is_cause: causes.iter().copied().collect(),
            causes,
        }
    }

    /// What is wrong with the `under` of an item, and a few words under it.
    fn fault(&self, name: &str, own: Option<&str>, under: &str) -> Option<(String, &'static str)> {
        if own == Some(under) {
            return Some((format!("item {} stands under itself", shown(name)), "its own label"));
        }
        if self.is_cause.contains(under) {
            return None;
        }
        Some(if self.is_label.contains(under) {
            let message = format!("`under` is {}, and this item is no cause of concern", shown(under));
            (message, "not a cause of concern")
        } else {
            let is_spoilt = under.chars().any(is_hidden);
            let label =
                if is_spoilt { "no such label: a hidden character is in it" } else { "no such label" };
            (format!("`under` is {}, and no item has this label", shown(under)), label)
        })
    }

    /// What to write instead.
    fn help(&self, under: &str) -> String {
        let seen: String = under.chars().filter(|c| !is_hidden(*c)).collect();
        if seen != under && self.is_cause.contains(seen.trim()) {
            return format!("write under = \"{}\", without the hidden character", shown(seen.trim()));
        }
        match (self.causes.as_slice(), self.all.as_slice()) {
            ([], []) => "remove `under`: no item has a label".to_owned(),
            ([], all) => format!(
                "remove `under`, or correct the `kind` of the cause of concern: the labels are {}, and none is of one",
                listed(all)
            ),
            ([only], _) => {
                format!(
                    "the only cause of concern with a label is {}: write that, or remove `under`",
                    shown(only)
                )
            }
            (causes, _) => {
                format!("the causes of concern are {}: write one of them, or remove `under`", listed(causes))
            }
        }
    }
}

fn listed(labels: &[&str]) -> String {
    let mut list = labels.iter().take(LISTED).map(|label| shown(label)).collect::<Vec<_>>().join(", ");
    if labels.len() > LISTED {
        list.push_str(", …");
    }
    list
}
