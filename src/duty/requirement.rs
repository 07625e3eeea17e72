//! Whether a report wants a response of its own.

use super::{POLICE_ACT_55, ResponseDates};
use crate::model::{DutyKind, Inspection, PartialDate};

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

/// Whether section 55(5B) asks that each recommendation is explained: it came into force with the 56 days, so of a report
/// or a response that was out before then it does not.
pub fn asks_for_explanations(inspection: &Inspection<'_>, response: ResponseDates) -> bool {
    let is_before = |date: PartialDate| date.latest().is_some_and(|last| last < POLICE_ACT_55.in_force_from);
    let dates = [Some(inspection.published), response.published, response.public_by];
    Requirement::of(inspection) == Requirement::Owed && !dates.into_iter().flatten().any(is_before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{InspectionType, Response};

    #[test]
    fn explanations_are_asked_for_since_the_limit() {
        let date = |text| PartialDate::from_record_text(text);
        for (report, response, public_by, asked) in [
            ("2017-05-02", None, None, true),
            ("2017-05-01", None, None, false),
            ("2017-04", Some("2017-06-01"), None, false),
            ("2017-05", None, None, true),
            ("2017", Some("2017-05-01"), None, false),
            ("unknown", Some("unknown"), Some("2017-05-01"), false),
            ("unknown", Some("unknown"), None, true),
            ("2020-03-09", Some("2020-05-03"), None, true),
        ] {
            let mut inspection = Inspection::new("x".into(), InspectionType::National, date(report).unwrap());
            let dates = ResponseDates {
                published: response.and_then(date),
                public_by: public_by.and_then(date),
                ..ResponseDates::default()
            };
            assert_eq!(
                asks_for_explanations(&inspection, dates),
                asked,
                "{report} {response:?} {public_by:?}"
            );
            inspection.duty = Some(DutyKind::None);
            assert!(!asks_for_explanations(&inspection, dates), "{report}");
        }
    }

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
