//! The file in which a job of a code host gathers what its page shows.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::OutputFileError;
use super::write_error::Standing;

/// A file that a job appends to; the code host makes it, and names it to every step.
#[derive(Debug, Clone, Copy)]
pub struct JobSummary<'p>(pub &'p Path);

impl JobSummary<'_> {
    /// How many bytes stand in it.
    pub fn length(self) -> Result<u64, OutputFileError> {
        match fs::metadata(self.0) {
            Ok(told) if told.is_file() => Ok(told.len()),
            // Opening a pipe would wait for a reader.
            Ok(_) => Err(self.failed(io::Error::other("it is no file"), Standing::Nothing)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(self.failed(error, Standing::Nothing)),
        }
    }

    /// Appends a text.
    pub fn append(self, text: &str) -> Result<(), OutputFileError> {
        let file = File::options().append(true).create(true).open(self.0);
        let mut file = file.map_err(|error| self.failed(error, Standing::Nothing))?;
        file.write_all(text.as_bytes()).map_err(|error| self.failed(error, Standing::Part))?;
        file.sync_all().map_err(|error| self.failed(error, Standing::Unproven))
    }

    fn failed(self, error: io::Error, standing: Standing) -> OutputFileError {
        OutputFileError::Failed { doing: "write the job summary", path: self.0.to_owned(), error, standing }
    }
}
