//! An open item of which nothing has been heard for six months.

use chrono::Months;

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::duty::ItemStanding;
use crate::model::day_in_words;
use crate::schema::Steps;

/// `item-gone-quiet`: an open item of which nothing has been heard for six months.
pub static RULE: Rule = Rule {
    code: "T127",
    name: "item-gone-quiet",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "An open item has had no update for over six months.",
    why: "The panel and the inspectors ask what became of each item, and one that nobody has looked at for \
          half a year is mostly forgotten, or done and never closed. Ask its owner and write an update, if \
          only to say that nothing has changed. How often an office looks is its own affair, so this is \
          off by itself.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2019-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2019-03-09

[[recommendation]]
label = "1"
text = "The force should keep better records."
ours = true
action = "A new register will be kept."

[[recommendation.update]]
date = 2019-04-16
status = "in-progress"

[response]
published = 2019-04-20
"#,
        )],
        good: &[(
            "records/2019-03-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2019-03-09

[[recommendation]]
label = "1"
text = "The force should keep better records."
ours = true
action = "A new register will be kept."

[[recommendation.update]]
date = 2019-04-16
status = "in-progress"

[[recommendation.update]]
date = 2020-04-20
note = "The register is late; the supplier has been changed."

[response]
published = 2019-04-20
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// How long an item may be quiet, in months.
const QUIET: u32 = 6;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(limit) = subject.today.checked_sub_months(Months::new(QUIET)) else { return Vec::new() };
    let published = subject.inspection.published;
    let items = subject.inspection.recommendations.iter().enumerate();
    let quiet = items.filter_map(|(index, item)| {
        let told = item.updates.iter().enumerate().filter(|(_, update)| update.date <= subject.today);
        let newest = told.max_by_key(|(_, update)| update.date);
        let (date, steps) = match newest {
            Some((at, update)) => (update.date, Steps::update(index, at).key("date")),
            None => (published.latest()?, Steps::item(index).key("text")),
        };
        (date < limit && ItemStanding::of(item, published, subject.today).open)
            .then(|| (item.name(index + 1), date, steps, newest.is_some()))
    });
    quiet
        .map(|(name, date, steps, has_update)| {
            let since = if has_update { "its last update" } else { "the report came out" };
            let message =
                format!("item {} is open, and nothing was heard of it for over six months", shown(&name));
            subject
                .finding(&RULE, &steps, message)
                .label(format!("{since}: {}", day_in_words(date)))
                .help("ask its owner, and write an update")
        })
        .collect()
}
