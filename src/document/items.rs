//! The items of a report, as documents name them.

use super::block::{Block, Line, one_line};
use super::prose::prose;
use super::subject::{Subject, says};
use crate::duty::{Deadline, ItemStanding, asks_for_explanations};
use crate::model::{ItemKind, Outcome, Recommendation, Status, day_in_words};
use crate::text::and_list;

/// A text of an item with the words that stand above it.
pub(super) struct Part {
    /// The words above.
    pub head: &'static str,
    /// The text.
    pub blocks: Vec<Block>,
}

/// The kind of an item as a heading begins.
pub(super) fn kind(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Recommendation => "Recommendation",
        ItemKind::CauseOfConcern => "Cause of concern",
        ItemKind::AcceleratedCauseOfConcern => "Accelerated cause of concern",
        ItemKind::AreaForImprovement => "Area for improvement",
        ItemKind::Action => "Action",
        ItemKind::Practice => "Practice",
    }
}

/// The name of an item in a heading: its kind with its label as printed; one without a label bears its position where
/// others of its kind have none either.
pub(super) fn heading(subject: &Subject<'_>, index: usize) -> Line {
    let items = &subject.inspection.recommendations;
    let item = &items[index];
    let kind_words = kind(item.kind());
    if let Some(label) = says(item.label.as_ref()) {
        return Line::from(format!("{kind_words} ")).then(Line::of(label, subject.language()));
    }
    let alike =
        items.iter().filter(|other| other.kind() == item.kind() && says(other.label.as_ref()).is_none());
    if alike.count() > 1 { format!("{kind_words} (item {})", index + 1).into() } else { kind_words.into() }
}

/// A short fact of an item.
struct Fact {
    label: &'static str,
    words: Line,
    /// Whether the text of the item has these words already.
    is_in_text: bool,
}

/// What is said of an item in short, each with its label.
pub(super) fn facts(subject: &Subject<'_>, item: &Recommendation<'_>) -> Vec<(String, Line)> {
    let facts = all_facts(subject, item).into_iter();
    facts.map(|fact| (fact.label.to_owned(), fact.words)).collect()
}

/// What is said of an item in short and does not stand in its text.
pub(super) fn facts_beside_text(subject: &Subject<'_>, item: &Recommendation<'_>) -> Vec<(String, Line)> {
    let facts = all_facts(subject, item).into_iter().filter(|fact| !fact.is_in_text);
    facts.map(|fact| (fact.label.to_owned(), fact.words)).collect()
}

fn all_facts(subject: &Subject<'_>, item: &Recommendation<'_>) -> Vec<Fact> {
    let mut facts = asked(subject, item);
    let mut decided = |label, words: &str| facts.push(Fact { label, words: words.into(), is_in_text: false });
    if item.ours == Some(false) && item.outcome != Some(Outcome::NotForUs) {
        decided("For action by", "others");
    }
    if let Some(outcome) = item.outcome {
        decided("Decision", decision(outcome));
    }
    facts
}

/// What the report says of an item in short: where it stands, to whom it is addressed, and by when.
fn asked(subject: &Subject<'_>, item: &Recommendation<'_>) -> Vec<Fact> {
    let language = subject.language();
    let text = one_line(&item.text).to_lowercase();
    let is_in_text = |words: &str| text.contains(&words.to_lowercase());
    let mut facts = Vec::new();
    if let Some(under) = says(item.under.as_ref()) {
        let words = Line::from("cause of concern ").then(Line::of(under, language));
        facts.push(Fact { label: "Stands under", words, is_in_text: false });
    }
    if !item.addressed_to.is_empty() {
        let names: Vec<String> = item.addressed_to.iter().map(|name| one_line(name)).collect();
        let is_in_text = names.iter().all(|name| is_in_text(name));
        let words = Line::shown(and_list(&names), language);
        facts.push(Fact { label: "Addressed to", words, is_in_text });
    }
    let printed = says(item.deadline.as_ref()).map(one_line);
    if let Some(printed) = &printed {
        let words = Line::shown(printed.clone(), language);
        facts.push(Fact { label: "Deadline", words, is_in_text: is_in_text(printed) });
    }
    let means = deadline_in_words(subject, item)
        .filter(|means| !printed.as_deref().unwrap_or_default().contains(means));
    if let Some(means) = means {
        let label = match printed {
            None => "Deadline",
            Some(_) if is_moved(subject, item) => "Deadline as moved by the inspectorate",
            Some(_) => "Deadline as a date",
        };
        facts.push(Fact { label, is_in_text: is_in_text(&means), words: means.into() });
    }
    facts
}

/// The deadline as printed, else as a date in words.
pub(super) fn deadline(subject: &Subject<'_>, item: &Recommendation<'_>) -> Option<String> {
    says(item.deadline.as_ref()).map(one_line).or_else(|| deadline_in_words(subject, item))
}

/// Whether the inspectorate moved its deadline by the day of the document.
fn is_moved(subject: &Subject<'_>, item: &Recommendation<'_>) -> bool {
    item.updates.iter().any(|update| update.due.is_some() && update.date <= subject.as_of)
}

/// The deadline as a date in words, as it stood on the day of the document.
pub(super) fn deadline_in_words(subject: &Subject<'_>, item: &Recommendation<'_>) -> Option<String> {
    match ItemStanding::of(item, subject.inspection.published, subject.as_of).due? {
        Deadline::Immediate => None,
        Deadline::On(date) => date.latest().is_some().then(|| date.in_words()),
    }
}

/// A decision in words.
pub(super) fn decision(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted => "accepted",
        Outcome::PartlyAccepted => "accepted in part",
        Outcome::NotAccepted => "not accepted",
        Outcome::AlreadyDone => "already done",
        Outcome::NotForUs => "for others to act on",
    }
}

/// What the office says of an item: section 55(5B)(a) and (b), and the notes that are for the public.
pub(super) fn explanation(subject: &Subject<'_>, item: &Recommendation<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(action) = says(item.action.as_ref()) {
        parts.push(Part { head: "Action taken or proposed", blocks: prose(action, None) });
    }
    if let Some(reason) = says(item.no_action_because.as_ref()) {
        let head = if parts.is_empty() { "Why no action is taken" } else { "Why no more is done" };
        parts.push(Part { head, blocks: prose(reason, None) });
    }
    let progress = progress(subject, item);
    if !progress.is_empty() {
        parts.push(Part { head: "Progress", blocks: vec![Block::List(progress)] });
    }
    parts
}

/// The notes on an item that are for the public, up to the day of the document.
fn progress(subject: &Subject<'_>, item: &Recommendation<'_>) -> Vec<Vec<Block>> {
    let public = item.updates.iter().filter(|update| update.public == Some(true));
    let known = public.filter(|update| update.date <= subject.told_until);
    known
        .filter_map(|update| {
            let mut blocks = prose(says(update.note.as_ref())?, None);
            let status = update.status.map(|status| format!(" ({})", in_words(status)));
            let head = format!("{}{}: ", day_in_words(update.date), status.unwrap_or_default());
            match blocks.first_mut() {
                Some(Block::Paragraph(line)) => *line = Line::from(head).then(std::mem::take(line)),
                _ => blocks.insert(0, Block::paragraph(head.trim_end())),
            }
            Some(blocks)
        })
        .collect()
}

/// A status in words.
fn in_words(status: Status) -> String {
    match status {
        Status::PendingSignOff => "pending sign-off".into(),
        other => other.as_str().replace('-', " "),
    }
}

/// Whether the explanation that section 55(5B) asks for is missing.
pub(super) fn is_unexplained(subject: &Subject<'_>, item: &Recommendation<'_>) -> bool {
    asks_for_explanations(subject.inspection, subject.row.response)
        && item.wants_explanation()
        && !item.is_explained()
}
