//! Where documents are written.

use std::path::PathBuf;

use crate::cli::context::Context;
use crate::query::Row;
use crate::store::{OutputFile, Repository};
use crate::text::visible;

/// Where documents are written.
pub(super) enum Place {
    /// To standard output.
    StandardOutput,
    /// To a file.
    File(OutputFile),
    /// Into a folder, a file for each record.
    Folder {
        /// The folder.
        path: PathBuf,
        /// How its files end.
        ending: &'static str,
        /// Whether files that are there may be replaced.
        overwrite: bool,
    },
}

impl Place {
    /// Takes a folder, and looks that each file can be written before the first is.
    pub(super) fn folder(
        path: PathBuf,
        ending: &'static str,
        overwrite: bool,
        rows: &[Row],
        repository: &Repository,
    ) -> anyhow::Result<Self> {
        repository.output_folder(&path)?;
        for row in rows {
            repository.output(&path.join(format!("{}.{ending}", row.id)), overwrite)?;
        }
        Ok(Self::Folder { path, ending, overwrite })
    }

    /// Whether a file is written for each record.
    pub(super) fn is_folder(&self) -> bool {
        matches!(self, Self::Folder { .. })
    }

    /// The place, safe to show.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::StandardOutput => "-".into(),
            Self::File(file) => file.shown(),
            Self::Folder { path, .. } => visible(&path.to_string_lossy()).into_owned(),
        }
    }

    /// Writes the document of a record; whole or not at all.
    pub(super) fn write(
        &self,
        id: &str,
        bytes: &[u8],
        repository: &Repository,
        context: &mut Context<'_, '_>,
    ) -> anyhow::Result<()> {
        match self {
            Self::StandardOutput => context.env.print_bytes(bytes),
            Self::File(file) => {
                file.write(bytes)?;
                context.note(&format!("written to `{}`\n", file.shown()));
                Ok(())
            }
            Self::Folder { path, ending, overwrite } => {
                Ok(repository.output(&path.join(format!("{id}.{ending}")), *overwrite)?.write(bytes)?)
            }
        }
    }
}
