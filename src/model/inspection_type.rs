//! The types of inspection report.

use super::closed_words::closed_words;

closed_words! {
    /// The type of an inspection report, as HMICFRS and offices tell them apart.
    pub enum InspectionType {
        /// A national inspection; offices also say thematic.
        National = "national",
        /// Police effectiveness, efficiency and legitimacy.
        Peel = "peel",
        /// One theme in several forces.
        Thematic = "thematic",
        /// With other inspectorates.
        Joint = "joint",
        /// An unannounced visit to custody.
        Custody = "custody",
        /// National child protection inspection.
        ChildProtection = "child-protection",
        /// Rolling programme, such as crime data integrity.
        Rolling = "rolling",
        /// Investigation of a super-complaint: answers are asked for, not owed under section 55.
        SuperComplaint = "super-complaint",
        /// Counter-terrorism.
        CounterTerrorism = "counter-terrorism",
        /// A second visit.
        Revisit = "revisit",
        /// A report on progress.
        Progress = "progress",
        /// A PEEL spotlight.
        Spotlight = "spotlight",
        /// Commissioned by a local policing body or the Home Secretary.
        Commissioned = "commissioned",
        /// A rapid review.
        RapidReview = "rapid-review",
        /// The annual assessment.
        StateOfPolicing = "state-of-policing",
        /// A fire and rescue inspection: no duty under section 55.
        Fire = "fire",
        /// Anything else.
        Other = "other",
    }
}

impl InspectionType {
    /// Whether a report of this type usually concerns named forces, so that `forces` is expected.
    pub const fn names_forces(self) -> bool {
        matches!(
            self,
            Self::Peel
                | Self::Custody
                | Self::ChildProtection
                | Self::Rolling
                | Self::Revisit
                | Self::Progress
                | Self::Commissioned
        )
    }
}
