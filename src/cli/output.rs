//! Where output goes, and in which form.

use std::io::Write;

use anyhow::Context as _;
use clap::ValueEnum;

use super::Env;
use crate::text::visible;

/// The forms of an answer that is no table.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

impl Env<'_> {
    /// Writes data to standard output.
    pub(super) fn print(&mut self, text: &str) -> anyhow::Result<()> {
        let written = self.stdout.write_all(text.as_bytes()).and_then(|()| self.stdout.flush());
        match written {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Err(error.into()),
            Err(error) => {
                let words = visible(&error.to_string()).into_owned();
                Err(anyhow::Error::from(error)).context(format!("cannot write to standard output: {words}"))
            }
            Ok(()) => Ok(()),
        }
    }

    /// Tells the person something that is no data. Nobody listening is no failure.
    pub(super) fn tell(&mut self, text: &str) {
        let _ = self.stderr.write_all(text.as_bytes()).and_then(|()| self.stderr.flush());
    }
}
