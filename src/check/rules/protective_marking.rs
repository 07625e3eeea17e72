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
    "UNCLASSIFIED",
    "DRAFT",
    "DRAFT RESPONSE",
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
/// Small words that may stand in such a line behind its beginning; with others it is a sentence.
const SMALL: [&str; 11] = [
    "official",
    "sensitive",
    "none",
    "restricted",
    "confidential",
    "secret",
    "when",
    "until",
    "for",
    "at",
    "on",
];
/// The most bytes of such a line.
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
    if !line.ends_with(['.', ',', ';']) && BEGINNINGS.iter().any(|beginning| is_headed(line, beginning)) {
        return true;
    }
    let has_small = line.bytes().any(|byte| byte.is_ascii_lowercase());
    let folded = fold_words(line).join(" ").to_ascii_uppercase();
    let version = folded.strip_prefix("DRAFT ");
    !has_small && (MARKS.contains(&folded.as_str()) || version.is_some_and(is_version))
}

/// Whether a line begins with the words of a marking, and no sentence goes on behind them.
fn is_headed(line: &str, beginning: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    beginning.split(' ').all(|known| words.next().is_some_and(|word| word.eq_ignore_ascii_case(known)))
        && words.all(|word| !word.starts_with(char::is_lowercase) || SMALL.contains(&word))
}

/// `V0.3`, `VERSION 2`, in words that are folded.
fn is_version(words: &str) -> bool {
    let number = words.trim_start_matches("VERSION").trim_start_matches('V');
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
}
