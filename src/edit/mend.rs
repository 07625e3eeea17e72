//! Mends what findings offer to mend, and proves of each mend that it changed nothing else.

use std::collections::BTreeMap;

use super::proof::{Mend, State};
use crate::diagnostic::{Finding, Fix, Rule};
use crate::schema::{Reading, read};
use crate::text::{Edit, apply_edits};

/// How often a text is mended anew: mending a fault may show another behind it.
const ROUNDS: usize = 20;
/// How many mends of one text are tried at most, and of a large one how many bytes are read for it.
const TRIES: usize = 200;
const READ: usize = 16 * 1024 * 1024;

/// A text that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The text, the same where nothing could be mended.
    pub text: String,
    /// The findings that were mended, by line.
    pub findings: Vec<MendedFinding>,
}

/// A finding that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MendedFinding {
    /// The line on which it stood.
    pub line: usize,
    /// The rule.
    pub rule: &'static Rule,
}

/// Mends a record's text by the fixes of its findings: the safe ones, and with `guess` the others too.
///
/// `find` is asked for the findings of each text on the way. The text is read again after each mend: one that does not do
/// what it should, or does more, is left out, and the others still count. A text that is mended once is mended for good: the
/// same again changes nothing.
pub fn mend(path: &str, text: &str, guess: bool, find: &dyn Fn(&Reading<'_>) -> Vec<Finding>) -> Mended {
    let may = |fix: &Fix| fix.safe || guess;
    let mut mended = Mended { text: text.to_owned(), findings: Vec::new() };
    let offers = |finding: &Finding| finding.fix.as_ref().is_some_and(may);
    if !read(path, text.as_bytes(), |reading| find(reading).iter().any(offers)) {
        return mended; // most records: nothing more need be known of them
    }
    let Some(mut state) = State::of(path, text, find, &may) else { return mended };
    let mut tries = (READ / text.len().max(1)).min(TRIES);
    for _ in 0..ROUNDS {
        let chosen = choose(&state.findings, &may);
        let mut attempt = |mends: &[Mend<'_>]| {
            tries = tries.checked_sub(1)?;
            let text = apply_edits(&mended.text, &edits(mends))?;
            let after = State::of(path, &text, find, &may)?;
            state.becomes(&after, mends).then_some((text, after))
        };
        let Some((text, after, held)) = best(&chosen, &mut attempt) else { break };
        let made = held.iter().map(|mend| &mend.finding);
        mended.findings.extend(made.map(|found| MendedFinding { line: found.place.line, rule: found.rule }));
        mended.text = text;
        state = after;
    }
    mended.findings.sort_by_key(|found| found.line);
    mended
}

/// Tries all mends at once; where that fails, one after the other, each with those that held before it.
fn best<'f>(
    chosen: &[Mend<'f>],
    attempt: &mut impl FnMut(&[Mend<'f>]) -> Option<(String, State)>,
) -> Option<(String, State, Vec<Mend<'f>>)> {
    if chosen.is_empty() {
        return None;
    }
    if let Some((text, state)) = attempt(chosen) {
        return Some((text, state, chosen.to_vec()));
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
    best.map(|(text, state)| (text, state, held))
}

/// The mends that may be made at once: of two that touch, the first.
fn choose<'f>(findings: &'f [Finding], may: &dyn Fn(&Fix) -> bool) -> Vec<Mend<'f>> {
    let mut chosen: Vec<Mend<'f>> = Vec::new();
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new(); // where each ends, by where it begins
    for finding in findings {
        let Some(fix) = finding.fix.as_ref().filter(|fix| may(fix)) else { continue };
        // Of those that begin before it ends, the last reaches furthest: no two overlap.
        let touches = |edit: &Edit| {
            let last = taken.range(..=edit.span.end).next_back();
            last.is_some_and(|(_, end)| edit.span.start <= *end)
        };
        if !fix.edits.iter().any(touches) {
            taken.extend(fix.edits.iter().map(|edit| (edit.span.start, edit.span.end)));
            chosen.push(Mend { finding, fix });
        }
    }
    chosen
}

fn edits(mends: &[Mend<'_>]) -> Vec<Edit> {
    mends.iter().flat_map(|mend| mend.fix.edits.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::faults::{NEWER_TOML, WRONG_TYPE};
    use crate::text::Span;

    const TEXT: &str = "title = \"a\"\ntype = \"national\"\npublished = 2020-01-02\nurl = \"b\" # c\n\
        follows = [\"d\"]\n[[recommendation]]\ntext = \"e\"\n[response]\nreply = \"f\"\n";

    /// Mends by one fix, offered for a finding at the first of the edits as long as what goes there stands.
    fn by(rule: &'static Rule, edits: &[(&str, &str)]) -> Mended {
        let find = |reading: &Reading<'_>| {
            let text = reading.source.text;
            let at = |what: &str| text.find(what).map(|at| Span::new(at, at + what.len()));
            let made: Option<Vec<Edit>> =
                edits.iter().map(|(from, to)| Some(Edit::replace(at(from)?, *to))).collect();
            let Some(made) = made else { return Vec::new() };
            let finding = Finding::in_place(rule, reading.place_of(made[0].span), "made up");
            vec![finding.fix(Fix::safe("change it", made))]
        };
        mend("records/x.toml", TEXT, false, &find)
    }

    #[test]
    fn a_fix_that_does_more_than_it_should_is_left_out() {
        for edits in [
            &[("\"b\"", "\"b")][..],                                   // a fault of syntax
            &[("\"b\" # c", "\"\"\"b")],                               // what follows is swallowed
            &[("\"b\" # c", "\"\"\"b"), ("\"f\"", "\"\"\"")],          // and ends well further down
            &[("\"b\" # c\n", "\"b\"\n[response]\n")],                 // what follows stands elsewhere
            &[("\"d\"]", "\"x\"]\n[[recommendation]]\ntext = \"y\"")], // an item is moved on
            &[("\"a\"", "a b")], // a text loses its quotes, which could be mended again
            &[("[\"d\"]", "[\"x\", \"d\"]\ntext = 1")], // a key that no record has
            &[("published = 2020-01-02\n", "")], // a value is gone, and with it what must be there
            &[("reply = \"f\"\n", "")], // a value is gone
            &[("reply = \"f\"", "# reply = \"f\"")], // a value is no more than a comment
            &[("reply", "replies")], // a key that no record has
            &[("\"b\"", "4")],   // a value of the wrong type
            &[("title = \"a\"", "titel = \"a\"")], // an error of which nobody says how it is mended: none here
        ] {
            let made = by(&WRONG_TYPE, edits);
            assert_eq!((made.text.as_str(), made.findings.len()), (TEXT, 0), "{edits:?}");
        }
    }

    #[test]
    fn a_fix_that_leaves_what_was_found_is_left_out() {
        let made = by(&WRONG_TYPE, &[("\"b\"", "\"b\" ")]);
        assert_eq!((made.text.as_str(), made.findings.len()), (TEXT, 0));
    }

    #[test]
    fn newer_syntax_is_written_otherwise_and_says_the_same() {
        assert_eq!(by(&NEWER_TOML, &[("\"b\"", "\"c\"")]).findings.len(), 0);
        assert_eq!(by(&NEWER_TOML, &[("\"b\"", "'b'")]).findings.len(), 1);
    }

    #[test]
    fn a_fix_that_does_what_it_should_is_made() {
        for (edits, wanted) in [
            (&[("\"b\"", "\"x\"")][..], "url = \"x\" # c\n"),
            (&[("reply", "joint")], "\njoint = \"f\"\n"),
            (&[("# c", "# g")], "url = \"b\" # g\n"),
        ] {
            let made = by(&WRONG_TYPE, edits);
            assert!(made.text.contains(wanted) && !made.findings.is_empty(), "{edits:?}: {}", made.text);
        }
    }

    #[test]
    fn of_fixes_that_touch_the_first_is_made_and_one_that_fails_takes_no_other_with_it() {
        let text = "title = \"a\"\ntype = \"national\"\npublished = 2020-01-02\nurl = \"b\"\n";
        let find = |reading: &Reading<'_>| {
            let offers = [("\"a\"", "\"A\""), ("a\"", "z\""), ("\"national\"", "1"), ("\"b\"", "\"B\"")];
            let found = offers.iter().filter_map(|(from, to)| {
                let at = reading.source.text.find(from)?;
                let span = Span::new(at, at + from.len());
                let finding = Finding::in_place(&WRONG_TYPE, reading.place_of(span), *from);
                Some(finding.fix(Fix::safe("change it", vec![Edit::replace(span, *to)])))
            });
            found.collect()
        };
        let made = mend("records/x.toml", text, false, &find);
        assert_eq!(made.text, text.replace("\"a\"", "\"A\"").replace("\"b\"", "\"B\""));
        assert_eq!(made.findings.len(), 2);
    }
}
