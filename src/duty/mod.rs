//! The law: the duty, its last day, states and stages, deadlines, and the calendar around them.
//!
//! Section 55 of the Police Act 1996 gives the local policing body 56 days, of which the day of publication is the
//! first. Nothing here reads a clock: the day asked about is an argument.

mod answers;
mod bank_holidays;
mod deadline;
mod item;
mod law;
mod london;
mod period;
mod requirement;
mod stage;
mod state;
mod words;
mod working_day;

pub use answers::{Answer, answers};
pub use bank_holidays::{KNOWN_FROM, KNOWN_UNTIL, is_bank_holiday};
pub use deadline::{Deadline, LeadingDeadline, leading_deadline, read_deadline};
pub use item::ItemStanding;
pub use law::{Duty, POLICE_ACT_55};
pub use london::{LONDON_FROM_YEAR, london_date};
pub use period::last_day;
pub use requirement::{Requirement, asks_for_explanations};
pub use stage::{Stage, happened, stage};
pub use state::{DaysLate, ResponseDates, Standing, State, standing};
pub use working_day::working_day_on_or_before;
