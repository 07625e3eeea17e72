//! Deadline phrases as printed, and the dates they safely mean.

use chrono::{Datelike, Months};

use super::Deadline;
use crate::duty::words::{fold_phrase, names_another_time, number_of};
use crate::model::{EARLIEST_YEAR, LATEST_YEAR, PartialDate, parse_typed_date};

const IMMEDIATE: [&str; 7] = [
    "immediate",
    "immediately",
    "with immediate effect",
    "immediate effect",
    "effective immediately",
    "forthwith",
    "straight away",
];
/// What may stand before a date, the longer first: all of them include the day named.
const BY: [&str; 10] = [
    "by no later than ",
    "by not later than ",
    "by the latest ",
    "no later than ",
    "not later than ",
    "at the latest by ",
    "at latest by ",
    "on or before ",
    "by or before ",
    "by ",
];
const END_OF: [&str; 4] = ["the end of ", "end of ", "the end ", "end "];
const WITHIN: [&str; 2] = ["within a period of ", "within "];
/// What may stand after a date without moving it.
const AT_THE_LATEST: [&str; 4] = [" at the latest", " at latest", " or earlier", " or sooner"];
/// The report's publication, after `of` and the like, without articles.
const PUBLICATION: [&str; 11] = [
    "publication",
    "publication date",
    "publication of report",
    "date of publication",
    "date of publication of report",
    "date of report",
    "report",
    "report date",
    "report being published",
    "reports publication", // the report's
    "report publication",
];
/// The longest span that is read, in months.
const LONGEST: u32 = 120;
/// How many commas are tried as the end of the phrase: `By Thursday, 26 March, 2020, forces should`.
const COMMAS: usize = 3;

/// Reads what a deadline phrase safely means; `None` where it names no date or leaves doubt.
///
/// `published` is the report's publication. "Within six months" is the corresponding date six months after it, or the
/// month's last day where there is none (*Dodds v Walker* \[1981\] 1 WLR 1027); a publication known to the month gives a
/// month. A month or year stands for its end. A date must carry its year; figures are day first. After a comma the
/// sentence may go on, if nothing in it could name another time.
pub fn read_deadline(phrase: &str, published: PartialDate) -> Option<Deadline> {
    let folded = fold_phrase(phrase);
    if let Some(deadline) = read_whole(&folded, published) {
        return Some(deadline);
    }
    folded.match_indices(',').take(COMMAS).find_map(|(at, _)| {
        let deadline = read_whole(&folded[..at], published)?;
        (!names_another_time(&folded[at..])).then_some(deadline)
    })
}

pub(super) fn read_whole(folded: &str, published: PartialDate) -> Option<Deadline> {
    let phrase = folded.trim_end();
    let phrase = phrase.strip_suffix(['.', ',', ';', ':']).unwrap_or(phrase).trim_end();
    if IMMEDIATE.contains(&phrase) {
        return Some(Deadline::Immediate);
    }
    let phrase = AT_THE_LATEST.iter().find_map(|after| phrase.strip_suffix(after)).unwrap_or(phrase);
    if let Some(span) = without_lead(phrase, &WITHIN) {
        return read_span(span, published).map(Deadline::On);
    }
    let date = if let Some(rest) = phrase.strip_prefix("before ") {
        without_lead(rest, &END_OF)? // "before 31 March" leaves that day out
    } else {
        let rest = without_lead(phrase, &BY).unwrap_or(phrase);
        without_lead(rest, &END_OF).unwrap_or(rest)
    };
    read_date(date).or_else(|| read_span(date, published)).map(Deadline::On)
}

fn without_lead<'p>(phrase: &'p str, leads: &[&str]) -> Option<&'p str> {
    leads.iter().find_map(|lead| phrase.strip_prefix(lead))
}

fn read_date(text: &str) -> Option<PartialDate> {
    let date = parse_typed_date(text).ok()?;
    match date {
        PartialDate::Unknown => None,
        // "2010-11" may be the financial year 2010 to 2011.
        PartialDate::Month(year, month)
            if i64::from(month) == i64::from(year + 1) % 100 && text.contains('-') =>
        {
            None
        }
        date => Some(date),
    }
}

/// Reads `six months`, `one year of publication`, ... as the corresponding date after publication.
fn read_span(text: &str, published: PartialDate) -> Option<PartialDate> {
    let words: Vec<&str> = text.split(' ').collect();
    let unit = words.iter().position(|word| matches!(*word, "month" | "months" | "year" | "years"))?;
    let number = words[..unit].join(" ");
    let number = without_lead(&number, &["the next ", "next "]).unwrap_or(&number);
    let number = number_of(number.strip_suffix(" calendar").unwrap_or(number))?;
    let months = if words[unit].starts_with("year") { number * 12 } else { number };
    (months <= LONGEST && is_from_publication(&words[unit + 1..])).then_some(())?;
    let after = published.earliest()?.checked_add_months(Months::new(months))?;
    let date = match published {
        PartialDate::Day(_) => PartialDate::Day(after),
        PartialDate::Month(..) => PartialDate::Month(after.year(), after.month()),
        PartialDate::Year(_) | PartialDate::Unknown => return None,
    };
    date.year().is_some_and(|year| (EARLIEST_YEAR..=LATEST_YEAR).contains(&year)).then_some(date)
}

fn is_from_publication(words: &[&str]) -> bool {
    match words {
        [] => true,
        ["of" | "from" | "after" | "following", rest @ ..] => {
            let kept: Vec<&str> = rest
                .iter()
                .copied()
                .filter(|word| !matches!(*word, "the" | "this" | "our" | "its"))
                .collect();
            PUBLICATION.contains(&kept.join(" ").as_str())
        }
        _ => false,
    }
}
