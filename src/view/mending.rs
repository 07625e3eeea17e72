//! What was mended, and what can be, in words.

use crate::diagnostic::Finding;
use crate::edit::MendedFinding;
use crate::text::{count, visible};

/// A record that was mended, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The path from the root.
    pub path: String,
    /// The findings that were mended in it.
    pub findings: Vec<MendedFinding>,
}

/// What was mended: "mended 3 findings in 2 files".
pub fn mended(mends: &[Mended]) -> String {
    if mends.is_empty() { "nothing was mended".to_owned() } else { format!("mended {}", how_much(mends)) }
}

/// What would be mended: "would mend 3 findings in 2 files".
pub fn would_mend(mends: &[Mended]) -> String {
    if mends.is_empty() { "nothing to mend".to_owned() } else { format!("would mend {}", how_much(mends)) }
}

/// What was mended, a line each: `mended records/2020-03-prevent.toml:4: date-form (T007)`.
pub fn mended_lines(mends: &[Mended]) -> String {
    let lines = mends.iter().flat_map(|mend| {
        let path = visible(&mend.path);
        let line = move |found: &MendedFinding| {
            format!("mended {path}:{}: {} ({})\n", found.line, found.rule.name, found.rule.code)
        };
        mend.findings.iter().map(line).collect::<Vec<_>>()
    });
    lines.collect()
}

fn how_much(mends: &[Mended]) -> String {
    let findings = mends.iter().map(|mend| mend.findings.len()).sum::<usize>();
    format!("{} in {}", count(findings, "finding"), count(mends.len(), "file"))
}

/// How many findings offer to be mended: for certain, and by a guess; `None` where none does. Mending one may show another
/// behind it, so that more may be mended in the end.
pub fn mendable(findings: &[Finding], certain: bool, guesses: bool) -> Option<String> {
    let offers = |safe: bool| {
        findings.iter().filter(|finding| finding.fix.as_ref().is_some_and(|fix| fix.safe == safe)).count()
    };
    let certain = if certain { offers(true) } else { 0 };
    let guesses = if guesses { offers(false) } else { 0 };
    match (certain, guesses) {
        (0, 0) => None,
        (certain, 0) => Some(format!("at least {certain} can be mended with `track check --fix`")),
        (0, guesses) => {
            Some(format!("at least {guesses} can be mended by a guess: `track check --fix --unsafe`"))
        }
        (certain, guesses) => Some(format!(
            "at least {certain} can be mended with `track check --fix`, {guesses} more by a guess with `--fix --unsafe`"
        )),
    }
}
