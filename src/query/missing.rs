//! The steps not yet taken on the way to a complete response.

use chrono::NaiveDate;

use crate::duty::{Requirement, ResponseDates, asks_for_explanations, happened};
use crate::model::{Comments, Inspection};
use crate::text::visible;

/// A step not yet taken, as far as the record can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Invite the chief officer to comment: section 55(4).
    InviteChiefOfficer,
    /// Write the comments: section 55(5).
    WriteComments,
    /// Explain a recommendation, by its name: section 55(5B).
    ExplainRecommendation(String),
    /// Publish the response: section 55(5) and (5A).
    PublishResponse,
    /// Send a copy to the inspectorate: section 55(6).
    SendToInspectorate,
    /// Send a copy to the Secretary of State: section 55(6).
    SendToSecretaryOfState,
    /// Decide whether a recommendation is for us, by its name.
    DecideWhoseItIs(String),
}

impl Missing {
    /// The step as machines know it.
    pub const fn step(&self) -> &'static str {
        match self {
            Self::InviteChiefOfficer => "invite-chief-officer",
            Self::WriteComments => "write-comments",
            Self::ExplainRecommendation(_) => "explain-recommendation",
            Self::PublishResponse => "publish-response",
            Self::SendToInspectorate => "send-to-inspectorate",
            Self::SendToSecretaryOfState => "send-to-secretary-of-state",
            Self::DecideWhoseItIs(_) => "decide-whose-it-is",
        }
    }

    /// The item it is about, by its name.
    pub fn item(&self) -> Option<&str> {
        match self {
            Self::ExplainRecommendation(item) | Self::DecideWhoseItIs(item) => Some(item),
            _ => None,
        }
    }

    /// The step as people say it, in the imperative; safe to show.
    pub fn in_words(&self, chief_officer: &str) -> String {
        let item = visible(self.item().unwrap_or_default());
        match self {
            Self::InviteChiefOfficer => format!("invite the {} to comment", visible(chief_officer)),
            Self::WriteComments => "write the comments".into(),
            Self::ExplainRecommendation(_) => {
                format!("explain recommendation {item}: the action taken or proposed, or why there is none")
            }
            Self::PublishResponse => "publish the response".into(),
            Self::SendToInspectorate => "send a copy to the inspectorate".into(),
            Self::SendToSecretaryOfState => "send a copy to the Secretary of State".into(),
            Self::DecideWhoseItIs(_) => {
                format!("decide whether item {item} is for us (`ours = true` or `false`)")
            }
        }
    }

    /// The subsection of section 55 that asks for it; none where only good order does.
    pub const fn law(&self) -> Option<&'static str> {
        match self {
            Self::InviteChiefOfficer => Some("section 55(4)"),
            Self::WriteComments => Some("section 55(5)"),
            Self::ExplainRecommendation(_) => Some("section 55(5B)"),
            Self::PublishResponse => Some("section 55(5) and (5A)"),
            Self::SendToInspectorate | Self::SendToSecretaryOfState => Some("section 55(6)"),
            Self::DecideWhoseItIs(_) => None,
        }
    }
}

/// Lists the steps not yet taken on a day, in the order of section 55. `answer` has the dates of the response,
/// wherever it is kept; where another record has it, its texts are there too.
pub fn missing_steps(inspection: &Inspection<'_>, answer: ResponseDates, today: NaiveDate) -> Vec<Missing> {
    let mut steps = Vec::new();
    if Requirement::of(inspection) == Requirement::Owed {
        let own = inspection.response.as_ref();
        let elsewhere = own.is_some_and(|own| own.published.is_none() && own.answered_by.is_some());
        if !elsewhere {
            own_steps(inspection, answer, &mut steps);
        }
        let mut unless = |done: bool, step: Missing| {
            if !done {
                steps.push(step);
            }
        };
        unless(happened(answer.published, today), Missing::PublishResponse);
        unless(happened(answer.sent_to_inspectorate, today), Missing::SendToInspectorate);
        unless(happened(answer.sent_to_secretary_of_state, today), Missing::SendToSecretaryOfState);
    }
    for (index, item) in inspection.recommendations.iter().enumerate() {
        if item.ours.is_none() && item.kind() != crate::model::ItemKind::Practice {
            steps.push(Missing::DecideWhoseItIs(item.name(index + 1)));
        }
    }
    steps
}

/// The steps whose traces stand in the record itself.
fn own_steps(inspection: &Inspection<'_>, answer: ResponseDates, steps: &mut Vec<Missing>) {
    let own = inspection.response.as_ref();
    let says = |text: Option<&crate::model::Text<'_>>| text.is_some_and(|text| !text.trim().is_empty());
    let invited = own.is_some_and(|own| {
        own.invited.is_some()
            || matches!(own.comments_received, Some(Comments::Received(_) | Comments::NoneSubmitted))
            || says(own.joint.as_ref())
            || says(own.chief_officer.as_ref())
    });
    if !invited {
        steps.push(Missing::InviteChiefOfficer);
    }
    if !own.is_some_and(|own| says(own.joint.as_ref()) || says(own.local_policing_body.as_ref())) {
        steps.push(Missing::WriteComments);
    }
    let asked = asks_for_explanations(inspection, answer);
    for (index, item) in inspection.recommendations.iter().enumerate() {
        if asked && item.wants_explanation() && !item.is_explained() {
            steps.push(Missing::ExplainRecommendation(item.name(index + 1)));
        }
    }
}
