//! The copy of a record that lies beside it while an editor has it open: `.track-edit-ID.toml`.
//!
//! It is hidden, passed over by every command, and never swept: what was typed into it is somebody's words.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::PathBuf;

use super::folder::Folder;
use super::read::Reader;
use super::write_error::{Standing, WriteError};
use super::{FileFault, FileFaultKind, Repository, StoreError, record_path};

/// How many copies of one record are kept beside each other.
const MOST: usize = 99;

/// A copy of a record for an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its path from the root.
    pub path: String,
    /// Where an editor finds it.
    pub file: PathBuf,
}

impl Repository {
    /// The copy of a record, whether it is there or not.
    pub fn draft_of(&self, record: &str) -> Draft {
        self.draft_numbered(record, 0)
    }

    fn draft_numbered(&self, record: &str, number: usize) -> Draft {
        let (folder, name) = record.rsplit_once('/').unwrap_or(("", record));
        let stem = name.strip_suffix(".toml").unwrap_or(name);
        let number = if number == 0 { String::new() } else { format!(".{number}") };
        let path = format!("{folder}/.track-edit-{stem}{number}.toml");
        Draft { file: self.root.join(&path), path }
    }

    /// Tells whether the copy is there.
    pub fn has_draft(&self, draft: &Draft) -> Result<bool, WriteError> {
        let (folder, name) = self.folder_of(&draft.path)?;
        match folder.kind(name) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(self.draft_failed("look for", draft, error)),
        }
    }

    /// Lays a copy of a record, which must not be there yet.
    pub fn lay_draft(&self, draft: &Draft, record: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let (folder, name) = self.folder_of(&draft.path)?;
        let mut file = match folder.create_new(name) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(WriteError::Taken { path: draft.path.clone() });
            }
            Err(error) => return Err(self.draft_failed("write", draft, error)),
        };
        let (_, record) = record_path::split(record).unwrap_or_default();
        // Nobody may read the copy who may not read the record.
        let mode = folder.mode(record.as_ref()).and_then(|mode| Folder::give_mode(&file, &mode));
        mode.and_then(|()| file.write_all(bytes)).and_then(|()| file.sync_all()).map_err(|error| {
            // Nothing of it is anybody's words yet.
            let _ = folder.remove_file(name);
            self.draft_failed("write", draft, error)
        })
    }

    /// Reads what the editor left.
    pub fn read_draft(&self, draft: &Draft) -> Result<Vec<u8>, FileFault> {
        let fault = |kind| FileFault { path: draft.path.clone(), kind };
        let (folder, name) = self.folder_of(&draft.path).map_err(|_| fault(FileFaultKind::Outside))?;
        Reader::default().read(&folder, name).map(<[u8]>::to_vec).map_err(fault)
    }

    /// Takes the copy away, once what stands in it is written elsewhere.
    pub fn drop_draft(&self, draft: &Draft) -> Result<(), WriteError> {
        let (folder, name) = self.folder_of(&draft.path)?;
        match folder.remove_file(name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(self.draft_failed("remove", draft, error))
            }
            _ => Ok(()),
        }
    }

    /// Gives the copy another name beside the record, so that a new one can be laid; returns that name as a path.
    pub fn set_draft_aside(&self, draft: &Draft, record: &str) -> Result<String, WriteError> {
        let (folder, name) = self.folder_of(&draft.path)?;
        for number in 1..=MOST {
            let aside = self.draft_numbered(record, number);
            let (_, to) = record_path::split(&aside.path).unwrap_or_default();
            let to: &OsStr = to.as_ref();
            if folder.kind(to).is_ok() {
                continue;
            }
            let moved = match folder.rename_new(name, to) {
                // A system without that step: nobody else gives such names.
                Err(error)
                    if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) =>
                {
                    folder.rename_over(name, to)
                }
                moved => moved,
            };
            return moved.map(|()| aside.path).map_err(|error| self.draft_failed("rename", draft, error));
        }
        Err(WriteError::Taken { path: self.draft_numbered(record, MOST).path })
    }

    fn draft_failed(&self, doing: &'static str, draft: &Draft, error: io::Error) -> WriteError {
        let path = self.root.join(&draft.path);
        WriteError::Failed { doing, path, error, standing: Standing::Nothing }
    }

    /// Opens the folder that a record lies in, no link followed; returns it with the record's name.
    pub(super) fn folder_of<'p>(&self, path: &'p str) -> Result<(Folder, &'p OsStr), WriteError> {
        let outside = || WriteError::Path { path: path.to_owned(), fault: super::PathFault::Outside };
        let (folders, name) = record_path::split(path).ok_or_else(outside)?;
        let mut folder = self.open_root()?;
        let mut way = self.root.clone();
        for inner in folders {
            way.push(inner);
            let opened = folder.inner(OsStr::new(inner));
            folder = opened
                .map_err(|error| StoreError::not_opened(&folder, inner, "folder", way.clone(), error))?;
        }
        Ok((folder, OsStr::new(name)))
    }
}

/// Tells whether a name is that of such a copy.
pub(super) fn is_draft(name: &str) -> bool {
    let stem = name.strip_prefix(".track-edit-").and_then(|rest| rest.strip_suffix(".toml"));
    stem.is_some_and(|stem| !stem.is_empty())
}
