//! An inspection report and its response: one record.

use serde::{Serialize, Serializer};

use super::closed_words::closed_words;
use super::{InspectionType, Judgment, PartialDate, Recommendation, Response, Text};

closed_words! {
    /// Which duty to respond a report brings.
    pub enum DutyKind {
        /// The duty under section 55 of the Police Act 1996: 56 days.
        PoliceAct55 = "police-act-55",
        /// No duty by statute.
        None = "none",
        /// A response was asked for, without a duty by statute; `requested_by` says by when.
        Requested = "requested",
    }
}

closed_words! {
    /// The language of a report.
    pub enum Language {
        /// English.
        English = "en",
        /// Welsh.
        Welsh = "cy",
    }
}

/// The forces a report concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forces<'a> {
    /// Every force: the record says `"all"`.
    All,
    /// These.
    Named(Vec<Text<'a>>),
}

impl Serialize for Forces<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_str("all"),
            Self::Named(names) => names.serialize(serializer),
        }
    }
}

/// An inspection report and the response to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inspection<'a> {
    /// The title as printed.
    pub title: Text<'a>,
    /// The type.
    #[serde(rename = "type")]
    pub inspection_type: InspectionType,
    /// The type in the document's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_as_printed: Option<Text<'a>>,
    /// When the inspectorate published it: day 1 of the 56.
    pub published: PartialDate,
    /// When it was re-issued; the last day still counts from `published`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<PartialDate>,
    /// The duty it brings; `None`: that of its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyKind>,
    /// By when a response was asked for, where the duty is `requested`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_by: Option<PartialDate>,
    /// Who inspected; empty: HMICFRS.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inspectorates: Vec<Text<'a>>,
    /// The forces it concerns; `None`: not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forces: Option<Forces<'a>>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Text<'a>>,
    /// The visit: first and last date.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inspected: Vec<PartialDate>,
    /// The language; `None`: English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// How many recommendations the whole report makes, to everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommendations_made: Option<u32>,
    /// How many of them are for the police.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommendations_for_police: Option<u32>,
    /// The office's sentence before the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommendations_intro: Option<Text<'a>>,
    /// The key findings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_findings: Option<Text<'a>>,
    /// Ids of earlier records whose subject this one takes up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<Text<'a>>,
    /// Graded judgments.
    #[serde(rename = "judgment", skip_serializing_if = "Vec::is_empty")]
    pub judgments: Vec<Judgment<'a>>,
    /// What it asks for, in the order of the file.
    #[serde(rename = "recommendation", skip_serializing_if = "Vec::is_empty")]
    pub recommendations: Vec<Recommendation<'a>>,
    /// The response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Response<'a>>,
}

impl<'a> Inspection<'a> {
    /// A record with the three keys that must be there and no other.
    pub const fn new(title: Text<'a>, inspection_type: InspectionType, published: PartialDate) -> Self {
        Self {
            title,
            inspection_type,
            type_as_printed: None,
            published,
            corrected: Vec::new(),
            duty: None,
            requested_by: None,
            inspectorates: Vec::new(),
            forces: None,
            url: None,
            inspected: Vec::new(),
            language: None,
            recommendations_made: None,
            recommendations_for_police: None,
            recommendations_intro: None,
            key_findings: None,
            follows: Vec::new(),
            judgments: Vec::new(),
            recommendations: Vec::new(),
            response: None,
        }
    }

    /// The duty, with the default of the type: none for fire and super-complaint.
    pub fn duty(&self) -> DutyKind {
        self.duty.unwrap_or(match self.inspection_type {
            InspectionType::Fire | InspectionType::SuperComplaint => DutyKind::None,
            _ => DutyKind::PoliceAct55,
        })
    }
}
