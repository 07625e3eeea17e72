//! The repository: where it is, and what it holds.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::fault::{FileFault, FileFaultKind};
use super::folder::Folder;
use super::listing::Listing;
use super::name::{Verdict, judge};
use super::read::{Reader, why_not_opened};
use super::walk::{MOST_NAMES, WalkError, walk};
use super::write_error::WriteError;
use super::{RECORDS, SETTINGS, StoreError, folder::Kind, record_path};

/// A folder with records, known by its `track.toml` or its `records/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The folder.
    pub root: PathBuf,
}

impl Repository {
    /// Finds the repository that a folder lies in, walking up.
    pub fn find(from: &Path) -> Result<Self, StoreError> {
        let from = std::path::absolute(from).map_err(|error| StoreError::io("find", from, error))?;
        match from.ancestors().find(|folder| is_root(folder)) {
            Some(root) => Ok(Self { root: root.to_owned() }),
            None => Err(StoreError::NoRepository { from, upwards: true }),
        }
    }

    /// Takes a folder that the user named as the repository.
    pub fn at(dir: &Path) -> Result<Self, StoreError> {
        Folder::open(dir).map_err(|error| StoreError::io("open the folder", dir, error))?;
        if is_root(dir) {
            return Ok(Self { root: dir.to_owned() });
        }
        Err(StoreError::NoRepository { from: dir.to_owned(), upwards: false })
    }

    /// Reads the office's own file, if there is one.
    pub fn settings_text(&self) -> Result<Option<Vec<u8>>, StoreError> {
        let root = self.open_root()?;
        let path = self.root.join(SETTINGS);
        match Reader::default().read(&root, OsStr::new(SETTINGS)) {
            Ok(text) => Ok(Some(text.to_vec())),
            Err(FileFaultKind::Unreadable { kind: io::ErrorKind::NotFound, .. }) => Ok(None),
            Err(FileFaultKind::TooLarge { bytes }) => Err(StoreError::TooLarge { path, bytes }),
            Err(FileFaultKind::Unreadable { kind, message }) => {
                let error = io::Error::new(kind, message);
                Err(StoreError::not_opened(&root, SETTINGS, "file", path, error))
            }
            Err(_) => {
                let error = io::Error::other("it is not a plain file");
                Err(StoreError::not_opened(&root, SETTINGS, "file", path, error))
            }
        }
    }

    /// Lists the records without reading them.
    pub fn list_paths(&self) -> Result<Listing, StoreError> {
        match self.open_records()? {
            Some(records) => self.list(&records),
            None => Ok(Listing::default()),
        }
    }

    /// Reads one record by its path from the root, with `/`.
    pub fn read(&self, path_relative: &str) -> Result<Vec<u8>, FileFault> {
        self.read_one(path_relative).map_err(|kind| FileFault { path: path_relative.to_owned(), kind })
    }

    fn read_one(&self, path: &str) -> Result<Vec<u8>, FileFaultKind> {
        let (folders, name) = record_path::split(path).ok_or(FileFaultKind::Outside)?;
        if folders.len() > super::DEEPEST + 1 {
            return Err(FileFaultKind::TooDeep);
        }
        if let Verdict::Fault(fault) = judge(name.as_ref(), Kind::File) {
            return Err(fault);
        }
        let mut folder = Folder::open(&self.root)?;
        for inner in folders {
            let name = OsStr::new(inner);
            folder = folder.inner(name).map_err(|error| why_not_opened(&folder, name, error))?;
        }
        Reader::default().read(&folder, name.as_ref()).map(<[u8]>::to_vec)
    }

    pub(super) fn open_root(&self) -> Result<Folder, StoreError> {
        Folder::open(&self.root).map_err(|error| StoreError::io("open the folder", &self.root, error))
    }

    /// Opens `records/`; a repository may have none yet.
    pub(super) fn open_records(&self) -> Result<Option<Folder>, StoreError> {
        let root = self.open_root()?;
        match root.inner(OsStr::new(RECORDS)) {
            Ok(records) => Ok(Some(records)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => {
                Err(StoreError::not_opened(&root, RECORDS, "folder", self.root.join(RECORDS), error))
            }
        }
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

    pub(super) fn list(&self, records: &Folder) -> Result<Listing, StoreError> {
        let path = || self.root.join(RECORDS);
        walk(records).map_err(|error| match error {
            WalkError::Unreadable(error) => StoreError::io("read the folder", path(), error),
            WalkError::TooMany => StoreError::TooMany { path: path(), most: MOST_NAMES },
        })
    }
}

/// Tells whether a folder holds what makes it a repository.
///
/// A link of the right name counts: refusing it later says more than walking past it now.
fn is_root(folder: &Path) -> bool {
    let told = |name| fs::symlink_metadata(folder.join(name)).map(|told| told.file_type());
    told(SETTINGS).is_ok_and(|kind| kind.is_file() || kind.is_symlink())
        || told(RECORDS).is_ok_and(|kind| kind.is_dir() || kind.is_symlink())
}
