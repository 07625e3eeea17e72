//! The titles of reports that a response names at its beginning.

use std::ops::RangeInclusive;

use super::facts::title_key;
use crate::model::Inspection;
use crate::text::fold_words;

/// How much of a response is its beginning, in bytes.
const BEGINNING: usize = 600;
/// How many titles of one record are kept.
const MOST: usize = 4;
/// The fewest words of a title that is told from other words, and the most.
const WORDS: RangeInclusive<usize> = 4..=30;
/// The same in bytes.
const LENGTHS: RangeInclusive<usize> = 16..=250;

/// The key of a title up to its colon or dash, where it has one and that says enough.
pub(super) fn main_title_key(title: &str) -> Option<u64> {
    let main = main_title(title);
    (main.len() < title.len() && is_telling(main)).then(|| title_key(main))
}

fn main_title(title: &str) -> &str {
    let end = title.char_indices().find(|(at, c)| match c {
        ':' => title[at + 1..].starts_with(' '),
        '–' | '—' | '-' => title[..*at].ends_with(' ') && title[at + c.len_utf8()..].starts_with(' '),
        _ => false,
    });
    end.map_or(title, |(end, _)| title[..end].trim_end())
}

/// What may be a title at the beginning of a response, by its key, with the key of the text; nothing where the response names
/// its own report there.
pub(super) fn named_titles(inspection: &Inspection<'_>) -> Vec<(u64, &'static str)> {
    let mut found = Vec::new();
    let Some(response) = &inspection.response else { return found };
    for (key, text) in response.texts() {
        let beginning = text.map_or("", |text| beginning(text.trim()));
        let likely: Vec<&str> = quoted(first_sentence(beginning))
            .chain(lines(beginning))
            .filter(|part| is_telling(part))
            .collect();
        if likely.is_empty() {
            continue;
        }
        if names(beginning, main_title(&inspection.title)) {
            return Vec::new();
        }
        found.extend(likely.into_iter().map(|part| (title_key(part), key)));
    }
    found.truncate(MOST);
    found
}

fn beginning(text: &str) -> &str {
    let mut end = text.len().min(BEGINNING);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn is_telling(part: &str) -> bool {
    LENGTHS.contains(&part.len()) && !part.ends_with('.') && WORDS.contains(&part.split_whitespace().count())
}

/// Words by which a sentence sets another report beside its own, in small letters.
const BESIDE: [&str; 22] = [
    "after",
    "again",
    "alongside",
    "also",
    "as",
    "beside",
    "both",
    "build",
    "builds",
    "earlier",
    "follow",
    "following",
    "follows",
    "interim",
    "like",
    "previous",
    "previously",
    "related",
    "replaces",
    "since",
    "update",
    "with",
];

/// Whether words outside quotation marks speak of a report beside this one.
fn speaks_of_another(words: &str) -> bool {
    fold_words(words).iter().any(|word| BESIDE.contains(&word.as_str()))
}

/// The first sentence of a text, where it speaks of one report only; else nothing.
fn first_sentence(text: &str) -> &str {
    let end = text
        .match_indices(['.', '!', '?', '\n'])
        .map(|(at, _)| at + 1)
        .find(|end| text[*end..].starts_with(char::is_whitespace));
    let sentence = &text[..end.unwrap_or(text.len())];
    let outside = quoted(sentence).fold(sentence.to_owned(), |outside, title| outside.replacen(title, "", 1));
    if speaks_of_another(&outside) { "" } else { sentence }
}

/// Whether a text has the words of a title, one after the other.
fn names(text: &str, title: &str) -> bool {
    let (text, title) = (fold_words(text), fold_words(title));
    !title.is_empty() && text.windows(title.len()).any(|words| words == title)
}

/// What stands in quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let has_marks = ['“', '‘', '"'].iter().any(|mark| text.contains(*mark)); // quicker than the search for all
    let opened = has_marks.then(|| text.match_indices(['“', '‘', '"'])).into_iter().flatten();
    opened.filter_map(move |(at, open)| {
        let rest = &text[at + open.len()..];
        let close = match open {
            "“" => rest.find('”'),
            "\"" => rest.find('"'),
            _ => rest.match_indices('’').map(|(at, _)| at).find(|at| {
                !rest[*at + '’'.len_utf8()..].starts_with(char::is_alphanumeric) // else an apostrophe
            }),
        };
        Some(rest[..close?].trim_end_matches([',', '.']))
    })
}

/// Lines that may be a heading, and what stands behind a label, as in `Inspection title: …`.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let many = text.contains('\n').then(|| text.lines());
    let many = many.into_iter().flatten().map(str::trim).filter(|line| !line.starts_with(['-', '•']));
    many.flat_map(|line| {
        let labelled = line.split_once(": ").filter(|(label, _)| is_label(label));
        std::iter::once(line).chain(labelled.map(|(_, title)| title.trim()))
    })
}

fn is_label(label: &str) -> bool {
    let names = ["title", "report", "inspection"].iter().any(|name| label.to_lowercase().contains(name));
    names && label.split_whitespace().count() <= 3 && !speaks_of_another(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::read;

    const HEAD: &str = "title = \"Custody in the county: a visit\"\ntype = \"custody\"\npublished = 2020-05-09\n[response]\n";

    fn found(text: &str) -> Vec<u64> {
        let text = format!("{HEAD}joint = '''\n{text}'''");
        read("x", text.as_bytes(), |reading| {
            named_titles(&reading.inspection).into_iter().map(|(title, _)| title).collect()
        })
    }

    #[test]
    fn titles_are_found_at_the_beginning() {
        let title = "The police’s part in Prevent: a visit";
        for text in [
            "We welcome the report “The Police’s part in Prevent – a visit”.",
            "We welcome \"The police's part in Prevent: a visit,\" and accept it.",
            "We welcome ‘The police’s part in Prevent: a visit’.",
            "Title: The police’s part in Prevent: a visit\nWe accept it.",
        ] {
            assert!(found(text).contains(&title_key(title)), "{text}");
        }
        assert_eq!(
            main_title_key("The police’s part in Prevent: a visit"),
            Some(title_key("The police’s part in Prevent"))
        );
        assert_eq!(main_title_key("Custody: a visit"), None);
    }

    #[test]
    fn a_response_that_names_its_own_report_names_no_other() {
        for text in [
            "Custody in the County is welcome, and follows “Roads and motorways: a visit to the county”.",
            "We accept it.",
            "‘Well’ and “good”",
            "“",
        ] {
            assert_eq!(found(text), [0_u64; 0], "{text}");
        }
        let far = format!("{} “Roads and motorways: a visit to the county”", "So it is. ".repeat(60));
        assert_eq!(found(&far), [0_u64; 0]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in "[a‘’“”\": \né]{0,40}") {
            let _ = (quoted(&text).count(), lines(&text).count(), main_title_key(&text));
        }
    }
}
