//! A record on its way to a document, with what all layouts ask of it.

use chrono::NaiveDate;

use super::gaps::{Gap, gaps};
use super::inspectorate;
use super::sources::{Others, Sources};
use crate::config::{Office, Settings};
use crate::duty::Requirement;
use crate::model::{DutyKind, Inspection, Language, PartialDate, Recommendation, Response, Text};
use crate::query::Row;

/// A record on its way to a document: its sources, with what all layouts ask of them.
#[derive(Debug)]
pub struct Subject<'s> {
    pub(super) inspection: &'s Inspection<'s>,
    pub(super) row: &'s Row,
    pub(super) others: &'s Others,
    pub(super) settings: &'s Settings,
    /// The date of the response that the document bears.
    pub(super) date: Option<PartialDate>,
    /// The date on which it was written, as a letter bears it: its own, else that of its publication.
    pub(super) written: Option<PartialDate>,
    /// The day whose names it bears.
    pub(super) as_of: NaiveDate,
    /// The last day of which it tells progress.
    pub(super) told_until: NaiveDate,
    /// The office under the names of that day.
    pub(super) office: Office,
    /// What is missing, as far as the record can show.
    gaps: Vec<Gap>,
}

impl<'s> Subject<'s> {
    /// Settles the date of the document and the names of its time.
    pub fn new(sources: Sources<'s>) -> Self {
        let Sources { inspection, row, others, settings, today, date, .. } = sources;
        let as_of = as_of(inspection, row, today, date);
        let told_until = if is_of_no_day(inspection, row, date) { today } else { as_of.min(today) };
        let written = date.or_else(|| dated(inspection)).or(row.response.published);
        let date = date.or(row.response.published);
        let office = without_articles(settings.office.at(as_of));
        let gaps = gaps(&sources, &office.chief_officer);
        Self { inspection, row, others, settings, date, written, as_of, told_until, office, gaps }
    }

    /// The response, where the record has one.
    pub(super) fn response(&self) -> Option<&'s Response<'s>> {
        self.inspection.response.as_ref()
    }

    /// Whether a response is owed for the report itself.
    pub(super) fn is_owed(&self) -> bool {
        self.row.requirement == Requirement::Owed
    }

    /// Whether it has texts of its own.
    pub(super) fn has_texts(&self) -> bool {
        self.response().is_some_and(|own| own.texts().iter().any(|(_, text)| says(*text).is_some()))
    }

    /// Whether the response is that to another report, and it has no texts of its own.
    pub(super) fn is_answered_elsewhere(&self) -> bool {
        self.others.answered_by.is_some() && !self.has_texts()
    }

    /// Whether there is a response, or one is owed. Where none is, what is asked for may still be answered.
    pub(super) fn is_response(&self) -> bool {
        let answers = || self.inspection.recommendations.iter().any(Recommendation::is_explained);
        let is_asked_for = self.row.requirement == Requirement::NoStatutoryDuty
            && (self.date.is_some() || self.inspection.duty() == DutyKind::Requested || answers());
        self.has_texts() || self.is_owed() || is_asked_for
    }

    /// Whether the record has no comments, and no other record has them.
    pub(super) fn has_no_comments(&self) -> bool {
        let has_text = |own: &Response<'_>| {
            says(own.joint.as_ref()).or_else(|| says(own.local_policing_body.as_ref())).is_some()
        };
        self.others.answered_by.is_none() && !self.response().is_some_and(has_text)
    }

    /// Whether the response is out by the day asked about.
    pub fn is_published(&self) -> bool {
        self.row.response_published().is_some()
    }

    /// What is missing, as far as the record can show.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// Whether it is a draft: the response is not published, and something that comes before that is missing.
    pub fn is_draft(&self) -> bool {
        !self.is_published() && self.gaps.iter().any(|gap| !gap.comes_after)
    }

    /// The language of the report's own words, where it is not English.
    pub(super) fn language(&self) -> Option<Language> {
        self.inspection.language.filter(|language| *language != Language::English)
    }

    /// The inspectorates in full.
    pub(super) fn inspectorates_in_full(&self) -> String {
        inspectorate::in_full(&self.inspection.inspectorates, self.as_of)
    }

    /// The inspectorate as the subject of a sentence.
    pub(super) fn inspectorate_in_short(&self) -> String {
        inspectorate::in_short(&self.inspection.inspectorates, self.as_of)
    }
}

/// The day whose names a document bears: that of the response, else of what lies nearest to it.
///
/// A response that is out, on a day that nobody knows, bears the names of the report's time; one that is not yet out those
/// of its date, else of the day asked about.
fn as_of(inspection: &Inspection<'_>, row: &Row, today: NaiveDate, date: Option<PartialDate>) -> NaiveDate {
    let published = date.or(row.response.published);
    let latest = |date: Option<PartialDate>| date.and_then(PartialDate::latest);
    let report = inspection.published.latest();
    match latest(published).or(latest(dated(inspection))) {
        Some(day) if date.is_none() && published.is_some_and(|date| date.day().is_none()) => day.min(today),
        Some(day) => day,
        None if published.is_some() => report.map_or(today, |day| day.min(today)),
        None => today,
    }
}

/// The document's own date, where the record has it.
fn dated(inspection: &Inspection<'_>) -> Option<PartialDate> {
    let dated = inspection.response.as_ref().and_then(|response| response.dated);
    dated.filter(|dated| dated.latest().is_some())
}

/// Whether the response is out and nobody knows since when.
fn is_of_no_day(inspection: &Inspection<'_>, row: &Row, date: Option<PartialDate>) -> bool {
    let published = date.or(row.response.published);
    published.is_some_and(|date| date.latest().is_none()) && dated(inspection).is_none()
}

/// The office with names that can stand behind "the": settings may give them with it.
fn without_articles(mut office: Office) -> Office {
    for name in [&mut office.local_policing_body, &mut office.chief_officer] {
        let bare = name.trim_start().split_once(char::is_whitespace);
        if let Some(rest) =
            bare.filter(|(first, _)| first.eq_ignore_ascii_case("the")).map(|(_, rest)| rest.trim_start())
            && !rest.is_empty()
        {
            *name = rest.to_owned();
        }
    }
    office
}

/// Whether a text of the record says anything.
pub(super) fn says<'t>(text: Option<&'t Text<'t>>) -> Option<&'t str> {
    text.map(AsRef::as_ref).filter(|text: &&str| !text.trim().is_empty())
}
