//! TOML text to a record with places, and every fault on the way.
//!
//! The only room that knows the parser of records: the rest of the house sees `read`, `Reading` and the table of fields.

mod allowances;
mod compose;
mod encoding;
pub mod faults;
mod field;
mod fields;
mod fill;
mod mends;
mod reader;
mod reading;
mod sink;
mod steps;
mod syntax;
pub mod tree;
mod values;
mod wording;
pub mod written;

pub use allowances::{Allowance, Said};
pub use compose::compose;
pub use field::{Field, FieldKind, Table};
pub use fields::{INSPECTION, JUDGMENT, RECOMMENDATION, RESPONSE, SENT, TABLES, UPDATE};
pub use reading::{Reading, read};
pub use steps::{Step, Steps};

/// The most bytes that a record may have to be read: 1 MiB.
pub const LARGEST: u64 = 1_048_576;
