//! A comment that allows what is not found.

use crate::check::{AllowedRule, Check, Run};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};

/// `unused-allowance`: a comment that allows what is not found.
pub static RULE: Rule = Rule {
    code: "T067",
    name: "unused-allowance",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A comment allows a rule that nothing breaks there.",
    why: "What the comment allowed has been mended, or the comment stands elsewhere than what it is about: it counts for \
          the key or the table below it, at the end of a line for the key of that line, and above the first key for the \
          whole record. Left standing it would hide the next fault of that kind. Take it away, or move it.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"# track: allow forces-missing: the report names no force
title = "Example inspection"
type = "peel"
published = 2020-05-09
forces = ["Example Constabulary"]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "peel"
published = 2020-05-09
forces = ["Example Constabulary"]
"#,
        )],
    },
};

/// It is looked for once all other findings are known: see `check::judge`.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Last };

/// Reports a comment that allows nothing.
pub(in crate::check) fn finding(allowed: &AllowedRule) -> Finding {
    let message = format!("nothing here breaks `{}`, which this comment allows", allowed.rule.name);
    Finding::in_place(&RULE, allowed.place.clone(), message)
        .label("allows nothing")
        .help("take the comment away, or put it above the key or the table that it is about")
}
