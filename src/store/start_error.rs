//! Why a folder could not be made ready for records, and what stands of it.

use std::fmt;

use super::{Standing, WriteError};
use crate::text::and_list;

/// Why a folder could not be made ready for records.
#[derive(Debug)]
pub struct StartError {
    /// The files made before that, each whole and on the disk: paths from the root.
    pub made: Vec<&'static str>,
    /// What went wrong with the next.
    pub error: WriteError,
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}", self.error)?;
        match self.error.standing() {
            Standing::Nothing => {}
            Standing::Part => f.write_str("; a part of it may be in its place: remove it yourself")?,
            Standing::Unproven | Standing::Gone => {
                f.write_str("; it is in its place and whole, but the disk has not confirmed it")?;
            }
        }
        let made: Vec<String> = self.made.iter().map(|path| format!("`{path}`")).collect();
        match made.as_slice() {
            [] => f.write_str("; no file was made before it"),
            made => write!(f, "; made before that, and whole: {}", and_list(made)),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error.source()
    }
}
