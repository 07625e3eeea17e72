//! Finds, walks, reads, creates and replaces record files; `survey` asks all of them a question, each read once.
//!
//! Everything below the root is reached through handles on folders, a name at a time, and no link is followed.
//! What is wrong with one file is a [`FileFault`] and never hides the others; what is wrong with the world is a
//! [`StoreError`] or a [`WriteError`].

#[cfg(unix)]
mod access_list;
mod aside;
mod create;
mod draft;
mod error;
mod fault;
mod folder;
#[cfg(not(unix))]
mod folder_other;
#[cfg(unix)]
mod folder_unix;
mod git;
mod history;
mod job_summary;
mod judge;
mod layouts;
mod listing;
mod lock;
mod mend;
mod name;
mod output;
mod output_file;
mod output_file_error;
mod publish;
mod read;
mod record_path;
mod rename;
mod replace;
mod repository;
mod scan;
mod schemas;
mod since;
mod since_error;
mod start_error;
mod starter;
mod surroundings;
mod survey;
mod sweep;
mod templates;
mod temporary;
mod trail;
mod walk;
mod way;
mod write_error;
mod writing;

pub use draft::Draft;
pub use error::StoreError;
pub use fault::{FileFault, FileFaultKind};
pub use history::Committed;
pub use job_summary::JobSummary;
pub use judge::Change;
pub use layouts::Layouts;
pub use listing::{Listed, Listing};
pub use lock::Lock;
pub use mend::{Mend, Mends};
pub use output::{OutputError, write_outputs};
pub use output_file::OutputFile;
pub use output_file_error::OutputFileError;
pub use record_path::PathFault;
pub use rename::{Rename, Rewrite};
pub use repository::Repository;
pub use scan::{RecordFile, Scan};
pub use schemas::{RECORD_SCHEMA, SETTINGS_SCHEMA};
pub use since::Since;
pub use since_error::SinceError;
pub use start_error::StartError;
pub use starter::{Kept, Started, Starter};
pub use survey::{Checked, Survey};
pub use write_error::{Standing, WriteError};
pub use writing::Writing;

/// The most bytes that a file may have to be read: 1 MiB.
pub const LARGEST: u64 = crate::schema::LARGEST;
/// The most folders below `records/` that may stand inside one another.
pub const DEEPEST: usize = 16;
/// The name of the folder that holds the records.
pub const RECORDS: &str = "records";
/// The name of the folder that holds the office's own layouts.
pub const TEMPLATES: &str = "templates";
/// The name of the office's own file.
pub const SETTINGS: &str = "track.toml";
