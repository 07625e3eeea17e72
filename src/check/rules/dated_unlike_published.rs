//! A response whose own date cannot be right.

use crate::check::distance::is_later_by;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `dated-unlike-published`: a response whose own date cannot be right.
pub static RULE: Rule = Rule {
    code: "T093",
    name: "dated-unlike-published",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The response's own date lies before the report, after the response's publication, or over a year from it.",
    why: "`dated` is the date that stands on the response itself. Nobody writes a response before the \
          report is out, and none is dated after it was published or more than a year before: a year is \
          mistyped, a later copy was dated anew (then write its day in `revised`), or `published` is \
          wrong. In January the old year is often typed. Compare both with the document.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
dated = 2019-05-26
published = 2020-05-28
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
dated = 2020-05-26
published = 2020-05-28
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let Some((response, dated)) = subject.response().and_then(|all| Some((all, all.dated?))) else {
        return Vec::new();
    };
    let report = subject.inspection.published;
    let redated = response.revised.iter().any(|day| !day.certainly_before(dated));
    let (other, date, what) = match response.published {
        _ if dated.certainly_before(report) => (Steps::root("published"), report, "before the report"),
        Some(published) if published.certainly_before(dated) && !redated => {
            (Steps::response("published"), published, "after it was published")
        }
        Some(published) if is_later_by(published, dated, 12) => {
            (Steps::response("published"), published, "over a year before it was published")
        }
        _ => return Vec::new(),
    };
    let label = match what {
        "before the report" => "the report",
        _ => "published",
    };
    let message = format!("the response is dated {}, {what}", dated.in_words());
    vec![
        subject
            .finding(&RULE, &Steps::response("dated"), message)
            .label(format!("{label}: {}", date.in_words()))
            .help("compare both days with the document, and check the year")
            .related(subject.reading.place(&other), label),
    ]
}
