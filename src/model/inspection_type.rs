//! The types of inspection report.

use super::closed_words::closed_words;

closed_words! {
    /// The type of an inspection report, as HMICFRS and offices tell them apart.
    pub enum InspectionType {
        /// A national inspection: one subject, the whole country; offices also say thematic.
        National = "national",
        /// PEEL: the effectiveness, efficiency and legitimacy of one force, graded.
        Peel = "peel",
        /// One theme in several forces.
        Thematic = "thematic",
        /// Inspected together with other inspectorates.
        Joint = "joint",
        /// An unannounced visit to the custody of one force.
        Custody = "custody",
        /// A national child protection inspection, of one force.
        ChildProtection = "child-protection",
        /// A rolling programme, force by force, such as crime data integrity.
        Rolling = "rolling",
        /// Investigation of a super-complaint: answers are asked for, not owed under section 55.
        SuperComplaint = "super-complaint",
        /// An inspection of counter-terrorism policing.
        CounterTerrorism = "counter-terrorism",
        /// A second visit, to see what came of the first.
        Revisit = "revisit",
        /// A report on progress with earlier recommendations.
        Progress = "progress",
        /// A PEEL spotlight: one subject, drawn from the PEEL inspections of all forces.
        Spotlight = "spotlight",
        /// Commissioned by a local policing body or the Home Secretary.
        Commissioned = "commissioned",
        /// A rapid review of one subject or event.
        RapidReview = "rapid-review",
        /// State of Policing, the annual assessment.
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
