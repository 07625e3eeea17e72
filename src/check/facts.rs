//! What is kept of a record once it is read, for the checks across records: small, whatever the record's size.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::AllowedRule;
use super::allowed::allowed_rules;
use super::named_titles::{main_title_key, named_titles};
use crate::duty::{Answer, Requirement, ResponseDates};
use crate::model::{DutyKind, Inspection, PartialDate};
use crate::schema::{Reading, Steps};
use crate::text::fold_words;

/// What is kept of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The id.
    pub id: String,
    /// The path, relative to the root.
    pub path: String,
    /// Whether the record could be read; otherwise only `id` and `path` count.
    pub is_sound: bool,
    /// Whether it has an error of reading, and lists leave it out.
    pub is_left_out: bool,
    /// When the report was published.
    pub published: PartialDate,
    /// Whether a response is owed.
    pub requirement: Requirement,
    /// Whether it has a table for its response.
    pub has_response: bool,
    /// Under which duty, or on whose request.
    pub duty: DutyKind,
    /// The dates of its own response.
    pub dates: ResponseDates,
    /// The words of its title, folded: equal for titles that differ in case, quotes and dashes only.
    pub title_key: u64,
    /// The same for the title up to its colon or dash, where that tells reports apart.
    pub main_title_key: Option<u64>,
    /// The address of the report, folded; `None` without one.
    pub url_key: Option<u64>,
    /// What may be the title of a report at the beginning of its response, folded, and under which key it stands.
    pub named_titles: Vec<(u64, &'static str)>,
    /// The text of its response, hashed, where it is long enough to be told from others, and its key.
    pub response_key: Option<(u64, &'static str)>,
    /// The records it names.
    pub references: Vec<Reference>,
    /// Its text, hashed; `None` where it could not be read as it stands.
    pub text_key: Option<u64>,
    /// The rules that it allows.
    pub allowed: Vec<AllowedRule>,
}

/// A record named by another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// By which key.
    pub kind: ReferenceKind,
    /// Where.
    pub steps: Steps,
    /// The id that stands there.
    pub target: String,
}

/// By which key a record names another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReferenceKind {
    /// `follows`.
    Follows,
    /// `response.covered_by`.
    CoveredBy,
    /// `response.answered_by`.
    AnsweredBy,
    /// `update.superseded_by`.
    SupersededBy,
}

impl ReferenceKind {
    /// The key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Follows => "follows",
            Self::CoveredBy => "covered_by",
            Self::AnsweredBy => "answered_by",
            Self::SupersededBy => "superseded_by",
        }
    }

    /// Which report it names, by age: "an earlier".
    pub(super) const fn which(self) -> &'static str {
        match self {
            Self::SupersededBy => "a later",
            _ => "an earlier",
        }
    }
}

impl Facts {
    /// Keeps what the checks across records need.
    pub fn of(id: &str, reading: &Reading<'_>) -> Self {
        let facts = Self::of_inspection(id, reading.source.path, &reading.inspection);
        let is_left_out = reading.first_error().is_some();
        let text_key = (!reading.is_misread).then(|| hash(&reading.source.text));
        Self { is_sound: reading.is_sound, is_left_out, text_key, allowed: allowed_rules(reading), ..facts }
    }

    /// The same for a record that is not yet written.
    pub fn of_inspection(id: &str, path: &str, inspection: &Inspection<'_>) -> Self {
        Self {
            id: id.to_owned(),
            path: path.to_owned(),
            is_sound: true,
            is_left_out: false,
            published: inspection.published,
            requirement: Requirement::of(inspection),
            has_response: inspection.response.is_some(),
            duty: inspection.duty(),
            dates: inspection.response.as_ref().map(ResponseDates::of).unwrap_or_default(),
            title_key: title_key(&inspection.title),
            main_title_key: main_title_key(&inspection.title),
            named_titles: named_titles(inspection),
            response_key: response_key(inspection),
            url_key: inspection.url.as_deref().map(url_key),
            references: references(inspection),
            text_key: None,
            allowed: Vec::new(),
        }
    }

    /// What it says of the response to its report; nothing where it is left out, as in lists.
    pub fn answer(&self) -> Answer<'_> {
        if self.is_left_out {
            return Answer { id: &self.id, dates: ResponseDates::default(), answered_by: None };
        }
        Answer { id: &self.id, dates: self.dates, answered_by: self.answered_by() }
    }

    /// Whether one of two records names the other, or both bear the same id.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        let names = |one: &Self, id: &str| one.references.iter().any(|reference| reference.target == id);
        self.id == other.id || names(self, &other.id) || names(other, &self.id)
    }

    /// Whether two records give the same title or the same address of their reports.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        let has_title = self.is_sound && other.is_sound;
        (has_title && self.title_key == other.title_key)
            || (self.url_key.is_some() && self.url_key == other.url_key)
    }

    /// The record whose response answers this report as well.
    pub fn answered_by(&self) -> Option<&str> {
        let found = self.references.iter().find(|reference| reference.kind == ReferenceKind::AnsweredBy);
        found.map(|reference| reference.target.as_str())
    }
}

fn references(inspection: &Inspection<'_>) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut name =
        |kind, steps, target: &str| found.push(Reference { kind, steps, target: target.to_owned() });
    for (index, target) in inspection.follows.iter().enumerate() {
        name(ReferenceKind::Follows, Steps::root("follows").at(index), target);
    }
    if let Some(response) = &inspection.response {
        if let Some(target) = &response.covered_by {
            name(ReferenceKind::CoveredBy, Steps::response("covered_by"), target);
        }
        if let Some(target) = &response.answered_by {
            name(ReferenceKind::AnsweredBy, Steps::response("answered_by"), target);
        }
    }
    for (item, recommendation) in inspection.recommendations.iter().enumerate() {
        for (index, update) in recommendation.updates.iter().enumerate() {
            if let Some(target) = &update.superseded_by {
                name(ReferenceKind::SupersededBy, Steps::update(item, index).key("superseded_by"), target);
            }
        }
    }
    found
}

/// Folds a title, so that case, quotes, dashes and articles do not tell reports apart.
pub(super) fn title_key(title: &str) -> u64 {
    let mut words = fold_words(title);
    words.retain(|word| !matches!(word.as_str(), "a" | "an" | "the"));
    hash(&words)
}

fn url_key(url: &str) -> u64 {
    let folded = url.trim().trim_end_matches('/').to_lowercase();
    let bare = folded.split_once("://").map_or(folded.as_str(), |(_, rest)| rest);
    hash(&bare.strip_prefix("www.").unwrap_or(bare))
}

/// The shortest response that is told from others, in bytes: shorter ones may well be the same.
const LONG_RESPONSE: usize = 300;

fn response_key(inspection: &Inspection<'_>) -> Option<(u64, &'static str)> {
    let texts = inspection.response.as_ref()?.texts();
    let own = texts.into_iter().filter(|(key, _)| matches!(*key, "joint" | "local_policing_body"));
    let mut long = own.filter_map(|(key, text)| Some((text?.trim(), key)));
    let (text, key) = long.find(|(text, _)| text.len() >= LONG_RESPONSE)?;
    Some((hash(&text), key))
}

fn hash(thing: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new(); // fixed keys: the same in every run
    thing.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_addresses_are_folded() {
        assert_eq!(title_key("Custody – a visit"), title_key("CUSTODY: A Visit"));
        assert_ne!(title_key("Custody 2019"), title_key("Custody 2021"));
        assert_eq!(url_key("https://www.example.org/a/"), url_key("http://example.org/A"));
    }
}
