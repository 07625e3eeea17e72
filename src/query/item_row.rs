//! A row of the list of items.

use chrono::NaiveDate;

use crate::duty::ItemStanding;
use crate::model::{Inspection, ItemKind, Outcome};

/// An item as the list shows it on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// The id of its inspection.
    pub inspection: String,
    /// The label as printed.
    pub label: Option<String>,
    /// Its position in the record, from 1.
    pub position: usize,
    /// Its kind.
    pub kind: ItemKind,
    /// Its text.
    pub text: String,
    /// Whether it is for us; `None`: undecided.
    pub ours: Option<bool>,
    /// Who has it.
    pub owner: Option<String>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Where it stands.
    pub standing: ItemStanding,
}

impl ItemRow {
    /// Derives the rows of a record.
    pub fn all_of<'i>(
        id: &'i str,
        inspection: &'i Inspection<'_>,
        today: NaiveDate,
    ) -> impl Iterator<Item = Self> + 'i {
        inspection.recommendations.iter().enumerate().map(move |(index, item)| Self {
            inspection: id.to_owned(),
            label: item.label.as_deref().map(str::to_owned),
            position: index + 1,
            kind: item.kind(),
            text: item.text.to_string(),
            ours: item.ours,
            owner: item.owner.as_deref().map(str::to_owned),
            outcome: item.outcome,
            standing: ItemStanding::of(item, inspection.published, today),
        })
    }

    /// Its name in commands: the label, or `#N`.
    pub fn name(&self) -> String {
        self.label.clone().unwrap_or_else(|| format!("#{}", self.position))
    }
}
