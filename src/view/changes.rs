//! What a change came to, in words.

use chrono::NaiveDate;

use super::Paint;
use super::words::{last_day_in_full, state_words, status_words};
use super::wrap::hanging;
use crate::config::Settings;
use crate::duty::{Requirement, Stage, State};
use crate::edit::{Noted, day_of, with_label};
use crate::model::day_in_words;
use crate::query::{Counts, Missing, Row};
use crate::text::{and_list, count, shell_quoted, visible};

/// The keys that changed, items by their labels and a day in words: "response.published (5 November 2026), title".
pub fn changed_words(changed: &[String], text: &str) -> String {
    let shown: Vec<String> = changed
        .iter()
        .map(|key| {
            let named = with_label(text, key);
            match day_of(text, key) {
                Some(day) => format!("{} ({})", visible(&named), day_in_words(day)),
                None => visible(&named).into_owned(),
            }
        })
        .collect();
    shown.join(", ")
}

/// What was noted of items: "recommendation 3a is closed (was in progress)", "noted of
/// recommendations 3a and 3b".
///
/// `from` is the day that was named for it. Where a newer update gives another status, that is said as well.
pub fn noted_words(noted: &[Noted], from: Option<NaiveDate>, today: NaiveDate) -> String {
    let from = from.map(|day| format!(" from {}", day_in_words(day))).unwrap_or_default();
    let changed = noted.iter().filter_map(|noted| Some((noted, noted.status?)));
    let changed: Vec<String> = changed
        .map(|(noted, status)| {
            let name = format!("recommendation {}", visible(&noted.name));
            let (now, before) = (status_words(status), status_words(noted.before));
            if let Some((day, stands)) = noted.newer.iter().rfind(|(day, _)| *day <= today)
                && *stands != status
            {
                let (stands, day) = (status_words(*stands), day_in_words(*day));
                return format!(
                    "{name} was {now}{from} (before that {before}), and is still {stands}: an update of {day} is newer"
                );
            }
            if status == noted.before {
                format!("{name} is {now}{from}, as before")
            } else {
                format!("{name} is {now}{from} (was {before})")
            }
        })
        .collect();
    if changed.is_empty() {
        let names: Vec<String> = noted.iter().map(|noted| visible(&noted.name).into_owned()).collect();
        let what = if names.len() == 1 { "recommendation" } else { "recommendations" };
        return format!("noted of {what} {}{}", and_list(&names), from.replace(" from ", " on "));
    }
    changed.join(", ")
}

/// What is left to do of a record's items: "2 items open, 1 past the deadline".
pub fn items_left(counts: &Counts) -> String {
    let mut parts = Vec::new();
    match counts.open_items {
        0 if counts.items == 0 => parts.push("no items".to_owned()),
        0 => parts.push("no item open".to_owned()),
        open => parts.push(format!("{} open", count(open, "item"))),
    }
    if counts.overdue_items > 0 {
        parts.push(format!("{} past the deadline", counts.overdue_items));
    }
    if counts.undecided_items > 0 {
        parts.push(format!("{} undecided whether ours", counts.undecided_items));
    }
    parts.join(", ")
}

/// Where a record stands: what comes next, and what is left of its items.
pub fn stands_now(row: &Row) -> String {
    let next = match row.stage {
        Stage::Response => "Next: the response",
        Stage::Copies => "Next: the copies",
        Stage::Recommendations => "Next: the recommendations",
        Stage::Closed => "Closed",
    };
    format!("{next}; {}.", items_left(&row.counts))
}

/// What is still missing for a complete response, and by when.
pub fn still_missing(row: &Row, missing: &[Missing], settings: &Settings, paint: Paint) -> String {
    let mut said = String::new();
    let line = |said: &mut String, text: &str| {
        said.push_str(&hanging(text, paint.prose_width()));
        said.push('\n');
    };
    if row.requirement != Requirement::Owed {
        line(&mut said, &format!("Note: {}.", state_words(row.requirement, &row.standing)));
    }
    if missing.is_empty() {
        line(&mut said, "Not yet done, as far as the record can show: nothing.");
        return said;
    }
    line(&mut said, &format!("Not yet done, as far as the record can show{}:", by_when(row)));
    for step in missing {
        let law = step.law().map(|law| format!(" ({law})")).unwrap_or_default();
        let step = match step {
            Missing::DecideWhoseItIs(item) => decide(&row.id, item),
            _ => step.in_words(&settings.office.chief_officer),
        };
        let step = super::wrap::lines(&format!("{step}{law}"), paint.prose_width() - 4);
        said.push_str(&format!("  - {}\n", step.join("\n    ")));
    }
    said
}

/// The commands that say whose an item is.
fn decide(id: &str, item: &str) -> String {
    let (item, id) = (visible(item).into_owned(), visible(id));
    let typed = shell_quoted(&item);
    format!("decide whether item {item} is for us: track respond {id} --ours {typed}, or --not-ours {typed}")
}

/// Until when a response that is not out may be published.
fn by_when(row: &Row) -> String {
    let out = matches!(
        row.standing.state,
        State::Published | State::PublishedLate | State::PublishedNoDeadline | State::PublishedUnproven
    );
    match row.standing.last_day {
        Some(range) if !out => {
            format!(
                "; last day {} ({})",
                last_day_in_full(range),
                state_words(row.requirement, &row.standing)
            )
        }
        _ => String::new(),
    }
}
