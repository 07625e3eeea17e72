//! Mends what findings offer to mend, and proves of each mend that it changed nothing else.

use super::proof::{Mend, State};
use crate::diagnostic::{Finding, Fix};
use crate::schema::{Reading, read};
use crate::text::{Edit, Span, apply_edits};

/// How often a text is mended anew: mending a fault may show another behind it.
const ROUNDS: usize = 20;
/// How many mends of one text are tried at most.
const TRIES: usize = 200;

/// A text that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The text, the same where nothing could be mended.
    pub text: String,
    /// How many findings were mended.
    pub findings: usize,
}

/// Mends a record's text by the fixes of its findings: the safe ones, and with `guess` the others too.
///
/// `find` is asked for the findings of each text on the way. The text is read again after each mend: one that does not do
/// what it should, or does more, is left out, and the others still count. A text that is mended once is mended for good: the
/// same again changes nothing.
pub fn mend(path: &str, text: &str, guess: bool, find: &dyn Fn(&Reading<'_>) -> Vec<Finding>) -> Mended {
    let may = |fix: &Fix| fix.safe || guess;
    let mut mended = Mended { text: text.to_owned(), findings: 0 };
    let offers = |finding: &Finding| finding.fix.as_ref().is_some_and(may);
    if !read(path, text.as_bytes(), |reading| find(reading).iter().any(offers)) {
        return mended; // most records: nothing more need be known of them
    }
    let mut state = State::of(path, text, find, &may);
    let mut tries = TRIES;
    for _ in 0..ROUNDS {
        let chosen = choose(&state.findings, &may);
        let mut attempt = |mends: &[Mend<'_>]| {
            tries = tries.checked_sub(1)?;
            let text = apply_edits(&mended.text, &edits(mends))?;
            let after = State::of(path, &text, find, &may);
            state.becomes(&after, mends).then_some((text, after))
        };
        let Some((text, after, count)) = best(&chosen, &mut attempt) else { break };
        state = after;
        mended = Mended { text, findings: mended.findings + count };
    }
    mended
}

/// Tries all mends at once; where that fails, one after the other, each with those that held before it.
fn best<'f>(
    chosen: &[Mend<'f>],
    attempt: &mut impl FnMut(&[Mend<'f>]) -> Option<(String, State)>,
) -> Option<(String, State, usize)> {
    if chosen.is_empty() {
        return None;
    }
    if let Some((text, state)) = attempt(chosen) {
        return Some((text, state, chosen.len()));
    }
    let mut held: Vec<Mend<'f>> = Vec::new();
    let mut best = None;
    for mend in chosen {
        held.push(*mend);
        match attempt(&held) {
            Some(made) => best = Some(made),
            None => {
                held.pop();
            }
        }
    }
    best.map(|(text, state)| (text, state, held.len()))
}

/// The mends that may be made at once: of two that touch, the first.
fn choose<'f>(findings: &'f [Finding], may: &dyn Fn(&Fix) -> bool) -> Vec<Mend<'f>> {
    let mut chosen: Vec<Mend<'f>> = Vec::new();
    let mut taken: Vec<Span> = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fix.as_ref().filter(|fix| may(fix)) else { continue };
        let touches =
            |edit: &Edit| taken.iter().any(|span| span.start <= edit.span.end && edit.span.start <= span.end);
        if !fix.edits.iter().any(touches) {
            taken.extend(fix.edits.iter().map(|edit| edit.span));
            chosen.push(Mend { finding, fix });
        }
    }
    chosen
}

fn edits(mends: &[Mend<'_>]) -> Vec<Edit> {
    mends.iter().flat_map(|mend| mend.fix.edits.iter().cloned()).collect()
}
