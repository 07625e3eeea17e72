//! Proposes an id from the date and title of a report.

use super::{PartialDate, RecordId};

/// How many words of a title go into an id, and how many characters they may take.
const WORDS: usize = 4;
const CHARACTERS: usize = 48;
const SMALL: [&str; 22] = [
    "a",
    "an",
    "and",
    "the",
    "of",
    "in",
    "on",
    "to",
    "for",
    "by",
    "at",
    "with",
    "from",
    "into",
    "how",
    "is",
    "are",
    "its",
    "s",
    "inspection",
    "report",
    "police",
];

/// Proposes an id such as `2020-03-counter-terrorism-policing`: the date to the month, and the first words of the title.
pub fn propose_id(published: PartialDate, title: &str) -> RecordId {
    let date = match published {
        PartialDate::Day(day) => Some(day.format("%Y-%m").to_string()),
        PartialDate::Month(..) | PartialDate::Year(_) => Some(published.to_string()),
        PartialDate::Unknown => None,
    };
    let parts: Vec<String> = date.into_iter().chain(slug(title)).collect();
    let proposed = if parts.is_empty() { "inspection".to_owned() } else { parts.join("-") };
    RecordId::new(&proposed).unwrap_or_else(|_| RecordId::made(format!("inspection-{proposed}")))
}

/// The id nearest to a name that is none: `2026-rural` of "2026 Rural"; `None` where nothing is left of it.
pub fn id_from_name(name: &str) -> Option<RecordId> {
    let plain: String = name.chars().flat_map(char::to_lowercase).map(plain).collect();
    let parts = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut id = parts.collect::<Vec<_>>().join("-");
    id.truncate(RecordId::LONGEST);
    RecordId::new(id.trim_end_matches('-')).ok()
}

/// The first free id of a row: the id itself, then `-2`, `-3` and so on.
pub fn free_id(wanted: &RecordId, is_taken: impl Fn(&str) -> bool) -> RecordId {
    let mut candidate = wanted.as_str().to_owned();
    let mut number = 1_u32;
    while is_taken(&candidate) {
        number += 1;
        let tail = format!("-{number}");
        let room = RecordId::LONGEST - tail.len();
        candidate = format!("{}{tail}", &wanted.as_str()[..wanted.as_str().len().min(room)]);
    }
    RecordId::made(candidate)
}

/// The words of a title that tell it apart, in an id's letters.
fn slug(title: &str) -> Option<String> {
    let main = title.split([':', '–', '—']).next().filter(|part| part.trim().len() > 3).unwrap_or(title);
    let mut found = words(main);
    if found.is_empty() {
        found = words(title);
    }
    let mut slug = String::new();
    for word in found.into_iter().take(WORDS) {
        if !slug.is_empty() && slug.len() + word.len() >= CHARACTERS {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(CHARACTERS)]);
    }
    (!slug.is_empty()).then_some(slug)
}

fn words(text: &str) -> Vec<String> {
    let plain: String =
        text.chars().filter(|c| !matches!(c, '\'' | '’')).flat_map(char::to_lowercase).map(plain).collect();
    let all = || plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let telling: Vec<String> = all().filter(|word| !SMALL.contains(word)).map(str::to_owned).collect();
    if telling.is_empty() { all().map(str::to_owned).collect() } else { telling }
}

/// The plain letter under the accents of Welsh and its neighbours.
const fn plain(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => 'y',
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn proposed(published: &str, title: &str) -> String {
        propose_id(PartialDate::from_record_text(published).unwrap(), title).to_string()
    }

    #[test]
    fn the_date_and_the_first_telling_words() {
        for (published, title, id) in [
            (
                "2020-03-09",
                "Counter-terrorism policing – An inspection of the police’s contribution",
                "2020-03-counter-terrorism-policing",
            ),
            ("2020-03", "Custody in the county: an unannounced visit", "2020-03-custody-county"),
            ("2020", "PEEL 2018/19", "2020-peel-2018-19"),
            ("unknown", "Roads policing", "roads-policing"),
            ("2024-01-02", "Gŵyl y Môr", "2024-01-gwyl-y-mor"),
            ("2024-01-02", "检查", "2024-01"),
            ("unknown", "!!", "inspection"),
            ("unknown", "con", "inspection-con"),
            ("unknown", "The report of an inspection", "the-report-of-an"),
        ] {
            assert_eq!(proposed(published, title), id, "{title}");
        }
    }

    #[test]
    fn a_free_id_is_numbered() {
        let wanted = RecordId::new("2020-03-custody").unwrap();
        let taken = ["2020-03-custody", "2020-03-custody-2"];
        assert_eq!(free_id(&wanted, |id| taken.contains(&id)).as_str(), "2020-03-custody-3");
        assert_eq!(free_id(&wanted, |_| false), wanted);
        let long = RecordId::new(&"a".repeat(100)).unwrap();
        assert!(RecordId::new(free_id(&long, |id| id.len() == 100 && !id.ends_with('2')).as_str()).is_ok());
    }

    #[test]
    fn a_name_that_is_no_id_is_made_one() {
        for (name, id) in [
            ("2026 Rural", Some("2026-rural")),
            ("2020_03--Custody (final)", Some("2020-03-custody-final")),
            ("Gŵyl", Some("gwyl")),
            ("a", Some("a")),
            ("CON", None),
            ("…", None),
        ] {
            assert_eq!(id_from_name(name).map(|id| id.to_string()).as_deref(), id, "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_name_gives_an_id_or_none(name in "\\PC{0,200}") {
            let _ = id_from_name(&name);
        }

        #[test]
        fn any_title_gives_an_id(title in "\\PC{0,200}", month in 1u32..=12) {
            for date in [PartialDate::Month(2020, month), PartialDate::Unknown] {
                let id = propose_id(date, &title);
                prop_assert!(RecordId::new(id.as_str()).is_ok(), "{}", id);
            }
        }
    }
}
