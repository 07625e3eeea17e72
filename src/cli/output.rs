//! Where output goes, and in which form.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, ValueEnum};

use super::Env;
use super::failure::Usage;
use crate::store::{OutputFile, Repository};
use crate::text::visible;

/// The forms of an answer that is no table.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Where an answer goes.
#[derive(Args, Debug)]
pub(super) struct OutputArgs {
    /// Write it to this file; `-` is standard output
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long)]
    overwrite: bool,
}

impl OutputArgs {
    /// The file that was named, looked at before the work begins; none for standard output.
    pub(super) fn place(&self, repository: &Repository, folder: &Path) -> anyhow::Result<Option<OutputFile>> {
        Ok(match named_file(self.output.as_deref()) {
            Some(file) => Some(repository.output(&folder.join(file), self.overwrite)?),
            None => None,
        })
    }

    /// Refuses options that do not go together.
    pub(super) fn understand(&self) -> Result<(), Usage> {
        overwrites_a_file(self.overwrite, self.output.as_deref())
    }
}

/// The file that `--output` names; none for standard output.
pub(super) fn named_file(output: Option<&Path>) -> Option<&Path> {
    output.filter(|file| *file != Path::new("-"))
}

/// Refuses `--overwrite` where no file is named.
pub(super) fn overwrites_a_file(overwrite: bool, output: Option<&Path>) -> Result<(), Usage> {
    if overwrite && named_file(output).is_none() {
        return Err(Usage(
            "--overwrite goes with --output FILE: it says that the file may be replaced".into(),
        ));
    }
    Ok(())
}

impl Env<'_> {
    /// Writes data to standard output.
    pub(super) fn print(&mut self, text: &str) -> anyhow::Result<()> {
        self.print_bytes(text.as_bytes())
    }

    /// Writes data that is no text to standard output.
    pub(super) fn print_bytes(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let written = self.stdout.write_all(bytes).and_then(|()| self.stdout.flush());
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
