//! The things of the field, a file per thing: plain public fields, no file access, no TOML, no today.
//!
//! Texts are borrowed from the file where they can be (`Text`), so that reading copies no prose.

mod closed_words;
pub use closed_words::ClosedWords;
pub(crate) use closed_words::closed_words;
mod inspection;
mod inspection_type;
mod judgment;
mod last_day;
mod partial_date;
mod progress;
mod proposed_id;
mod recommendation;
mod record_id;
mod response;
mod typed_date;

pub use inspection::{DutyKind, Forces, Inspection, Language};
pub use inspection_type::InspectionType;
pub use judgment::Judgment;
pub use last_day::LastDay;
pub use partial_date::{EARLIEST_YEAR, LATEST_YEAR, PartialDate, Precision, day_in_words, weekday};
pub use progress::{Status, Update};
pub use proposed_id::{free_id, id_from_name, propose_id};
pub use recommendation::{ItemKind, Outcome, Recommendation};
pub use record_id::{IdFault, RecordId};
pub use response::{Comments, Response, Sent};
pub use typed_date::{TypedDateFault, other_reading, parse_typed_date, reads_two_ways};

/// A text of a record: borrowed from the file unless the file writes it with escapes.
pub type Text<'a> = std::borrow::Cow<'a, str>;
