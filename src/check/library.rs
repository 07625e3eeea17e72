//! All records under check, by what was kept of each.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::circles::circles;
use super::{Facts, ReferenceKind};
use crate::config::Settings;
use crate::diagnostic::{Finding, Fix, Rule, Severity};
use crate::duty::{ResponseDates, answers};
use crate::schema::Steps;
use crate::text::{Place, Span};

/// All records, in the order of their paths.
pub struct Library<'l> {
    /// What was kept of each.
    pub facts: &'l [Facts],
    /// The day asked about.
    pub today: NaiveDate,
    /// The office's settings.
    pub settings: &'l Settings,
    by_id: HashMap<&'l str, usize>,
    /// Of each record the one that has the dates of its response.
    answers: Vec<usize>,
}

impl<'l> Library<'l> {
    /// Takes the records together; of two with the same id the first is the one that others mean.
    pub fn new(facts: &'l [Facts], today: NaiveDate, settings: &'l Settings) -> Self {
        let mut by_id = HashMap::with_capacity(facts.len());
        for (index, fact) in facts.iter().enumerate() {
            by_id.entry(fact.id.as_str()).or_insert(index);
        }
        let answers = answers(&facts.iter().map(Facts::answer).collect::<Vec<_>>());
        Self { facts, today, settings, by_id, answers }
    }

    /// Finds a record by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The ids of all records.
    pub fn ids(&self) -> impl Iterator<Item = &'l str> {
        self.facts.iter().map(|fact| fact.id.as_str())
    }

    /// The record that has the dates of the response to a report: its own, else the one that answers it.
    pub fn answering(&self, index: usize) -> usize {
        self.answers[index]
    }

    /// The dates of the response to a report, wherever it is kept.
    pub fn response_dates(&self, index: usize) -> ResponseDates {
        self.facts[self.answering(index)].dates
    }

    /// The records that a record names by one key, as indices; those that are missing left out.
    pub fn targets(&self, index: usize, kind: ReferenceKind) -> impl Iterator<Item = (usize, &'l Steps)> {
        let references = self.facts[index].references.iter().filter(move |reference| reference.kind == kind);
        references.filter_map(|reference| Some((self.find(&reference.target)?, &reference.steps)))
    }

    /// The circles in which records name one another by one key, each from its first record on.
    pub fn circles(&self, kind: ReferenceKind) -> Vec<Vec<usize>> {
        let is_used = |fact: &Facts| fact.references.iter().any(|reference| reference.kind == kind);
        if !self.facts.iter().any(is_used) {
            return Vec::new();
        }
        let next: Vec<Vec<usize>> = (0..self.facts.len())
            .map(|index| {
                let targets = self.targets(index, kind).filter(|_| self.facts[index].is_sound);
                targets.map(|(target, _)| target).collect()
            })
            .collect();
        circles(&next)
    }
}

/// A finding about a record that is no longer at hand: it is located once the record is read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The record, by its index.
    pub record: usize,
    /// Where in it.
    pub steps: Steps,
    /// What is wrong.
    pub message: String,
    /// A few words under the text.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
    /// Other records that belong to it: index, where, and what stands there.
    pub related: Vec<(usize, Steps, String)>,
    /// What was likely meant in the place of the value, as the record writes it.
    pub likely: Option<String>,
}

impl Remote {
    /// Reports a rule broken at a value of a record.
    pub fn at(rule: &'static Rule, record: usize, steps: Steps, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            rule,
            severity: rule.severity,
            record,
            steps,
            message,
            label: String::new(),
            help: None,
            related: Vec::new(),
            likely: None,
        }
    }

    /// Adds a few words under the text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds what was likely meant in the place of the value, as the record writes it.
    #[must_use]
    pub fn likely(mut self, value: Option<String>) -> Self {
        self.likely = value;
        self
    }

    /// Adds another record.
    #[must_use]
    pub fn related(mut self, record: usize, steps: Steps, message: impl Into<String>) -> Self {
        self.related.push((record, steps, message.into()));
        self
    }

    /// Locates the finding: `place` gives the place of a value in a record, read again by its path.
    pub fn locate(self, facts: &[Facts], place: &mut dyn FnMut(&str, &Steps) -> Place) -> Finding {
        let mut finding =
            Finding::in_place(self.rule, place(&facts[self.record].path, &self.steps), self.message)
                .severity(self.severity);
        finding.label = self.label;
        finding.help = self.help;
        let span = Span::new(finding.place.byte_start, finding.place.byte_end);
        let region = finding.place.region;
        finding.fix = self.likely.filter(|_| !span.is_empty()).map(|value| {
            let mut fix = Fix::write(span, value).safe_if(false);
            fix.locate(|_| region); // its one change is all of the place
            fix
        });
        for (record, steps, message) in self.related {
            finding = finding.related(place(&facts[record].path, &steps), message);
        }
        finding
    }
}
