//! The deadline that the text of a recommendation begins with.

use super::Deadline;
use super::phrase::read_whole;
use crate::duty::words::fold_phrase;
use crate::model::PartialDate;

/// The deadline that a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeadingDeadline<'t> {
    /// The phrase, as a part of the text.
    pub phrase: &'t str,
    /// What it means.
    pub means: Deadline,
}

/// The words that a deadline begins with.
const LEADS: [&str; 11] =
    ["by", "within", "with", "no", "not", "on", "before", "at", "immediately", "effective", "forthwith"];
/// What a deadline stands behind, where it does not begin the text: `forces should, within six months, review`.
const ASKS: [&str; 2] = [" should", " must"];
/// What, behind a phrase, changes what it means: `within six months of the inspection`, `by March 2021 or 2022`.
const GOES_ON: [&str; 16] = [
    "of",
    "from",
    "after",
    "following",
    "and",
    "or",
    "to",
    "until",
    "at",
    "in",
    "on",
    "unless",
    "with",
    "for",
    "before",
    "if",
];
/// Words that the reading of a date passes over, so that they could end a phrase.
const PASSED_OVER: [&str; 2] = ["the", "of"];
/// How far into a text the asking is looked for, in bytes.
const NEAR: usize = 240;
/// How many words a phrase has at most.
const LONGEST: usize = 14;

/// Finds the deadline that a text begins with, or that stands between commas behind its first `should`: `By March 2021,
/// forces should …`, `Forces should, within three months, …`.
///
/// Only a phrase that can be read, and only in a sentence that asks for something: what a force had done by a day is no
/// deadline. A phrase whose meaning goes on behind it is left out.
pub fn leading_deadline(text: &str, published: PartialDate) -> Option<LeadingDeadline<'_>> {
    let text =
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '-' | '–' | '“' | '"'));
    if begins_like_a_deadline(text) {
        let found = longest(text, published, |rest| !goes_on(rest))?;
        let behind = text.get(found.phrase.len()..).unwrap_or("");
        return asks(behind).then_some(found);
    }
    let near = first_bytes(text, NEAR);
    let mut commas = near.match_indices(',').map(|(at, _)| at);
    let asked = commas.find(|at| ASKS.iter().any(|ask| near[..*at].ends_with(ask)))?;
    let behind = near[asked + 1..].trim_start();
    if !begins_like_a_deadline(behind) || asked > sentence(text).len() {
        return None;
    }
    let is_closed = |rest: &str| rest.starts_with(',');
    longest(behind, published, is_closed)
}

fn begins_like_a_deadline(text: &str) -> bool {
    // Most texts begin otherwise, which their first letter tells.
    if !matches!(
        text.bytes().next().map(|byte| byte | 0x20),
        Some(b'b' | b'w' | b'n' | b'o' | b'a' | b'i' | b'e' | b'f')
    ) {
        return false;
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    LEADS.iter().any(|lead| lead.eq_ignore_ascii_case(&text[..end]))
}

/// The longest beginning of a text that can be read as a deadline, if what follows may stand behind one.
fn longest(
    text: &str,
    published: PartialDate,
    may_follow: impl Fn(&str) -> bool,
) -> Option<LeadingDeadline<'_>> {
    let near = first_bytes(text, NEAR);
    let spaces = near.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let mut ends: Vec<usize> = spaces.take(LONGEST).collect();
    ends.push(near.len());
    ends.into_iter().rev().find_map(|end| {
        let phrase = near[..end].trim_end().trim_end_matches([',', ';', ':']);
        let last = phrase.rsplit(char::is_whitespace).next().unwrap_or("");
        let is_open = !last.ends_with(char::is_alphanumeric);
        if is_open || PASSED_OVER.iter().any(|word| word.eq_ignore_ascii_case(last)) {
            return None;
        }
        let means = read_whole(&fold_phrase(phrase), published)?;
        Some(may_follow(&text[phrase.len()..]).then_some(LeadingDeadline { phrase, means }))
    })?
}

fn goes_on(rest: &str) -> bool {
    let next = rest.trim_start();
    let end = next.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(next.len());
    let word = &next[..end];
    let is_mark = next.starts_with(|c: char| !c.is_alphanumeric() && c != ',');
    is_mark || GOES_ON.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// Whether the sentence asks for something, rather than tells what was done.
fn asks(behind: &str) -> bool {
    let sentence = sentence(behind);
    let words = sentence.split(|c: char| !c.is_alphabetic());
    words.into_iter().any(|word| word.eq_ignore_ascii_case("should") || word.eq_ignore_ascii_case("must"))
}

/// The first sentence, as far as it is near.
fn sentence(text: &str) -> &str {
    let near = first_bytes(text, NEAR);
    let end = near.find(". ").or_else(|| near.find("\n\n"));
    &near[..end.unwrap_or(near.len())]
}

fn first_bytes(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let published = PartialDate::from_record_text("2020-08-31").unwrap();
        let found = leading_deadline(text, published)?;
        assert!(text.contains(found.phrase));
        Some((found.phrase.to_owned(), found.means.to_string()))
    }

    #[test]
    fn a_text_may_begin_with_its_deadline() {
        for (text, phrase, means) in [
            ("By March 2021, forces should act.", "By March 2021", "2021-03"),
            ("By March 2021 forces should act.", "By March 2021", "2021-03"),
            ("\nBy 31 March 2021, all forces\nmust act.", "By 31 March 2021", "2021-03-31"),
            (
                "By Wednesday, 31 March, 2021, forces should act.",
                "By Wednesday, 31 March, 2021",
                "2021-03-31",
            ),
            ("By 27/03/25, the force should have one list", "By 27/03/25", "2025-03-27"),
            ("By the end of\nMarch 2021 chief constables should", "By the end of\nMarch 2021", "2021-03"),
            ("Within six months, forces should act.", "Within six months", "2021-02-28"),
            ("Within six\u{a0}months forces should act.", "Within six\u{a0}months", "2021-02-28"),
            (
                "Within three months of the publication of this report, forces should",
                "Within three months of the publication of this report",
                "2020-11-30",
            ),
            ("With immediate effect, the NPCC lead should review it.", "With immediate effect", "immediate"),
            ("Immediately, forces should stop.", "Immediately", "immediate"),
            ("No later than 1 May 2021, the PCC should", "No later than 1 May 2021", "2021-05-01"),
            ("• By 1 May 2021, the PCC should", "By 1 May 2021", "2021-05-01"),
            ("The force should, no later than May 2021, fit cameras.", "no later than May 2021", "2021-05"),
            (
                "Cumbria Constabulary should, within three months, examine",
                "within three months",
                "2020-11-30",
            ),
            ("The force must, by 1 May 2021, and in full, report", "by 1 May 2021", "2021-05-01"),
        ] {
            assert_eq!(read(text), Some((phrase.to_owned(), means.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_no_deadline_or_leaves_doubt_is_not_found() {
        for text in [
            "",
            "By",
            "Forces should act by March 2021.", // not at the beginning
            "The force should act.",
            "By March, forces should act.",
            "By working together, forces should act.",
            "By spring 2021, forces should act.",
            "Within 28 days, forces should act.",
            "Within the force, officers should act within six months.",
            "Within six months of the inspection, forces should act.",
            "Within six months after the visit forces should act.",
            "By March 2021 or earlier if they can, forces should act.",
            "By March 2021 and March 2022, forces should act.",
            "By March 2021 (or as soon as possible), forces should act.",
            "By March 2021 – sooner if possible – forces should act.",
            "Immediately after the arrest, officers should act.",
            "As soon as possible, forces should act.",
            "With immediate effect from 1 May, forces should act.",
            "By March 2020, the force had acted. It should do more.",
            "By March 2021, the force will act.",
            "The force had, by March 2021, acted.",
            "The force should, where it can, act by March 2021.",
            "The force should, within six months of the visit, act.",
            "The force should, by March 2021 at least, act.",
            "No force should act by March 2021.",
            "On 1 May 2021 forces should",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_takes_no_time() {
        for text in ["By ".repeat(300_000), format!("By {}", "é".repeat(300_000)), "should, ".repeat(100_000)]
        {
            assert_eq!(read(&text), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in "(By|Within|six|months|of|March|2021|,|should|should, |é| |\n|\u{a0}|\\.){0,16}") {
            let _ = read(&text);
        }
    }
}
