//! What can be said against a record: rules, and findings at a place.

mod finding;
mod rule;

pub use finding::{Finding, Related};
pub use rule::{Example, File, Rule, Severity};
