//! An address that no browser opens.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `url-is-no-web-address`: an address that no browser opens.
pub static RULE: Rule = Rule {
    code: "T060",
    name: "url-is-no-web-address",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The address of the report or of the response is no web address.",
    why: "`url` is printed as a link for the public and sent to the panel: it begins with https:// or \
          http://. Copy it from the browser's address line while the page is open. A file's name or a \
          reference number belongs elsewhere.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
url = "www.example.org/report"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
url = "https://www.example.org/report"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let response = subject.response().and_then(|response| response.url.as_deref());
    let addresses =
        [(subject.inspection.url.as_deref(), "the report"), (response, "the response")].into_iter();
    addresses
        .filter_map(|(url, what)| Some((url?, what)))
        .filter(|(url, _)| !is_web_address(url))
        .map(|(url, what)| {
            let steps = if what == "the report" { Steps::root("url") } else { Steps::response("url") };
            let help = match url.trim().split('/').next() {
                Some(host) if host.contains('.') && !host.contains([' ', ':', '@', '\\']) => {
                    "write https:// before it"
                }
                _ => "copy the address from the browser, https:// included",
            };
            subject
                .finding(&RULE, &steps, format!("the address of {what} is no web address"))
                .label("does not begin with https://")
                .help(help)
        })
        .collect()
}

/// Whether it begins with `https://` or `http://`, in any letter case, and something follows.
fn is_web_address(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        url.len() > scheme.len()
            && url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}
