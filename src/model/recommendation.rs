//! What a report asks for: recommendations, causes of concern, areas for improvement.

use serde::Serialize;

use super::closed_words::closed_words;
use super::{PartialDate, Text, Update};

closed_words! {
    /// The kind of an item.
    pub enum ItemKind {
        /// A recommendation: section 55(5B) asks for an explanation.
        Recommendation = "recommendation",
        /// A cause of concern, with recommendations under it.
        CauseOfConcern = "cause-of-concern",
        /// A cause of concern reported ahead of the rest.
        AcceleratedCauseOfConcern = "accelerated-cause-of-concern",
        /// An area for improvement.
        AreaForImprovement = "area-for-improvement",
        /// An action that the report asks for under a recommendation or beside it.
        Action = "action",
        /// Innovative or promising practice: needs no answer.
        Practice = "practice",
    }
}

closed_words! {
    /// What the local policing body and the force decided about an item.
    pub enum Outcome {
        /// Accepted: it is or will be done as asked.
        Accepted = "accepted",
        /// Accepted in part; `action` and `no_action_because` say which.
        PartlyAccepted = "partly-accepted",
        /// Not accepted, which is lawful where `no_action_because` gives the reason.
        NotAccepted = "not-accepted",
        /// Already done when the report came; `action` says how.
        AlreadyDone = "already-done",
        /// Not for this force or this local policing body.
        NotForUs = "not-for-us",
    }
}

impl Outcome {
    /// Whether nothing is left to do.
    pub const fn ends_it(self) -> bool {
        matches!(self, Self::NotAccepted | Self::AlreadyDone | Self::NotForUs)
    }
}

/// An item of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Recommendation<'a> {
    /// The label as printed, such as `3a`; labels may repeat and skip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text<'a>>,
    /// The kind; a recommendation where the record does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ItemKind>,
    /// The label of the cause of concern it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<Text<'a>>,
    /// The text as printed.
    pub text: Text<'a>,
    /// Whom it is addressed to, as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addressed_to: Vec<Text<'a>>,
    /// Whether it is for this force or this local policing body to act on; `None`: nobody has decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ours: Option<bool>,
    /// The deadline phrase as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Text<'a>>,
    /// What the phrase means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
    /// Who has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Text<'a>>,
    /// What was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What the local policing body has done or proposes: section 55(5B)(a).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Text<'a>>,
    /// Why it takes no action: section 55(5B)(b).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_action_because: Option<Text<'a>>,
    /// Its history, in the order of the file.
    #[serde(rename = "update", skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update<'a>>,
}

impl Recommendation<'_> {
    /// The kind, with the default.
    pub fn kind(&self) -> ItemKind {
        self.kind.unwrap_or(ItemKind::Recommendation)
    }

    /// Whether section 55(5B) asks for its explanation: a recommendation that nobody has said is not ours.
    pub fn wants_explanation(&self) -> bool {
        self.kind() == ItemKind::Recommendation && self.ours != Some(false)
    }

    /// Whether the explanation stands: an action, or why there is none.
    pub fn is_explained(&self) -> bool {
        let says = |text: &Option<Text<'_>>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        says(&self.action) || says(&self.no_action_because)
    }

    /// Its name in commands and keys: the label, or `#N` with its position from 1.
    pub fn name(&self, position: usize) -> String {
        self.label.as_ref().map_or_else(|| format!("#{position}"), std::string::ToString::to_string)
    }
}
