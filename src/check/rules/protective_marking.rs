//! A text that bears a protective marking or the mark of a draft.

use crate::check::prose::{office_prose, report_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;
use crate::text::fold_words;

/// `protective-marking`: a text that bears a protective marking or the mark of a draft.
pub static RULE: Rule = Rule {
    code: "T074",
    name: "protective-marking",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text for publication bears a protective marking or the mark of a draft on a line of its \
          own.",
    why: "A line such as OFFICIAL-SENSITIVE or DRAFT is pasted along with the words below it, and would be \
          published with them. It also asks a question that somebody should answer first: may this text be \
          published, and is it the last version? Make sure, and take the line out.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = """
OFFICIAL-SENSITIVE

The Commissioner accepts the findings."""
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = """
The Commissioner accepts the findings."""
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Lines that are markings, in capitals.
const MARKS: [&str; 11] = [
    "OFFICIAL",
    "RESTRICTED",
    "CONFIDENTIAL",
    "SECRET",
    "TOP SECRET",
    "PROTECT",
    "UNCLASSIFIED",
    "DRAFT",
    "PRIVATE AND CONFIDENTIAL",
    "NOT FOR PUBLICATION",
    "IN CONFIDENCE",
];
/// Beginnings of lines that are markings in any letter case, in words that are folded.
const BEGINNINGS: [&str; 7] = [
    "not protectively marked",
    "protective marking",
    "security classification",
    "government security classification",
    "official sensitive",
    "not for publication",
    "embargoed until",
];
/// The most words of such a line, and the most bytes.
const WORDS: usize = 8;
const LONGEST: usize = 90;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        if let Some(mark) = text.lines().map(str::trim).find(|line| is_marking(line)) {
            let message = format!("a text for publication is marked {}", shown(mark));
            found.push(
                subject
                    .finding_in(&RULE, &steps(), mark, message)
                    .label("not for publication?")
                    .help("make sure that the text may be published as it is, and take the line out"),
            );
        }
    };
    office_prose(subject.inspection, &mut look);
    report_prose(subject.inspection, &mut look);
    found
}

fn is_marking(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let start = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_in_capitals = start.bytes().take(5).all(|byte| byte.is_ascii_uppercase());
    let has = |first: &str| start.get(..first.len()).is_some_and(|head| head.eq_ignore_ascii_case(first));
    if !is_in_capitals && !["not ", "prot", "secu", "gove", "offi", "emba"].into_iter().any(has) {
        return false;
    }
    let words = fold_words(line);
    let folded = words.join(" ");
    if words.len() <= WORDS && BEGINNINGS.iter().any(|beginning| begins(&folded, beginning)) {
        return true;
    }
    let has_small = line.bytes().any(|byte| byte.is_ascii_lowercase());
    let folded = folded.to_ascii_uppercase();
    !has_small && (MARKS.contains(&folded.as_str()) || (words.len() <= 4 && begins(&folded, "DRAFT")))
}

/// Whether a text begins with these words.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
