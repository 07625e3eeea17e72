//! One layout for all records: what a record says stays, and how it is written becomes that of every other.
//!
//! Keys stand in the order of the table of fields, tables under headers, dates without quotes. Items of a list never
//! change places, and every comment goes with the key it stands by.

mod notes;
mod order;
mod page;
mod proof;
mod spelling;
mod value;

use crate::diagnostic::Finding;
use crate::schema::{Reading, faults, read};

/// Why a record keeps the layout it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutFault {
    /// Faults of its syntax may hide what stands in it: the errors that were found.
    Misread(Vec<Finding>),
    /// It would not say the same any more; a fault of ours, caught before it does harm.
    SaysOther,
}

/// Gives a record the layout of all; `None` where it has it.
///
/// # Errors
/// The file is misread, or has more faults than are told; or the new text, read again, does not say what the old one said.
pub fn lay_out(path: &str, bytes: &[u8]) -> Result<Option<String>, LayoutFault> {
    read(path, bytes, |reading| {
        if reading.is_misread || reading.findings.iter().any(|found| found.rule == &faults::TOO_MANY_FAULTS) {
            return Err(LayoutFault::Misread(errors(reading)));
        }
        let laid_out = page::write(reading.source.text, reading.tree());
        if laid_out == reading.source.text {
            return Ok(None);
        }
        if proof::says_the_same(reading, &laid_out) {
            Ok(Some(laid_out))
        } else {
            Err(LayoutFault::SaysOther)
        }
    })
}

fn errors(reading: &Reading<'_>) -> Vec<Finding> {
    reading.findings.iter().filter(|finding| finding.is_error()).cloned().collect()
}
