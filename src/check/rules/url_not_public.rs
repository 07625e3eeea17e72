//! An address that the public cannot open.

use std::net::Ipv4Addr;

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `url-not-public`: an address that the public cannot open.
pub static RULE: Rule = Rule {
    code: "T117",
    name: "url-not-public",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The address of the report or of the response is one of the office's own network.",
    why: "Section 55 of the Police Act 1996 asks for the response to be published, and the address is \
          printed for whoever wants to read it. An address of the office's own computers, of its intranet \
          or of a team's SharePoint opens for colleagues only, so nobody in the office notices. Give the \
          address on the public web site: open it once in a private window of the browser to make sure.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
url = "https://office.sharepoint.com/sites/inspections/response.pdf"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
url = "https://www.example.org/responses/2020-05"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let response = subject.response().and_then(|response| response.url.as_deref());
    let addresses = [
        (subject.inspection.url.as_deref(), Steps::root as fn(&'static str) -> Steps, "the report"),
        (response, Steps::response, "the response"),
    ];
    let private = addresses.into_iter().filter(|(url, ..)| url.is_some_and(is_private));
    private
        .map(|(_, steps, what)| {
            subject
                .finding(
                    &RULE,
                    &steps("url"),
                    format!("the address of {what} is not one that the public can open"),
                )
                .label("of the office's own network")
                .help("give the address on the public web site")
        })
        .collect()
}

/// The ends of the names of computers that only their own network knows.
const OWN_NETWORK: [&str; 7] =
    [".local", ".localhost", ".localdomain", ".internal", ".intranet", ".lan", ".corp"];

fn is_private(url: &str) -> bool {
    let Some((scheme, rest)) = url.trim().split_once("://") else { return false };
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return false; // url-is-no-web-address
    }
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let host = rest[..end].rsplit('@').next().unwrap_or("");
    if host.starts_with('[') {
        return host.starts_with("[::1]");
    }
    let host = host.split(':').next().unwrap_or("").trim_end_matches('.').to_ascii_lowercase();
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_private() || address.is_loopback() || address.is_link_local();
    }
    let of_own_network = OWN_NETWORK.iter().any(|end| host.ends_with(end)) || host.starts_with("intranet.");
    let has_no_domain = !host.is_empty() && !host.contains('.');
    of_own_network || has_no_domain || is_of_a_team(&host, &rest[end..])
}

/// A page of `SharePoint`, unless it is a link that may have been made for everybody: `/:w:/s/...`, `/:b:/g/...`.
fn is_of_a_team(host: &str, path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let is_link = parts.next().is_some_and(|part| part.starts_with(':') && part.ends_with(':'));
    let is_for_all = is_link && parts.next().is_some_and(|part| matches!(part, "s" | "g"));
    host.ends_with(".sharepoint.com") && !is_for_all
}
