//! Sentences that count the recommendations of a whole report.

use super::numerals::numeral;

/// What a sentence says of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It makes so many recommendations.
    Made(u32),
    /// So many of them are for the police.
    ForPolice(u32),
    /// All of them are so many.
    All(u32),
    /// All of its areas for improvement are so many.
    AllAreas(u32),
}

/// Words of a sentence that speaks of another report, or of a part of this one.
const OTHERS: [&str; 23] = [
    "action",
    "audit",
    "coroner",
    "panel",
    "plan",
    "review",
    "children",
    "under",
    "about",
    "previous",
    "previously",
    "earlier",
    "last",
    "further",
    "additional",
    "another",
    "also",
    "former",
    "original",
    "initial",
    "interim",
    "reports",
    "remaining",
];
/// Who makes recommendations.
const MAKERS: [&[&str]; 9] = [
    &["hmicfrs"],
    &["hmic"],
    &["inspectors"],
    &["the", "report"],
    &["this", "report"],
    &["the", "inspection"],
    &["this", "inspection"],
    &["the", "inspectorate"],
    &["the", "inspectors"],
];
/// Words after the verb, before the number.
const BEFORE_NUMBER: [&[&str]; 3] = [&["a", "total", "of"], &["only"], &["just"]];
/// The longest sentence that is looked at, in words.
const LONGEST: usize = 60;

/// Finds what a text says for certain of the number of a whole report's recommendations, each with the words that say it.
///
/// Only at its beginning, up to the first sentence that speaks of something else: what follows may speak of that, or of a part
/// of the report.
pub(super) fn counts(text: &str) -> Vec<(&str, Said)> {
    let end = text.find("\n\n").or_else(|| text.find("\n\r\n")).unwrap_or(text.len());
    let (beginning, mut found) = (&text[..end], Vec::new());
    if !beginning.contains("recommendation") && !beginning.contains("for improvement") {
        return found;
    }
    for sentence in sentences(beginning).map(Sentence::of) {
        if sentence.words.len() > LONGEST || !sentence.is_of_this_report() {
            break;
        }
        found.extend(sentence.made());
        found.extend(sentence.for_police());
        found.extend(sentence.all());
    }
    found
}

/// The sentences of a paragraph: a mark ends one where a blank stands behind it.
fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        let ends = rest.match_indices(['.', '!', '?']).map(|(at, mark)| at + mark.len());
        let mut ends = ends.filter(|end| rest[*end..].starts_with(char::is_whitespace));
        let (sentence, behind) = rest.split_at(ends.next().unwrap_or(rest.len()));
        rest = behind;
        (!sentence.is_empty()).then_some(sentence)
    })
}

struct Sentence<'t> {
    text: &'t str,
    /// Its words as they stand, with the marks around them.
    words: Vec<&'t str>,
}

impl<'t> Sentence<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, words: text.split_whitespace().take(LONGEST + 1).collect() }
    }

    fn word(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| word.trim_matches(|c: char| !c.is_alphanumeric()))
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    /// How many of the words stand there one after the other: all of them, or none.
    fn length_of(&self, at: usize, words: &[&str]) -> usize {
        let stands = words.iter().enumerate().all(|(step, word)| self.is(at + step, &[word]));
        if stands { words.len() } else { 0 }
    }

    fn is_of_this_report(&self) -> bool {
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        // A report that is told from this one by what it is about.
        let is_on = |at| {
            self.is(at, &["inspection", "report", "visit"])
                && self.is(at + 1, &["of", "on", "into", "about", "to"])
        };
        let speaks_of_others = |at| self.is(at, &OTHERS) || is_year(self.word(at)) || is_on(at);
        !self.text.contains(['“', '‘', '"']) && !(0..self.words.len()).any(speaks_of_others)
    }

    /// `HMICFRS made eight recommendations`, at the beginning.
    fn made(&self) -> Option<(&'t str, Said)> {
        let mut at = self.length_of(0, &["overall"]) + self.length_of(0, &["in", "total"]);
        let maker =
            MAKERS.iter().map(|maker| self.length_of(at, maker)).max().filter(|length| *length > 0)?;
        at += maker;
        at += usize::from(self.is(at, &["has", "have"]));
        if !self.is(at, &["made", "makes", "make", "contains", "contained"]) {
            return None;
        }
        at += 1;
        at += BEFORE_NUMBER.iter().map(|words| self.length_of(at, words)).max().unwrap_or(0);
        let number = numeral(self.word(at))?;
        let is_whole = self.is_noun(at + 1) && self.is_of_all(at + 1);
        is_whole.then(|| (self.part(at, at + 1), Said::Made(number)))
    }

    /// Whether nothing behind the noun says that others were made, or made to others.
    fn is_of_all(&self, noun: usize) -> bool {
        let next = noun + 1;
        let mut last = noun;
        if self.is(next, &["in"]) && self.is(next + 1, &["total", "all"]) {
            last = next + 1;
        } else if self.is(next, &["overall", "altogether"]) {
            last = next;
        }
        let to_all = self.length_of(next, &["to", "the", "police", "and", "other"]) > 0;
        let are_some_told = numeral(self.word(next)).is_some()
            && self.is(next + 1, &["of"])
            && self.is(next + 2, &["them", "these", "which"]);
        let is_number = |at| numeral(self.word(at)).is_some();
        let all_are_told = self.is(next, &["all"]) && !(next..self.words.len()).any(is_number);
        to_all || self.ends_sentence(last) || are_some_told || all_are_told
    }

    /// `one recommendation was directed towards the police`, and no more.
    fn for_police(&self) -> Option<(&'t str, Said)> {
        let at = usize::from(self.is(0, &["only", "just"]));
        let number = numeral(self.word(at)).filter(|_| self.is_noun(at + 1))?;
        let is_directed = self.is(at + 2, &["was", "were", "is", "are"])
            && self.is(at + 3, &["directed", "addressed", "aimed"])
            && self.is(at + 4, &["at", "to", "towards", "toward"]);
        let mut last = at + 5;
        last += usize::from(self.is(last, &["the"]));
        let is_police = self.is(last, &["police"]) && self.ends_sentence(last);
        (is_directed && is_police).then(|| (self.part(at, at + 1), Said::ForPolice(number)))
    }

    /// `all five recommendations`, `both areas for improvement`.
    fn all(&self) -> Option<(&'t str, Said)> {
        // What stands behind a colon may speak of what stands before it.
        let is_before_colon = |at: &usize| *at == 0 || !self.words[at - 1].ends_with(':');
        (0..self.words.len()).take_while(is_before_colon).find_map(|at| {
            let is_both = self.is(at, &["both"]);
            let mut next = at + 1;
            let mut number = is_both.then_some(2);
            if self.is(at, &["all"]) {
                next += usize::from(self.is(next, &["of"]));
                next += usize::from(self.is(next, &["the"]));
                number = numeral(self.word(next));
                next += 1;
            }
            let number = number.filter(|number| *number > 0)?;
            let is_area = self.length_of(next, &["areas", "for", "improvement"]) > 0;
            let last = if is_area { next + 2 } else { next };
            let followers: &[&str] = &["are", "were", "have", "will", "and"];
            let is_whole = self.ends_clause(last)
                || self.is(last + 1, &followers[..followers.len() - usize::from(is_both)]);
            if !is_whole || !(is_area || self.is_noun(next)) {
                return None;
            }
            let said = if is_area { Said::AllAreas(number) } else { Said::All(number) };
            Some((self.part(at, last), said))
        })
    }

    fn is_noun(&self, at: usize) -> bool {
        self.is(at, &["recommendation", "recommendations"])
    }

    /// Whether a word is the last of the sentence, or a mark stands behind it.
    fn ends_clause(&self, at: usize) -> bool {
        self.is_marked(at, &['.', ',', ';', ':', '!', '?'])
    }

    /// The same but for marks behind which the sentence may go on and count others.
    fn ends_sentence(&self, at: usize) -> bool {
        self.is_marked(at, &['.', ':', '!', '?'])
    }

    fn is_marked(&self, at: usize, marks: &[char]) -> bool {
        self.words.get(at).is_some_and(|word| word.ends_with(marks)) || at + 1 == self.words.len()
    }

    /// The words from one to another as they stand, without the marks around them.
    fn part(&self, from: usize, to: usize) -> &'t str {
        let start = self.word(from).as_ptr().addr() - self.text.as_ptr().addr();
        let last = self.word(to);
        let end = last.as_ptr().addr() + last.len() - self.text.as_ptr().addr();
        self.text.get(start..end).unwrap_or(self.text) // both are slices of it, the later behind the earlier
    }
}

#[cfg(test)]
mod tests {
    use super::Said::{All, AllAreas, ForPolice, Made};
    use super::*;

    #[test]
    fn what_is_said_of_the_whole_report_is_found() {
        for (text, part, said) in [
            (
                "HMICFRS made eight recommendations to the police and other bodies.",
                "eight recommendations",
                Made(8),
            ),
            ("HMICFRS made seven recommendations, all for the police.", "seven recommendations", Made(7)),
            (
                "The report makes a total of 12 recommendations, two of them ours.",
                "12 recommendations",
                Made(12),
            ),
            ("Inspectors have made only one recommendation.", "one recommendation", Made(1)),
            ("This report contains no recommendations", "no recommendations", Made(0)),
            ("Overall, HMICFRS made two recommendations in total.", "two recommendations", Made(2)),
            ("Only one recommendation was directed towards the police:", "one recommendation", ForPolice(1)),
            ("The Commissioner accepts all five recommendations.", "all five recommendations", All(5)),
            ("I accept all of the 5 recommendations and\nwill act.", "all of the 5 recommendations", All(5)),
            ("Both recommendations are accepted.", "Both recommendations", All(2)),
            ("We accept both areas for improvement.", "both areas for improvement", AllAreas(2)),
        ] {
            assert_eq!(counts(text), [(part, said)], "{text}");
        }
    }

    #[test]
    fn what_may_be_said_of_something_else_is_left_alone() {
        for text in [
            "HMICFRS made five recommendations\nto the force.",
            "HMICFRS made five recommendations, for forces, and three for others.",
            "HMICFRS made five recommendations, all for forces, and one for others.",
            "HMICFRS made five recommendations; one more is for the panel.",
            "HMICFRS made five recommendations and two areas for improvement.",
            "HMICFRS made five recommendations to the police and two to the health board.",
            "HMICFRS made five recommendations in total to forces.",
            "We answered it in March 2019. HMICFRS made five recommendations.",
            "Three of the five recommendations were directed to the police.",
            "Twenty five recommendations were directed to the police.",
            "See 3.5 recommendations were directed to the police.",
            "On custody: both recommendations are accepted.",
            "Thank you.\n\nHMICFRS made five recommendations.",
            "We answered the inspection of roads. The inspectors made five recommendations.",
            "HMICFRS made five recommendations to the force.",
            "HMICFRS made five recommendations for chief constables.",
            "HMICFRS made five recommendations in its report on custody.",
            "In 2019 HMICFRS made five recommendations.",
            "HMICFRS made a further two recommendations.",
            "HMICFRS made five recommendations in 2019.",
            "The earlier report made five recommendations.",
            "Its report made five recommendations.",
            "Three of the eight recommendations are ours. See recommendation 3.",
            "We accept both recommendations and areas for improvement.",
            "We accept all five recommendations in the report on custody.",
            "We accept all recommendations. All forces have five recommendations.",
            "We accept all five recommendations of the “Roads” report.",
            "One recommendation was directed to the police in Wales.",
            "Thank you.\n\nCustody: both recommendations are accepted.",
            "We support both, and all five areas.",
            "all five",
            "both",
        ] {
            assert_eq!(counts(text), [], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in "((HMICFRS|made|all|of|the|both|five|2|recommendations|areas for improvement|was directed to the police|é|—)( |, |\\. |\n)){0,12}") {
            for (part, _) in counts(&text) {
                proptest::prop_assert!(text.contains(part));
            }
        }
    }
}
