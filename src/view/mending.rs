//! What was mended, and what can be, in words.

use crate::diagnostic::Finding;
use crate::text::count;

/// A record that was mended, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The path from the root.
    pub path: String,
    /// How many findings were mended in it.
    pub findings: usize,
}

/// What was mended: "mended 3 findings in 2 files".
pub fn mended(mends: &[Mended]) -> String {
    if mends.is_empty() { "nothing was mended".to_owned() } else { format!("mended {}", how_much(mends)) }
}

/// What would be mended: "would mend 3 findings in 2 files".
pub fn would_mend(mends: &[Mended]) -> String {
    if mends.is_empty() { "nothing to mend".to_owned() } else { format!("would mend {}", how_much(mends)) }
}

fn how_much(mends: &[Mended]) -> String {
    let findings = mends.iter().map(|mend| mend.findings).sum::<usize>();
    format!("{} in {}", count(findings, "finding"), count(mends.len(), "file"))
}

/// How many findings offer to be mended: for certain, and by a guess; `None` where none does.
pub fn mendable(findings: &[Finding], certain: bool, guesses: bool) -> Option<String> {
    let offers = |safe: bool| {
        findings.iter().filter(|finding| finding.fix.as_ref().is_some_and(|fix| fix.safe == safe)).count()
    };
    let certain = if certain { offers(true) } else { 0 };
    let guesses = if guesses { offers(false) } else { 0 };
    match (certain, guesses) {
        (0, 0) => None,
        (certain, 0) => Some(format!("{certain} can be mended with `track check --fix`")),
        (0, guesses) => Some(format!("{guesses} can be mended by a guess: `track check --fix --unsafe`")),
        (certain, guesses) => Some(format!(
            "{certain} can be mended with `track check --fix`, {guesses} more by a guess with `--fix --unsafe`"
        )),
    }
}
