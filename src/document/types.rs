//! The types of report as documents call them.

use crate::model::InspectionType;

/// A type in the words of the field.
pub(super) fn in_words(kind: InspectionType) -> &'static str {
    match kind {
        InspectionType::National => "National inspection",
        InspectionType::Peel => "PEEL inspection",
        InspectionType::Thematic => "Thematic inspection",
        InspectionType::Joint => "Joint inspection",
        InspectionType::Custody => "Custody inspection",
        InspectionType::ChildProtection => "Child protection inspection",
        InspectionType::Rolling => "Rolling programme inspection",
        InspectionType::SuperComplaint => "Super-complaint investigation",
        InspectionType::CounterTerrorism => "Counter-terrorism inspection",
        InspectionType::Revisit => "Revisit",
        InspectionType::Progress => "Progress report",
        InspectionType::Spotlight => "PEEL spotlight report",
        InspectionType::Commissioned => "Commissioned inspection",
        InspectionType::RapidReview => "Rapid review",
        InspectionType::StateOfPolicing => "State of Policing report",
        InspectionType::Fire => "Fire and rescue inspection",
        InspectionType::Other => "Inspection",
    }
}
