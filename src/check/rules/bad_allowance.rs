//! A comment that should allow a rule and cannot be followed.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject, find_rule, rules};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::{Allowance, Said};
use crate::text::nearest;

/// `bad-allowance`: a comment that should allow a rule and cannot be followed.
pub static RULE: Rule = Rule {
    code: "T066",
    name: "bad-allowance",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A comment that begins with `track:` cannot be followed.",
    why: "A record allows a rule by a comment that names it and gives a reason: `# track: allow RULE: REASON`, with more \
          rules parted by commas. Above the first key it counts for the record, above a key or a table for what stands \
          there, at the end of a line for the key of that line. Here no rule is allowed: none has that name, the reason \
          is missing, or the rule is one that cannot be allowed because what it finds cannot be read or makes lists wrong.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"# track: allow forces-mising: it is about no force
title = "Example inspection"
type = "national"
published = 2020-05-09
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"# track: allow forces-missing: it is about no force
title = "Example inspection"
type = "peel"
published = 2020-05-09

[[recommendation]]
label = "1"
text = "The force should keep better records."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    subject.reading.allowances().iter().flat_map(|comment| faults(subject, comment)).collect()
}

const FORM: &str = "write # track: allow RULE: REASON";

fn faults(subject: &Subject<'_>, comment: &Allowance<'_>) -> Vec<Finding> {
    let fault = |message: String, help: String| {
        Finding::in_place(&RULE, subject.reading.place_of(comment.span), message)
            .label("cannot be followed")
            .help(help)
    };
    match &comment.said {
        Said::Other => {
            vec![fault("this comment speaks to track and says nothing that it knows".into(), FORM.into())]
        }
        Said::NoReason(rules) => {
            let help = format!("{}; or take the comment away", form(rules));
            vec![fault("an allowance needs a reason".into(), help)]
        }
        Said::Allow { rules, .. } if rules.is_empty() => {
            vec![fault("this comment names no rule".into(), FORM.into())]
        }
        Said::Allow { rules, .. } => rules
            .iter()
            .filter_map(|name| why_not(name))
            .map(|(message, help)| fault(message, help))
            .collect(),
    }
}

/// How it is written, with the rules that the comment names.
fn form(rules: &[&str]) -> String {
    if rules.is_empty() || !rules.iter().all(|name| find_rule(name).is_some()) {
        return FORM.to_owned();
    }
    format!("write # track: allow {}: REASON", rules.join(", "))
}

/// Why a rule cannot be allowed, and what to do.
fn why_not(name: &str) -> Option<(String, String)> {
    match find_rule(name) {
        None => {
            let help = match nearest(name, rules().map(|rule| rule.name)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`track explain` lists the rules".into(),
            };
            Some((format!("there is no rule `{}`", shown(name)), help))
        }
        Some(rule) if rule.when == When::Always => {
            let help = "what it finds cannot be read or makes lists wrong: mend it and take the comment away";
            Some((format!("`{}` cannot be allowed", rule.name), help.into()))
        }
        Some(_) => None,
    }
}
