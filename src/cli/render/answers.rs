//! The other reports that documents speak of, and what `check` finds in the records at hand.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::document::{OtherReport, Others};
use crate::model::Inspection;
use crate::query::{Filter, Row};
use crate::store::{Repository, StoreError};

/// What is known of all records when documents are made of some.
pub(super) struct Reports {
    by_id: HashMap<String, OtherReport>,
    /// The ids of the reports that another answers, by the id of that other.
    answers: HashMap<String, Vec<String>>,
    findings: HashMap<String, Vec<Finding>>,
}

impl Reports {
    /// Looks through all records, and checks those that documents are made of.
    pub(super) fn of(
        repository: &Repository,
        wanted: &[Row],
        today: NaiveDate,
        settings: &Settings,
    ) -> Result<Self, StoreError> {
        let mut rows = repository.survey(&Filter::default(), today, settings)?.rows;
        rows.sort_by(|a, b| (a.published.earliest(), &a.id).cmp(&(b.published.earliest(), &b.id)));
        let named: BTreeSet<String> = wanted.iter().map(|row| row.path.clone()).collect();
        let mut findings: HashMap<String, Vec<Finding>> = HashMap::new();
        for finding in repository.check(Some(&named), today, settings)?.findings {
            findings.entry(finding.place.path.clone()).or_default().push(finding);
        }
        let mut answers: HashMap<String, Vec<String>> = HashMap::new();
        let mut by_id = HashMap::with_capacity(rows.len());
        for row in rows {
            if let Some(by) = row.answered_by {
                answers.entry(by).or_default().push(row.id.clone());
            }
            by_id.insert(row.id, OtherReport { title: row.title, published: row.published });
        }
        Ok(Self { by_id, answers, findings })
    }

    /// What `check` finds in a record.
    pub(super) fn findings(&self, path: &str) -> &[Finding] {
        self.findings.get(path).map_or(&[], Vec::as_slice)
    }

    /// The other reports that a record names, and those that name it.
    pub(super) fn others(&self, row: &Row, inspection: &Inspection<'_>) -> Others {
        let covered_by = inspection.response.as_ref().and_then(|response| response.covered_by.as_deref());
        let report = |id: Option<&str>| id.and_then(|id| self.by_id.get(id)).cloned();
        Others {
            answered_by: report(row.answered_by.as_deref()),
            covered_by: report(covered_by),
            answers: self
                .answers
                .get(&row.id)
                .into_iter()
                .flatten()
                .filter_map(|id| report(Some(id)))
                .collect(),
        }
    }
}
