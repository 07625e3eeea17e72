//! Citations of the Police Act 1996 in prose.

/// The words before a section's number, the longer first.
const SECTION: [&str; 5] = ["sections", "section", "sect", "sec", "s"];
/// How far after a citation the Act may be named, in characters.
const REACH: usize = 80;
/// How far a sentence is followed to either side, in characters.
const SENTENCE: usize = 300;

/// Finds citations of a section of the Police Act 1996 as parts of a text: `section 33 of the Police Act 1996`,
/// `Police Act 1996, s.33(1)`. With a subsection only those of it.
///
/// A number is a citation of that Act where it is the next Act named in the sentence, or the one named just before.
pub(super) fn find_citation<'t>(
    text: &'t str,
    number: &'t str,
    subsection: Option<&'t str>,
) -> impl Iterator<Item = &'t str> {
    // `contains` is quicker than the search for every match, and mostly there is none.
    let all = text.contains(number).then(|| text.match_indices(number)).into_iter().flatten();
    all.filter_map(move |(at, _)| {
        let end = end_of_number(&text[at + number.len()..], subsection)? + at + number.len();
        let start = section_word(&text[..at])?;
        is_of_police_act(&text[..start], &text[end..]).then(|| &text[start..end])
    })
}

/// How many bytes of what follows a number belong to it; `None` where it is another number or subsection.
fn end_of_number(after: &str, subsection: Option<&str>) -> Option<usize> {
    let mut end = 0;
    if let Some(wanted) = subsection {
        let rest = after.trim_start_matches([' ', '\u{a0}']);
        rest.strip_prefix(wanted)?;
        end = after.len() - rest.len() + wanted.len();
    } else if after.starts_with(char::is_alphanumeric) || is_decimal(after) {
        return None;
    }
    while let Some(inside) = after[end..].strip_prefix('(') {
        let length = inside.find(|c: char| !c.is_ascii_alphanumeric()).filter(|length| *length <= 4);
        match length {
            Some(length) if inside[length..].starts_with(')') => end += length + 2,
            _ => break,
        }
    }
    Some(end)
}

fn is_decimal(after: &str) -> bool {
    after.strip_prefix(['.', ',', '/']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Where the word `section` before a number begins.
fn section_word(before: &str) -> Option<usize> {
    let head = before.trim_end();
    let head = head.strip_suffix('.').unwrap_or(head);
    SECTION.iter().find_map(|word| {
        let start = head.len().checked_sub(word.len())?;
        let is_word = head.get(start..)?.eq_ignore_ascii_case(word);
        let is_inside = head[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'));
        (is_word && !is_inside).then_some(start)
    })
}

fn is_of_police_act(before: &str, after: &str) -> bool {
    let mut words = words(first(sentence_after(after), REACH)).peekable();
    let mut last = "";
    while let Some(word) = words.next() {
        if matches!(word, "Act" | "ACT") {
            return last.eq_ignore_ascii_case("police")
                && !words.peek().is_some_and(|next| is_other_year(next));
        }
        last = word;
    }
    let mut back = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut word = back.next();
    if word == Some("1996") {
        word = back.next();
    }
    matches!(word, Some("Act" | "ACT")) && back.next().is_some_and(|word| word.eq_ignore_ascii_case("police"))
}

fn is_other_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && word != "1996"
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The sentence that a part of a text stands in, as far as it is near.
pub(super) fn sentence_around<'t>(text: &'t str, part: &str) -> &'t str {
    // `part` is a slice of `text`.
    let start = part.as_ptr().addr().saturating_sub(text.as_ptr().addr()).min(text.len());
    let after = text.get(start + part.len()..).unwrap_or("");
    let end = text.len() - after.len() + sentence_after(after).len();
    let before = &text[..start];
    let near = before.char_indices().rev().nth(SENTENCE).map_or(0, |(at, _)| at);
    let mut from = near;
    while let Some(next) = sentence_end(&before[from..]) {
        from += next;
    }
    &text[from..end]
}

/// What follows up to the end of the sentence, as far as it is near.
fn sentence_after(after: &str) -> &str {
    let near = first(after, SENTENCE);
    &near[..sentence_end(near).unwrap_or(near.len())]
}

/// Where the first sentence of a text ends: after a stop before a capital, or at a blank line.
fn sentence_end(text: &str) -> Option<usize> {
    let stops = text.match_indices(['.', '!', '?', '\n']);
    stops.map(|(at, stop)| (at + 1, stop)).find_map(|(end, stop)| {
        let rest = &text[end..];
        let next = rest.trim_start();
        let is_end = match stop {
            "\n" => rest.trim_start_matches([' ', '\r']).starts_with('\n'),
            _ => next.len() < rest.len() && next.starts_with(char::is_uppercase),
        };
        is_end.then_some(end)
    })
}

fn first(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_of_the_police_act_are_found() {
        for (text, cited) in [
            ("Section 33 of the Police Act 1996 requires", "Section 33"),
            ("under section\u{a0}33(1) of the Police Act", "section\u{a0}33(1)"),
            ("under s.33 of the Police Act 1996", "s.33"),
            ("(s33(1)(a) Police Act 1996)", "s33(1)(a)"),
            ("the POLICE ACT 1996, section 33.", "section 33"),
            ("Police Act 1996 (s. 33)", "s. 33"),
            ("SECTION 33 (as amended) of the\nPolice Act 1996", "SECTION 33"),
            ("133 officers; section 33, Police Act 1996", "section 33"),
        ] {
            assert_eq!(find_citation(text, "33", None).next(), Some(cited), "{text}");
        }
        let (text, cited) = ("sections 55 (1)(b) of the Police Act 1996", "sections 55 (1)(b)");
        assert_eq!(find_citation(text, "55", Some("(1)")).next(), Some(cited));
    }

    #[test]
    fn other_numbers_acts_and_sections_are_left_alone() {
        for text in [
            "section 33 of the Equality Act 2010 and the Police Act 1996",
            "section 33 of the Police Act 1997",
            "section 33A of the Police Act 1996",
            "section 333 of the Police Act 1996",
            "section 33.5 of the Police Act 1996",
            "section 55(5) of the Police Act 1996",
            "the Commissioner's 33 officers under the Police Act 1996",
            "33 pages on the Police Act 1996",
            "See section 33. The Police Act 1996 applies.",
            "See section 33 of this report.\n\nPolice Act 1996",
            "section 33 of the Police and Criminal Evidence Act 1984",
            "section 33 of the Act",
            "pages 33 of the Police Act 1996",
        ] {
            assert_eq!(find_citation(text, "33", None).next(), None, "{text}");
        }
        for text in ["section 55(5) of the Police Act 1996", "section 55(1A) of the Police Act 1996", "s 55"]
        {
            assert_eq!(find_citation(text, "55", Some("(1)")).next(), None, "{text}");
        }
    }

    #[test]
    fn a_sentence_is_cut_out() {
        let text = "One ends. Two (s.33 of it) ends here. Three.";
        assert_eq!(sentence_around(text, &text[15..19]).trim(), "Two (s.33 of it) ends here.");
        assert_eq!(sentence_around("all", "all"), "all");
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in "(section|s\\.|33|55|\\(1\\)|Police|Act|1996|é|’| |\\.|\n){0,14}") {
            for cited in find_citation(&text, "33", None).chain(find_citation(&text, "55", Some("(1)"))) {
                proptest::prop_assert!(sentence_around(&text, cited).contains(cited));
            }
        }
    }
}
