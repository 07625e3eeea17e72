//! A text with the number of a page.

use crate::check::prose::{office_prose, report_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `page-number-in-text`: a text with the number of a page.
pub static RULE: Rule = Rule {
    code: "T086",
    name: "page-number-in-text",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text has a line that numbers a page.",
    why: "The foot of a page, such as \"Page 3 of 12\", is copied along with a text that runs over two pages, \
          and would be printed in the middle of it. Take the line out.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = """
The force knows its communities well.
Page 3 of 12
Neighbourhood officers are easy to reach."""
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = """
The force knows its communities well.
Neighbourhood officers are easy to reach."""
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        if let Some(line) = text.lines().map(str::trim).find(|line| is_page_number(line)) {
            found.push(
                subject
                    .finding_in(
                        &RULE,
                        &steps(),
                        line,
                        format!("a page is numbered in the text: {}", shown(line)),
                    )
                    .label("the foot of a page")
                    .help("take the line out"),
            );
        }
    };
    office_prose(subject.inspection, &mut look);
    report_prose(subject.inspection, &mut look);
    found
}

/// `Page 3 of 12`, `3 | Page`, `P a g e 3`, in any letter case and however spaced. `Page 3` alone may be a heading of what is
/// said about that page.
fn is_page_number(line: &str) -> bool {
    let is_likely =
        line.len() <= 40 && line.starts_with(|c: char| matches!(c, 'P' | 'p') || c.is_ascii_digit());
    if !is_likely || !line.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'e' | 'E')) {
        return false;
    }
    let bare: String = line.chars().filter(|c| !c.is_whitespace() && *c != '|').collect();
    let bare = bare.to_ascii_lowercase();
    let is_number =
        |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(rest) = bare.strip_prefix("page") {
        let is_spaced = !line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("page"));
        return (is_spaced && is_number(rest))
            || rest.split_once("of").is_some_and(|(at, all)| is_number(at) && is_number(all));
    }
    line.contains('|') && bare.strip_suffix("page").is_some_and(is_number)
}
