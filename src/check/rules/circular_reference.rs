//! Records that name one another in a circle.

use crate::check::prose::shown;
use crate::check::{Check, Library, ReferenceKind, Remote, Run};
use crate::diagnostic::{Example, Rule, Severity, When};

/// `circular-reference`: records that name one another in a circle.
pub static RULE: Rule = Rule {
    code: "T032",
    name: "circular-reference",
    severity: Severity::Error,
    when: When::Always,
    summary: "A chain of references comes back to the record it began with.",
    why: "A report cannot follow itself, and a response cannot be kept in a record that sends the reader \
          back: whoever goes from one to the next never arrives. Look at which report is the earlier one, \
          and remove the reference that points the wrong way: `follows` names an earlier report, \
          `superseded_by` a later one. With `covered_by` and `answered_by` one of the records must have the \
          response itself. \
          One finding is made for each circle, at the first of its records.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[
            (
                "records/2020-04-example.toml",
                r#"title = "Another inspection"
type = "national"
published = 2020-04-14
follows = ["2020-05-example"]
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
follows = ["2020-04-example"]
"#,
            ),
        ],
        good: &[
            (
                "records/2020-04-example.toml",
                r#"title = "Another inspection"
type = "national"
published = 2020-04-14
"#,
            ),
            (
                "records/2020-05-example.toml",
                r#"title = "Example inspection"
type = "national"
published = 2020-05-09
follows = ["2020-04-example"]
"#,
            ),
        ],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Records(check) };

const KINDS: [ReferenceKind; 4] = [
    ReferenceKind::Follows,
    ReferenceKind::CoveredBy,
    ReferenceKind::AnsweredBy,
    ReferenceKind::SupersededBy,
];
/// How many records of a circle are named in the message, and shown beside it.
const NAMED: usize = 4;
const SHOWN: usize = 10;

fn check(library: &Library<'_>) -> Vec<Remote> {
    let circles = |kind: &ReferenceKind| {
        let all = library.circles(*kind).into_iter();
        all.map(|circle| finding(library, *kind, &circle)).collect::<Vec<_>>()
    };
    KINDS.iter().flat_map(circles).collect()
}

fn finding(library: &Library<'_>, kind: ReferenceKind, circle: &[usize]) -> Remote {
    let after = |at: usize| circle[(at + 1) % circle.len()];
    let steps = |at: usize| {
        let mut targets = library.targets(circle[at], kind);
        targets.find(|(target, _)| *target == after(at)).map(|(_, steps)| steps.clone()).unwrap_or_default()
    };
    let id = |index: usize| shown(&library.facts[index].id);
    let key = kind.key();
    let message = match circle {
        [_] => format!("`{key}` names the record itself"),
        _ => format!("`{key}` leads in a circle: {}", way(circle, &id)),
    };
    let mut found = Remote::at(&RULE, circle[0], steps(0), message)
        .label(if circle.len() == 1 { "this very record" } else { "comes back to this record" })
        .help(help(library, kind, circle));
    for (at, &index) in circle.iter().enumerate().skip(1).take(SHOWN) {
        found = found.related(index, steps(at), format!("`{}` names `{}`", id(index), id(after(at))));
    }
    found
}

/// What to do, as far as the key and the dates of the reports tell.
fn help(library: &Library<'_>, kind: ReferenceKind, circle: &[usize]) -> String {
    let key = kind.key();
    if let [_] = circle {
        return format!("remove it, or name the record that is meant in `{key}`");
    }
    if matches!(kind, ReferenceKind::CoveredBy | ReferenceKind::AnsweredBy) {
        let of = if circle.len() == 2 { "two" } else { "records" };
        return format!(
            "one of the {of} must have the response itself: write it there, and take its `{key}` away"
        );
    }
    let wrong = wrong_ways(library, kind, circle);
    if wrong.is_empty() {
        return format!("look up which report came out first: `{key}` names {} one", kind.which());
    }
    format!("`{key}` names {} report: {}", kind.which(), wrong.join("; "))
}

/// The references of a circle that the dates of the reports show to be wrong.
fn wrong_ways(library: &Library<'_>, kind: ReferenceKind, circle: &[usize]) -> Vec<String> {
    let pairs = circle.iter().zip(circle.iter().cycle().skip(1));
    let facts = pairs.map(|(from, to)| (&library.facts[*from], &library.facts[*to]));
    let wrong = facts.filter(|(from, to)| match kind {
        ReferenceKind::SupersededBy => to.published.certainly_before(from.published),
        _ => from.published.certainly_before(to.published),
    });
    let came = if kind == ReferenceKind::SupersededBy { "after" } else { "before" };
    let words = wrong.map(|(from, to)| {
        format!("take `{}` out of `{}`, which came out {came} it", shown(&to.id), shown(&from.id))
    });
    words.take(NAMED).collect()
}

/// `a, b, c and back to a`; of a long circle only the beginning.
fn way(circle: &[usize], id: &dyn Fn(usize) -> String) -> String {
    let named: Vec<String> = circle.iter().take(NAMED).map(|index| format!("`{}`", id(*index))).collect();
    let more =
        if circle.len() > NAMED { format!(" and {} more", circle.len() - NAMED) } else { String::new() };
    format!("{}{more}, and back to `{}`", named.join(", "), id(circle[0]))
}
