//! What can be said against a record: rules, and findings at a place.

mod finding;
mod fix;
mod rule;

pub use finding::{Finding, Related, sort_findings};
pub use fix::Fix;
pub use rule::{Example, File, Rule, Severity, When};
