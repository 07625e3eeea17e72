//! Progress on an item: dated updates, never rewritten.

use chrono::NaiveDate;
use serde::Serialize;

use super::closed_words::closed_words;
use super::{PartialDate, Text};

closed_words! {
    /// Where an item stands.
    pub enum Status {
        /// Nothing done yet.
        Open = "open",
        /// Nobody has been given it yet.
        AwaitingAllocation = "awaiting-allocation",
        /// Somebody is working on it.
        InProgress = "in-progress",
        /// Said to be done, and not yet signed off.
        PendingSignOff = "pending-sign-off",
        /// Done and signed off.
        Closed = "closed",
        /// A later report takes it up: `superseded_by` names it.
        Superseded = "superseded",
        /// It has fallen away: what it was about is no more.
        NoLongerApplicable = "no-longer-applicable",
    }
}

impl Status {
    /// Whether nothing more is to be done.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Closed | Self::Superseded | Self::NoLongerApplicable)
    }
}

/// An entry in an item's history. It has a status or a note, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Update<'a> {
    /// The day; a record may give no less.
    pub date: NaiveDate,
    /// The status from that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The inspectorate's own word for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inspectorate_status: Option<Text<'a>>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Text<'a>>,
    /// Who signed it off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_off_by: Option<Text<'a>>,
    /// What happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text<'a>>,
    /// The office's own date to be done by; never replaces the inspectorate's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<PartialDate>,
    /// The deadline as the inspectorate moved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
    /// The record that takes the item up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<Text<'a>>,
    /// Whether the note may stand on public pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public: Option<bool>,
}

impl Update<'_> {
    /// An update of a day with nothing else said.
    pub const fn on(date: NaiveDate) -> Self {
        Self {
            date,
            status: None,
            inspectorate_status: None,
            by: None,
            signed_off_by: None,
            note: None,
            target: None,
            due: None,
            superseded_by: None,
            public: None,
        }
    }
}
