//! The response of the local policing body.

use serde::{Serialize, Serializer};

use super::{PartialDate, Text};

/// Whether the chief officer's comments came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comments {
    /// They were received.
    Received(PartialDate),
    /// Invited, and none submitted: the record says `"none"`.
    NoneSubmitted,
}

impl Serialize for Comments {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Received(date) => date.serialize(serializer),
            Self::NoneSubmitted => serializer.serialize_str("none"),
        }
    }
}

/// A copy sent to somebody beside those whom section 55(6) names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sent<'a> {
    /// To whom.
    pub to: Text<'a>,
    /// When.
    pub on: PartialDate,
}

/// The response to a report: its parts, its dates, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Response<'a> {
    /// Whether one is required; `None`: yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    /// Why none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Text<'a>>,
    /// The record whose response covers this report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covered_by: Option<Text<'a>>,
    /// The record whose response answers this report as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<Text<'a>>,
    /// When the chief officer was invited to comment: section 55(4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited: Option<PartialDate>,
    /// By when the comments were wanted; no lateness is computed from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments_wanted_by: Option<PartialDate>,
    /// When they came, or that none did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments_received: Option<Comments>,
    /// One text of both; never beside the parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joint: Option<Text<'a>>,
    /// The local policing body's comments: section 55(5)(a).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_policing_body: Option<Text<'a>>,
    /// The chief officer's comments: section 55(5)(b).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chief_officer: Option<Text<'a>>,
    /// The local policing body's reply to those: section 55(5)(c).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<Text<'a>>,
    /// The document's own date; never taken for the day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<PartialDate>,
    /// The first day on which all of it was public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// A day on which it was seen public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_by: Option<PartialDate>,
    /// Why it was late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_because: Option<Text<'a>>,
    /// Later corrections.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub revised: Vec<PartialDate>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Text<'a>>,
    /// When a copy went to the inspectorate: section 55(6)(a).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_to_inspectorate: Option<PartialDate>,
    /// When a copy went to the Secretary of State: section 55(6)(b).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_to_secretary_of_state: Option<PartialDate>,
    /// Copies to others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sent_to: Vec<Sent<'a>>,
    /// The number in the inspectorate's portal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portal_reference: Option<Text<'a>>,
    /// Who signed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_by: Option<Text<'a>>,
    /// The office they held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office_held: Option<Text<'a>>,
}

impl<'a> Response<'a> {
    /// Its texts with the key of each, in the order of the contract.
    pub fn texts(&self) -> [(&'static str, Option<&Text<'a>>); 4] {
        [
            ("joint", self.joint.as_ref()),
            ("local_policing_body", self.local_policing_body.as_ref()),
            ("chief_officer", self.chief_officer.as_ref()),
            ("reply", self.reply.as_ref()),
        ]
    }
}
