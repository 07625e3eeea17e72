//! The right to write, held from the first look at a record to the last step of its change.

use std::ffi::OsStr;

use super::folder::Folder;
use super::lock::Lock;
use super::sweep::sweep;
use super::write_error::WriteError;
use super::{FileFault, Listing, Repository, StoreError};

/// The right to write in a repository, until it is dropped: other writers wait.
#[derive(Debug)]
pub struct Writing<'r> {
    pub(super) repository: &'r Repository,
    /// None where the system gives no locks.
    lock: Option<Lock>,
}

impl Repository {
    /// Takes the lock, waiting a few seconds for another writer, and sweeps what a kill left over.
    pub fn begin(&self) -> Result<Writing<'_>, StoreError> {
        let lock = self.lock()?;
        if let Some(records) = self.open_records()? {
            sweep(&records, &self.list(&records)?, lock.is_some());
        }
        Ok(Writing { repository: self, lock })
    }
}

impl Writing<'_> {
    /// Whether the system gave the lock, so that nobody else writes.
    pub(super) fn is_locked(&self) -> bool {
        self.lock.is_some()
    }

    /// Lists the records.
    pub fn list_paths(&self) -> Result<Listing, StoreError> {
        self.repository.list_paths()
    }

    /// Reads a record.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, FileFault> {
        self.repository.read(path)
    }

    /// Opens the folder that a record lies in, no link followed; returns it with the record's name.
    pub(super) fn folder_of<'p>(&self, path: &'p str) -> Result<(Folder, &'p OsStr), WriteError> {
        self.repository.folder_of(path)
    }
}
