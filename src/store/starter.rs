//! Makes a folder ready for records: files beside them, each made only where nothing stands.

use std::ffi::OsStr;
use std::io::ErrorKind;

use super::create::write;
use super::folder::{Folder, Kind};
use super::read::Reader;
use super::start_error::StartError;
use super::sweep::{left_over_in, sweep_folder};
use super::way::{Way, twin_of};
use super::write_error::{Standing, WriteError};
use super::{Repository, StoreError, Writing};

/// A file that a folder of records begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starter {
    /// Its path from the root, with `/`.
    pub path: &'static str,
    /// Other paths at which its like may stand: one that does is as good.
    pub or: &'static [&'static str],
    /// What stands in it.
    pub text: String,
}

/// What was made, and what was there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Started {
    /// The files made: paths from the root.
    pub made: Vec<&'static str>,
    /// What was left as it is, in the same order.
    pub kept: Vec<Kept>,
}

/// Something that stands where a file would have been made.
#[derive(Debug, PartialEq, Eq)]
pub struct Kept {
    /// The path of the file that was not made.
    pub starter: &'static str,
    /// The path of what stands there.
    pub path: String,
    /// What it is, in a word.
    pub kind: &'static str,
    /// What stands in it, as far as it can be read.
    pub bytes: Option<Vec<u8>>,
}

impl Repository {
    /// Looks which of the files would be made; nothing is.
    pub fn would_start(&self, starters: &[Starter]) -> Result<Started, StoreError> {
        let mut started = Started::default();
        if !self.has_root() {
            started.made = starters.iter().map(|starter| starter.path).collect();
            return Ok(started);
        }
        for starter in starters {
            match self.stands(starter)? {
                Some(kept) => started.kept.push(kept),
                None => started.made.push(starter.path),
            }
        }
        Ok(started)
    }

    /// Makes the files that are not there; each is on the disk, whole, before the next is begun.
    pub fn start(&self, starters: &[Starter]) -> Result<Started, StartError> {
        let nothing_made = |error: StoreError| StartError { made: Vec::new(), error: error.into() };
        let planned = self.would_start(starters).map_err(nothing_made)?;
        let folders: Vec<Folder> =
            starters.iter().filter_map(|starter| self.folder_for(starter.path)).collect();
        if planned.made.is_empty() && folders.iter().all(|folder| left_over_in(folder).is_empty()) {
            return Ok(planned); // not even the lock is made
        }
        let writing = self.begin().map_err(nothing_made)?;
        for folder in &folders {
            sweep_folder(folder, writing.is_locked());
        }
        let mut started = Started::default();
        for starter in starters {
            match writing.place(starter) {
                Ok(None) => started.made.push(starter.path),
                Ok(Some(kept)) => started.kept.push(kept),
                Err(error) => return Err(StartError { made: started.made, error }),
            }
        }
        Ok(started)
    }

    /// The folder that a file is to lie in, if it is there already.
    fn folder_for(&self, path: &str) -> Option<Folder> {
        let root = self.open_root().ok()?;
        split(path).0.iter().try_fold(root, |folder, inner| folder.inner(OsStr::new(inner)).ok())
    }

    /// What stands at the paths of a file, if anything does.
    fn stands(&self, starter: &Starter) -> Result<Option<Kept>, StoreError> {
        for path in [starter.path].iter().chain(starter.or) {
            if let Some(kept) = self.look(starter.path, path)? {
                return Ok(Some(kept));
            }
        }
        Ok(None)
    }

    /// What stands at a path from the root, or at one that differs in letter case only; no link is followed.
    fn look(&self, starter: &'static str, path: &str) -> Result<Option<Kept>, StoreError> {
        let mut folder = self.open_root()?;
        let (folders, name) = split(path);
        let mut way = self.root.clone();
        for inner in &folders {
            way.push(inner);
            folder = match folder.inner(OsStr::new(inner)) {
                Ok(inner) => inner,
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(StoreError::not_opened(&folder, inner, "folder", way, error)),
            };
        }
        // A folder that cannot be read may still be written into; the writing itself says if not.
        let twin = twin_of(&folder, name).unwrap_or_default();
        let name = twin.as_deref().unwrap_or(name);
        let kind = match folder.kind(OsStr::new(name)) {
            Ok(kind) => kind,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::io("look at", way.join(name), error)),
        };
        let read = || Reader::default().read(&folder, OsStr::new(name)).map(<[u8]>::to_vec).ok();
        Ok(Some(Kept {
            starter,
            path: [folders.as_slice(), &[name]].concat().join("/"),
            kind: kind.word(),
            bytes: if kind == Kind::File { read() } else { None },
        }))
    }
}

impl Writing<'_> {
    /// Makes a file beside the records, unless something stands there: that is returned, as it is.
    fn place(&self, starter: &Starter) -> Result<Option<Kept>, WriteError> {
        if let Some(kept) = self.repository.stands(starter)? {
            return Ok(Some(kept));
        }
        let (folders, name) = split(starter.path);
        let way = Way::go(self.repository, &folders)?;
        let Err(failure) = write(way.end(), name, starter.text.as_bytes(), None) else { return Ok(None) };
        if failure.standing == Standing::Nothing {
            way.take_back();
        }
        match failure.at(self.repository, starter.path) {
            // Somebody who does not know of the lock was quicker: theirs stays.
            WriteError::Taken { path } => {
                self.repository.stands(starter)?.map(Some).ok_or(WriteError::Taken { path })
            }
            error => Err(error),
        }
    }
}

/// The folders of a path from the root, and its name.
fn split(path: &str) -> (Vec<&str>, &str) {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    (folders.split('/').filter(|folder| !folder.is_empty()).collect(), name)
}
