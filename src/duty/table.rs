//! The table of states and stages: when each holds, in words for the reference and the help.

use super::{Stage, State};

/// A state, as people see it, and when it holds.
#[derive(Debug)]
pub struct StateRow {
    /// The state.
    pub state: State,
    /// An example of its words on a terminal.
    pub shown: &'static str,
    /// When a report is in it.
    pub when: &'static str,
}

/// A stage, and when a report is in it.
#[derive(Debug)]
pub struct StageRow {
    /// The stage.
    pub stage: Stage,
    /// When a report is in it.
    pub when: &'static str,
}

/// Every state, in the order of [`State::ALL`].
pub static STATES: &[StateRow] = &[
    StateRow {
        state: State::NotRequired,
        shown: "no response required",
        when: "No response of its own is owed: `required = false`, another response covers the report (`covered_by`), or \
               its `duty` is not that of section 55.",
    },
    StateRow {
        state: State::NotYetPublished,
        shown: "report not yet published",
        when: "The report comes out after the day asked about.",
    },
    StateRow {
        state: State::PublishedUnproven,
        shown: "published, not known if in time",
        when: "A response is out; the dates do not show whether in time, or put it before the report.",
    },
    StateRow {
        state: State::PublishedNoDeadline,
        shown: "published, no 56-day limit",
        when: "A response is out; report or response came out before 2 May 2017, when the limit began to apply.",
    },
    StateRow {
        state: State::Published,
        shown: "published in time",
        when: "A response is out, certainly by the last day.",
    },
    StateRow {
        state: State::PublishedLate,
        shown: "published 3 days late",
        when: "A response is out, certainly after the last day.",
    },
    StateRow {
        state: State::MaybeOverdue,
        shown: "may be overdue, up to 15 days",
        when: "No response is out; the last day may have passed: the report's own day is not known well enough to say.",
    },
    StateRow {
        state: State::NoDeadline,
        shown: "no 56-day limit",
        when: "No response is out; the report came out before 2 May 2017, when the limit began to apply.",
    },
    StateRow {
        state: State::DueSoon,
        shown: "due in 5 days",
        when: "No response is out; the last day is near: at most `days_soon` days away.",
    },
    StateRow {
        state: State::Open,
        shown: "open, due in 54 days",
        when: "No response is out; the last day is further away.",
    },
    StateRow {
        state: State::Overdue,
        shown: "overdue, 12 days",
        when: "No response is out; the last day has certainly passed.",
    },
];

/// Every stage, in the order of [`Stage::ALL`].
pub static STAGES: &[StageRow] = &[
    StageRow { stage: Stage::Response, when: "The response is not published yet." },
    StageRow {
        stage: Stage::Copies,
        when: "The response is published; a copy to the inspectorate or to the Secretary of State is still to be sent: \
               section 55(6).",
    },
    StageRow {
        stage: Stage::Recommendations,
        when: "The response is published and sent, or none is required; something of ours is open.",
    },
    StageRow { stage: Stage::Closed, when: "Nothing is left to do." },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_and_stage_has_its_row() {
        assert_eq!(STATES.iter().map(|row| row.state).collect::<Vec<_>>(), State::ALL);
        assert_eq!(STAGES.iter().map(|row| row.stage).collect::<Vec<_>>(), Stage::ALL);
    }
}
