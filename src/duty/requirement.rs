//! Whether a report wants a response of its own.

use crate::model::{DutyKind, Inspection};

/// Whether a response is owed for a report, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// Owed under section 55.
    Owed,
    /// The record says that none is required.
    Waived,
    /// Another report's response covers it.
    Covered,
    /// No duty by statute: fire, super-complaints and the like.
    NoStatutoryDuty,
}

impl Requirement {
    /// Reads it off a record.
    pub fn of(inspection: &Inspection<'_>) -> Self {
        let response = inspection.response.as_ref();
        if response.is_some_and(|response| response.required == Some(false)) {
            Self::Waived
        } else if response.is_some_and(|response| response.covered_by.is_some()) {
            Self::Covered
        } else if inspection.duty() == DutyKind::PoliceAct55 {
            Self::Owed
        } else {
            Self::NoStatutoryDuty
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{InspectionType, PartialDate, Response};

    #[test]
    fn each_reason() {
        let mut inspection = Inspection::new("x".into(), InspectionType::National, PartialDate::Unknown);
        assert_eq!(Requirement::of(&inspection), Requirement::Owed);
        inspection.inspection_type = InspectionType::SuperComplaint;
        assert_eq!(Requirement::of(&inspection), Requirement::NoStatutoryDuty);
        inspection.duty = Some(DutyKind::PoliceAct55);
        assert_eq!(Requirement::of(&inspection), Requirement::Owed);
        inspection.response = Some(Response { covered_by: Some("y".into()), ..Response::default() });
        assert_eq!(Requirement::of(&inspection), Requirement::Covered);
        inspection.response = Some(Response { required: Some(false), ..Response::default() });
        assert_eq!(Requirement::of(&inspection), Requirement::Waived);
    }
}
