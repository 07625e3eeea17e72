//! A title that was pasted with more than the title.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::Fix;
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `title-as-pasted`: a title that was pasted with more than the title.
pub static RULE: Rule = Rule {
    code: "T088",
    name: "title-as-pasted",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A title is the name of a file or of a page, is broken over lines, or is all in capitals.",
    why: "The title stands in every list, on the public page and in the response: it is the report's own, as \
          printed on its first page. What a browser, a file or a form adds to it is no part of it: \".pdf\", \"| \
          HMICFRS\", \"Inspection Title:\", the line end of a heading. A title all in capitals is hard to read, \
          and screen readers may spell it out; write it as the inspectorate's page of the report does.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Inspection Title: Roads and motorways"
type = "national"
published = 2020-05-09
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Roads and motorways"
type = "national"
published = 2020-05-09
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// What forms put before a title.
const BEFORE: [&str; 6] = ["Inspection Title:", "Report Title:", "Title:", "Re:", "RE:", "Fwd:"];
/// What files and pages put behind it.
const BEHIND: [&str; 7] = [".pdf", ".PDF", ".docx", ".doc", ".html", ".odt", "GOV.UK"];
/// Names of the inspectorate that a page adds behind a mark.
const SITES: [&str; 5] = [
    "HMICFRS",
    "HMIC",
    "GOV.UK",
    "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services",
    "Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services",
];
/// Short names that are written in capitals.
const NAMES: [&str; 8] = ["PEEL", "HMICFRS", "HMIC", "CJJI", "JTAI", "NCPI", "CONTEST", "HMCPSI"];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let title: &str = &subject.inspection.title;
    let steps = Steps::root("title");
    let report = |part: &str, message: &str, help: &str| {
        subject.finding_in(&RULE, &steps, part, message).label("not the title alone").help(help)
    };
    if let Some(part) = extra(title) {
        let rest = title.strip_prefix(part).or_else(|| title.strip_suffix(part)).unwrap_or(title).trim();
        let edit = subject.edit_of(&steps, title, rest).filter(|_| !rest.is_empty());
        let fix = edit.map(|edit| Fix::safe(format!("write {}", shown(rest)), vec![edit]).safe_if(false));
        let message = format!("{} is no part of the title", shown(part));
        return vec![report(part, &message, "write the title as the report prints it").fix(fix)];
    }
    if title.contains(['\n', '\r', '\t']) || title.contains("  ") || title.trim() != title {
        // A space that does not break stays, and a hyphen at a line end may have parted a word or none.
        let words = title.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
        let one_line = words.collect::<Vec<_>>().join(" ");
        let is_plain = !title.lines().any(|line| line.trim_end().ends_with(['-', '\u{ad}', '/', '—', '–']));
        let edit = subject.edit_of(&steps, title, one_line.trim()).filter(|_| !one_line.is_empty());
        let fix = edit.map(|edit| Fix::safe("write the title on one line, with single spaces", vec![edit]));
        let fix = fix.map(|fix| fix.safe_if(is_plain));
        let message = "the title has line ends, or spaces too many";
        return vec![report(title, message, "write it on one line, with single spaces").fix(fix)];
    }
    if is_in_capitals(title) {
        return vec![report(
            title,
            "the title is all in capitals",
            "write it as the page of the report does",
        )];
    }
    Vec::new()
}

/// What stands before or behind a title and is no part of it.
fn extra(title: &str) -> Option<&str> {
    let before = BEFORE.iter().find(|before| title.starts_with(**before)).map(|before| before.len());
    if let Some(length) = before {
        return Some(&title[..length]);
    }
    let site = SITES.iter().find_map(|site| {
        let head = title.strip_suffix(site)?.trim_end();
        let bare = head.strip_suffix(['|', '-', '–', '—'])?.trim_end();
        Some(bare.len())
    });
    let file = || BEHIND.iter().find_map(|end| title.strip_suffix(end).filter(|_| end.starts_with('.')));
    let start = site.or_else(|| file().map(str::len))?;
    Some(&title[start..])
}

fn is_in_capitals(title: &str) -> bool {
    if title.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let words = title.split(|c: char| !c.is_alphabetic());
    words.filter(|word| word.len() >= 4 && !NAMES.contains(word)).count() >= 2
}
