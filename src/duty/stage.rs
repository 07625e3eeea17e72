//! The first thing that is not yet done.

use chrono::NaiveDate;

use super::{ResponseDates, State};
use crate::model::PartialDate;

crate::model::closed_words! {
    /// The first thing not yet done about a report.
    pub enum Stage {
        /// The response is not published yet.
        Response = "response",
        /// The response is published; a copy to the inspectorate or to the Secretary of State is still to be sent: section 55(6).
        Copies = "copies",
        /// The response is published and sent, or none is required; something of ours is open.
        Recommendations = "recommendations",
        /// Nothing is left to do.
        Closed = "closed",
    }
}

/// Whether something dated had happened by a day, as far as the record can show.
pub fn happened(date: Option<PartialDate>, today: NaiveDate) -> bool {
    date.is_some_and(|date| !date.certainly_after_day(today))
}

/// Derives the stage from the state, the response's dates and whether any item is open.
pub fn stage(state: State, response: ResponseDates, any_open: bool, today: NaiveDate) -> Stage {
    let after = if any_open { Stage::Recommendations } else { Stage::Closed };
    match state {
        State::NotRequired => after,
        State::Published | State::PublishedLate | State::PublishedUnproven | State::PublishedNoDeadline => {
            let sent = happened(response.sent_to_inspectorate, today)
                && happened(response.sent_to_secretary_of_state, today);
            if sent { after } else { Stage::Copies }
        }
        _ => Stage::Response,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_not_yet_done() {
        let today = "2020-06-01".parse().unwrap();
        let day = |text| PartialDate::from_record_text(text);
        let sent = ResponseDates {
            sent_to_inspectorate: day("2020-05-01"),
            sent_to_secretary_of_state: day("unknown"),
            ..ResponseDates::default()
        };
        let half = ResponseDates { sent_to_secretary_of_state: day("2020-06-02"), ..sent };
        assert_eq!(stage(State::Open, sent, true, today), Stage::Response);
        assert_eq!(stage(State::Published, half, true, today), Stage::Copies);
        assert_eq!(stage(State::PublishedLate, sent, true, today), Stage::Recommendations);
        assert_eq!(stage(State::PublishedNoDeadline, sent, false, today), Stage::Closed);
        assert_eq!(stage(State::NotRequired, half, false, today), Stage::Closed);
        assert_eq!(stage(State::NotRequired, half, true, today), Stage::Recommendations);
    }
}
