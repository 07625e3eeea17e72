//! One record to read on a terminal.

use chrono::NaiveDate;

use super::Paint;
use super::dates::full_date;
use super::items::item_line;
use super::prose::prose;
use super::words::{last_day_in_full, stage_words, state_words};
use crate::config::Settings;
use crate::duty::{DaysLate, ItemStanding, POLICE_ACT_55, Requirement, asks_for_explanations};
use crate::model::{Comments, Forces, Inspection, PartialDate, Recommendation, Response};
use crate::query::{Missing, Row};
use crate::text::{and_list, count, visible};

/// A record with what was derived from it.
pub struct Shown<'r> {
    /// The record.
    pub inspection: &'r Inspection<'r>,
    /// Its row of the list.
    pub row: &'r Row,
    /// The steps not yet taken.
    pub missing: &'r [Missing],
    /// The office.
    pub settings: &'r Settings,
    /// The day asked about.
    pub today: NaiveDate,
}

/// One record, to read: the report, its last day, each item, the response, and what is missing.
pub fn show_record(shown: &Shown<'_>, paint: Paint) -> String {
    let mut page = Page { text: String::new(), paint, width: paint.prose_width() };
    let inspection = shown.inspection;
    page.text.push_str(&paint.heading(&prose(&inspection.title, 0, page.width)));
    page.blank();
    report(&mut page, shown);
    if let Some(findings) = &inspection.key_findings {
        page.section("Key findings");
        page.prose(findings, 2);
    }
    if !inspection.judgments.is_empty() {
        page.section("Judgments");
        for judgment in &inspection.judgments {
            page.prose(&format!("- {}: {}", judgment.question, judgment.grade), 2);
        }
    }
    items(&mut page, shown);
    if let Some(response) = inspection.response.as_ref().filter(|response| **response != Response::default())
    {
        page.section("Response");
        response_dates(&mut page, response, shown);
        response_texts(&mut page, response, shown);
    }
    missing(&mut page, shown);
    page.text
}

struct Page {
    text: String,
    paint: Paint,
    width: usize,
}

/// The width of the heads of lines.
const HEAD: usize = 23;

impl Page {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn section(&mut self, title: &str) {
        self.text.push_str(&format!("\n{}\n", self.paint.heading(title)));
    }

    fn prose(&mut self, text: &str, indent: usize) {
        self.text.push_str(&prose(text, indent, self.width));
    }

    /// A head and its words; words that are already coloured are passed as they are.
    fn line(&mut self, head: &str, words: &str) {
        let room = self.width.saturating_sub(HEAD + 2).max(20);
        for (index, piece) in super::wrap::lines(words, room).iter().enumerate() {
            let head = if index == 0 { head } else { "" };
            self.text.push_str(format!("  {head:HEAD$}{piece}").trim_end());
            self.text.push('\n');
        }
    }

    fn text_line(&mut self, head: &str, text: &str) {
        self.line(head, &visible(text));
    }

    fn date_line(&mut self, head: &str, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.line(head, &full_date(date));
        }
    }
}

fn report(page: &mut Page, shown: &Shown<'_>) {
    let (inspection, row) = (shown.inspection, shown.row);
    page.text_line("Record", &row.path);
    let printed =
        inspection.type_as_printed.as_deref().map(|printed| format!(" (printed: {})", visible(printed)));
    page.line("Type", &format!("{}{}", inspection.inspection_type, printed.unwrap_or_default()));
    if !inspection.inspectorates.is_empty() {
        page.text_line("Inspectorates", &and_list(&inspection.inspectorates));
    }
    match &inspection.forces {
        None => {}
        Some(Forces::All) => page.line("Forces", "all"),
        Some(Forces::Named(names)) => page.text_line("Forces", &and_list(names)),
    }
    if let [first, rest @ ..] = inspection.inspected.as_slice() {
        let last = rest.first().filter(|last| *last != first);
        let to = last.map(|last| format!(" to {}", full_date(*last))).unwrap_or_default();
        page.line("Inspected", &format!("{}{to}", full_date(*first)));
    }
    page.line("Published", &full_date(inspection.published));
    for corrected in &inspection.corrected {
        page.date_line("Corrected", Some(*corrected));
    }
    if let Some(url) = &inspection.url {
        page.text_line("Address", url);
    }
    if !inspection.follows.is_empty() {
        page.text_line("Follows", &and_list(&inspection.follows));
    }
    last_day(page, shown);
    let words = state_words(row.requirement, &row.standing);
    let words = page.paint.state(row.standing.state, &words);
    page.line("State", &words);
    page.line("Next", stage_words(row.stage));
}

/// The last day with its reason.
fn last_day(page: &mut Page, shown: &Shown<'_>) {
    let row = shown.row;
    if row.requirement != Requirement::Owed {
        return;
    }
    let law = &POLICE_ACT_55;
    let words = match row.standing.last_day {
        Some(range) => format!(
            "{}: {} days, the day of publication being the first ({})",
            last_day_in_full(range),
            law.days,
            law.citation
        ),
        None if row.published == PartialDate::Unknown => {
            "cannot be told: the report's day is not known".into()
        }
        None => format!("none: published before {}", full_date(PartialDate::Day(law.in_force_from))),
    };
    page.line("Last day", &words);
    if let Some(DaysLate::Between { at_least, at_most: Some(at_most) }) = row.standing.days_late {
        page.line(
            "",
            &format!("from {at_least} to {} late, as far as the dates tell", count(at_most, "day")),
        );
    }
}

fn items(page: &mut Page, shown: &Shown<'_>) {
    let (inspection, counts) = (shown.inspection, &shown.row.counts);
    if inspection.recommendations.is_empty() && counts.made.is_none() {
        return;
    }
    page.section("Recommendations");
    let mut words = vec![format!("{} recorded", counts.recorded)];
    if let Some(made) = counts.made {
        words.insert(0, format!("{made} made"));
    }
    if let Some(police) = inspection.recommendations_for_police {
        words.push(format!("{police} for the police"));
    }
    words.push(format!("{} for us", counts.ours));
    if counts.undecided > 0 {
        words.push(format!("{} undecided", counts.undecided));
    }
    words.push(format!("{} open", counts.open));
    if counts.items > counts.recorded {
        words.push(format!("beside {} of other kinds", count(counts.items - counts.recorded, "item")));
    }
    page.prose(&words.join(", "), 2);
    if let Some(intro) = &inspection.recommendations_intro {
        page.blank();
        page.prose(intro, 2);
    }
    for (index, item) in inspection.recommendations.iter().enumerate() {
        page.blank();
        one_item(page, shown, index, item);
    }
}

fn one_item(page: &mut Page, shown: &Shown<'_>, index: usize, item: &Recommendation<'_>) {
    let standing = ItemStanding::of(item, shown.inspection.published, shown.today);
    let ours = match item.ours {
        Some(true) => "ours",
        Some(false) => "not ours",
        None => "undecided whether ours",
    };
    let name = item.name(index + 1);
    let kind = item.kind().as_str().replace('-', " ");
    let words = if standing.open || item.ours != Some(false) { item_line(&standing) } else { String::new() };
    let sep = if words.is_empty() { "" } else { "; " };
    let head = format!("{}  {kind}, {ours}{sep}{words}", visible(&name));
    for (number, line) in super::wrap::lines(&head, page.width.saturating_sub(4)).iter().enumerate() {
        let line = if standing.overdue { page.paint.alarm(line) } else { page.paint.heading(line) };
        let indent = if number == 0 { "  " } else { "    " };
        page.text.push_str(&format!("{indent}{line}\n"));
    }
    page.prose(&item.text, 4);
    if let Some(deadline) = &item.deadline {
        page.prose(&format!("Deadline as printed: {deadline}"), 4);
    }
    if let Some(owner) = &item.owner {
        page.prose(&format!("Owner: {owner}"), 4);
    }
    if let Some(outcome) = item.outcome {
        page.prose(&format!("Outcome: {}", outcome.as_str().replace('-', " ")), 4);
    }
    for (head, text) in [("Action", &item.action), ("No action because", &item.no_action_because)] {
        if let Some(text) = text {
            page.prose(&format!("{head}: {text}"), 4);
        }
    }
    for update in item.updates.iter().filter(|update| update.date <= shown.today) {
        let status = update.status.map(|status| format!(" {}", status.as_str().replace('-', " ")));
        let note = update
            .note
            .as_deref()
            .map(|note| format!(": {}", note.split_whitespace().collect::<Vec<_>>().join(" ")));
        let day = full_date(PartialDate::Day(update.date));
        page.prose(&format!("- {day}{}{}", status.unwrap_or_default(), note.unwrap_or_default()), 4);
    }
    let is_asked = asks_for_explanations(shown.inspection, shown.row.response);
    if is_asked && item.wants_explanation() && !item.is_explained() {
        let missing = "Missing for section 55(5B): the action taken or proposed, or why there is none.";
        for line in super::wrap::lines(missing, page.width.saturating_sub(4)) {
            page.text.push_str(&format!("    {}\n", page.paint.alarm(&line)));
        }
    }
}

fn response_dates(page: &mut Page, response: &Response<'_>, shown: &Shown<'_>) {
    if response.required == Some(false) {
        page.line("Required", "no");
    }
    for (head, text) in [
        ("Because", &response.because),
        ("Covered by", &response.covered_by),
        ("Answered by", &response.answered_by),
    ] {
        if let Some(text) = text {
            page.text_line(head, text);
        }
    }
    page.date_line("Comments invited", response.invited);
    page.date_line("Comments wanted by", response.comments_wanted_by);
    match response.comments_received {
        None => {}
        Some(Comments::NoneSubmitted) => page.line("Comments received", "none submitted"),
        Some(Comments::Received(date)) => page.date_line("Comments received", Some(date)),
    }
    page.date_line("Dated", response.dated);
    let published =
        if response.published.is_some() { response.published } else { shown.row.response_published() };
    page.date_line("Published", published);
    page.date_line("Seen public by", response.public_by);
    for revised in &response.revised {
        page.date_line("Revised", Some(*revised));
    }
    page.date_line("To inspectorate", response.sent_to_inspectorate);
    page.date_line("To Secretary of State", response.sent_to_secretary_of_state);
    for sent in &response.sent_to {
        page.line("Copy", &format!("{}, {}", visible(&sent.to), full_date(sent.on)));
    }
    for (head, text) in [
        ("Address", &response.url),
        ("Portal reference", &response.portal_reference),
        ("Signed by", &response.signed_by),
        ("Office held", &response.office_held),
        ("Late because", &response.late_because),
    ] {
        if let Some(text) = text {
            page.text_line(head, text);
        }
    }
}

fn response_texts(page: &mut Page, response: &Response<'_>, shown: &Shown<'_>) {
    let office = &shown.settings.office;
    let body = visible(&office.local_policing_body).into_owned();
    let chief = visible(&office.chief_officer).into_owned();
    for (key, text) in response.texts() {
        let Some(text) = text else { continue };
        let head = match key {
            "joint" => format!("{body} and {chief}, jointly"),
            "local_policing_body" => body.clone(),
            "chief_officer" => chief.clone(),
            _ => format!("Reply to the {chief}"),
        };
        page.blank();
        page.text.push_str(&format!("  {}\n", page.paint.heading(&head)));
        page.prose(text, 4);
    }
}

fn missing(page: &mut Page, shown: &Shown<'_>) {
    page.section("Not yet done, as far as the record can show");
    if shown.missing.is_empty() {
        page.prose("Nothing.", 2);
        return;
    }
    for step in shown.missing {
        let law = step.law().map(|law| format!(" ({law})")).unwrap_or_default();
        page.prose(&format!("- {}{law}", step.in_words(&shown.settings.office.chief_officer)), 2);
    }
}
