//! One address for the report and for the response.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `one-address-for-both`: one address for the report and for the response.
pub static RULE: Rule = Rule {
    code: "T118",
    name: "one-address-for-both",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The address of the report and that of the response are the same.",
    why: "The report stands on the inspectorate's web site, the response on that of the local policing \
          body. One address for both is mostly one that was pasted twice, and the public page will lead to \
          the wrong document. Copy the address of each from the browser. Where the response is really \
          shown on the report's own page, give the page on which the office published it.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
url = "https://www.example.org/reports/custody"

[response]
url = "https://www.example.org/reports/custody"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
url = "https://www.example.org/reports/custody"

[response]
url = "https://www.example.org/responses/custody"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let response = subject.response().and_then(|response| response.url.as_deref());
    let (Some(report), Some(response)) = (subject.inspection.url.as_deref(), response) else {
        return Vec::new();
    };
    let bare = |url: &'_ str| url.trim().trim_end_matches('/').len();
    let (one, other) = (report.trim(), response.trim());
    if !one[..bare(report)].eq_ignore_ascii_case(&other[..bare(response)]) || one.is_empty() {
        return Vec::new();
    }
    let report = subject.reading.place(&Steps::root("url"));
    vec![
        subject
            .finding(&RULE, &Steps::response("url"), "the response has the address of the report")
            .label("the same address")
            .help("copy the address of each from the browser")
            .related(report, "the address of the report"),
    ]
}
