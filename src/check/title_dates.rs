//! The dates that a title names.

use crate::model::{PartialDate, parse_typed_date};

/// What a title names: from the first date to the last, and the words that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TitleDate<'t> {
    /// The earlier end.
    pub from: PartialDate,
    /// The later end.
    pub to: PartialDate,
    /// The words, as a part of the title.
    pub words: &'t str,
}

/// What a month stands behind where it is that of an event, and not of the report or the visit.
const OF_AN_EVENT: [&str; 8] = ["since", "until", "before", "after", "following", "of", "by", "from"];
/// The same where no comma stands before them: "the coronation in May 2023", but "a visit to Cumbria, in May 2023".
const WITHIN: [&str; 3] = ["in", "during", "between"];
/// What joins the month of an event to a second one.
const JOINING: [&str; 3] = ["and", "to", "until"];
/// The reports whose titles bear the year they are about.
const OF_A_YEAR: [&str; 2] = ["PEEL", "State of Policing"];

/// Finds the months that a title names, and the years in titles of reports that are about a year.
pub(super) fn title_dates(title: &str) -> Vec<TitleDate<'_>> {
    if !title.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = months(title);
    if OF_A_YEAR.iter().any(|start| title.starts_with(start)) {
        found.extend(years(title));
    }
    found
}

fn months(title: &str) -> Vec<TitleDate<'_>> {
    let words: Vec<&str> = words(title).collect();
    let mut found = Vec::new();
    let mut event = None; // the word after the month of an event
    for (at, pair) in words.windows(2).enumerate() {
        if year(pair[1]).is_none() || !pair[0].starts_with(char::is_alphabetic) {
            continue;
        }
        let Ok(date @ PartialDate::Month(..)) = parse_typed_date(&format!("{} {}", pair[0], pair[1])) else {
            continue;
        };
        let joins = event.is_some_and(|after| after + 1 == at && is_one_of(&JOINING, words[after]));
        if joins || is_of_an_event(title, &words[..at]) {
            event = Some(at + 2);
            continue;
        }
        found.push(TitleDate { from: date, to: date, words: between(title, pair[0], pair[1]) });
    }
    found
}

/// Whether the month behind these words is that of an event.
fn is_of_an_event(title: &str, before: &[&str]) -> bool {
    let [earlier @ .., word] = before else { return false };
    is_one_of(&OF_AN_EVENT, word)
        || (is_one_of(&WITHIN, word)
            && earlier.last().is_none_or(|earlier| !between(title, earlier, word).contains(',')))
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// The date that an id begins with: `2020-03-prevent`, `2020-custody`.
pub(super) fn id_date(id: &str) -> Option<PartialDate> {
    let month = id.get(..8).map_or(id, |start| start.strip_suffix('-').unwrap_or(""));
    if let Some(date @ PartialDate::Month(..)) = PartialDate::from_record_text(month) {
        return Some(date);
    }
    let (year, rest) = id.split_once('-')?;
    let is_year = year.len() == 4 && !rest.starts_with(|c: char| c.is_ascii_digit());
    PartialDate::from_record_text(year).filter(|_| is_year)
}

/// The first year to the last: `2019`, `2021/22`, `2023–2025`.
fn years(title: &str) -> Option<TitleDate<'_>> {
    let mut words = words(title).skip_while(|word| year(word).is_none());
    let first = words.next()?;
    let from = year(first)?;
    let next = words.next().filter(|next| {
        let gap = between(title, first, next);
        gap.len() - first.len() - next.len() <= '–'.len_utf8() && !gap.contains(' ')
    });
    let last = next.and_then(|next| {
        let short = next.len() == 2 && next.bytes().all(|byte| byte.is_ascii_digit());
        let to = if short { from / 100 * 100 + next.parse::<i32>().ok()? } else { year(next)? };
        (to >= from).then_some((to, next))
    });
    let (to, end) = last.unwrap_or((from, first));
    Some(TitleDate {
        from: PartialDate::Year(from),
        to: PartialDate::Year(to),
        words: between(title, first, end),
    })
}

fn words(title: &str) -> impl Iterator<Item = &str> {
    title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (1900..=2199).contains(year))
}

/// The part of a text from one part of it to the end of another; both are slices of it.
fn between<'t>(text: &'t str, first: &str, last: &str) -> &'t str {
    let offset = |part: &str| part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    text.get(offset(first)..offset(last) + last.len()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_the_years_of_some_reports_are_found() {
        for (title, expected) in [
            ("Slower and safer: a visit to the north-west, October 2021", "October 2021"),
            ("Police custody in Cumbria, 4–15 October\u{a0}2021", "October\u{a0}2021"),
            ("Custody: Oct 2021 and Nov. 2021", "Oct 2021|Nov. 2021"),
            ("PEEL 2021/22: an inspection", "2021/22"),
            ("PEEL: Police effectiveness 2015", "2015"),
            ("PEEL 2023–2025", "2023–2025"),
            ("PEEL 2023 – 25 forces", "2023"),
            ("State of Policing 2019", "2019"),
            ("The response to the disorder of August 2011", ""),
            ("Policing since May 2012", ""),
            ("The policing of the coronation in May 2023", ""),
            ("The policing of the vigil at Clapham in March 2021", ""),
            ("Policing protests During October 2021", ""),
            ("Disorder between July 2024 and August 2024", ""),
            ("Disorder between July 2024 and the visit, August 2024", "August 2024"),
            ("In May 2023", ""),
            ("Police custody in Cumbria, in May 2023", "May 2023"),
            ("Police custody, Cumbria, between May 2023 and June 2023", "May 2023|June 2023"),
            ("Crime data integrity 2014", ""),
            ("Ready for 2025", ""),
            ("Mayday 2020, may 20200", ""),
            ("Section 60 may be 1234", ""),
            ("", ""),
        ] {
            let found: Vec<&str> = title_dates(title).iter().map(|date| date.words).collect();
            assert_eq!(found.join("|"), expected, "{title}");
        }
        let peel = title_dates("PEEL 2021/22")[0];
        assert_eq!((peel.from, peel.to), (PartialDate::Year(2021), PartialDate::Year(2022)));
    }

    #[test]
    fn an_id_may_begin_with_a_month_or_a_year() {
        let date = |id| id_date(id).map(|date| date.to_string());
        for (id, expected) in [
            ("2020-03-prevent", Some("2020-03")),
            ("2020-03", Some("2020-03")),
            ("2020-custody", Some("2020")),
            ("2019-20-peel", None), // a financial year
            ("2020-031-a", None),
            ("2020", None),
            ("custody-2020-03", None),
            ("1066-custody", None),
            ("", None),
        ] {
            assert_eq!(date(id).as_deref(), expected, "{id}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_title_breaks_it(title in "(PEEL|October|2021|/|22|–|of|é| |,){0,12}") {
            for date in title_dates(&title) {
                proptest::prop_assert!(title.contains(date.words));
            }
        }
    }
}
