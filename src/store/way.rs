//! The folders on the way to a new record, opened one by one and made where they are missing.

use std::ffi::OsStr;
use std::io;
use std::path::PathBuf;

use super::folder::Folder;
use super::name::same_but_for_case;
use super::write_error::WriteError;
use super::{Repository, StoreError};

/// The open folders from the root to the one that the record shall lie in.
#[derive(Debug)]
pub(super) struct Way<'p> {
    names: Vec<&'p str>,
    /// The root, then a folder for each name gone.
    open: Vec<Folder>,
    /// Which of the names were made by us, so that a failure can take them back.
    made: Vec<usize>,
}

impl<'p> Way<'p> {
    /// Goes to the folder, making what is missing; what was made is taken back on an error.
    pub(super) fn go(repository: &Repository, names: &[&'p str]) -> Result<Self, WriteError> {
        let root = repository.open_root()?;
        let mut way = Self { names: Vec::new(), open: vec![root], made: Vec::new() };
        for name in names {
            if let Err(error) = way.step(repository, name) {
                way.take_back();
                return Err(error);
            }
        }
        Ok(way)
    }

    /// The folder that the way ends in.
    pub(super) fn end(&self) -> &Folder {
        // The root is there from the start, and nothing is taken away.
        &self.open[self.open.len() - 1]
    }

    /// Removes the folders made, as far as nobody has put anything into them.
    pub(super) fn take_back(self) {
        for &n in self.made.iter().rev() {
            // One that somebody uses by now stays, and an empty one harms nobody.
            let _ = self.open[n].remove_folder(self.names[n].as_ref());
        }
    }

    fn step(&mut self, repository: &Repository, name: &'p str) -> Result<(), WriteError> {
        let at = self.open.len() - 1;
        self.names.push(name);
        let path = repository.root.join(self.names.join("/"));
        let mut opened = self.end().inner(OsStr::new(name));
        if matches!(&opened, Err(error) if error.kind() == io::ErrorKind::NotFound) {
            self.refuse_twin(name)?;
            if make(self.end(), name, path.clone())? {
                self.made.push(at);
            }
            opened = self.end().inner(OsStr::new(name));
        }
        let folder =
            opened.map_err(|error| StoreError::not_opened(self.end(), name, "folder", path, error))?;
        self.open.push(folder);
        Ok(())
    }

    /// Refuses a folder that differs from another in letter case only: some systems could not hold both.
    fn refuse_twin(&self, name: &str) -> Result<(), WriteError> {
        // A folder that cannot be read may still be written into; the step itself says if not.
        let Ok(Some(twin)) = twin_of(self.end(), name) else { return Ok(()) };
        let outer = &self.names[..self.names.len() - 1];
        Err(WriteError::Taken { path: [outer, &[twin.as_str()]].concat().join("/") })
    }
}

/// Finds a name in a folder that is the same but for letter case, the very name included.
pub(super) fn twin_of(folder: &Folder, name: &str) -> io::Result<Option<String>> {
    let mut twin: Option<String> = None;
    folder.each(&mut |other, _| {
        let fits = other.to_str().filter(|other| same_but_for_case(other, name));
        twin = fits.map(str::to_owned).or(twin.take());
        twin.as_deref() != Some(name)
    })?;
    Ok(twin)
}

/// Makes a folder for good; false if somebody else just did.
fn make(parent: &Folder, name: &str, path: PathBuf) -> Result<bool, StoreError> {
    match parent.make_folder(OsStr::new(name)) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Ok(()) => match parent.sync() {
            Ok(()) => Ok(true),
            Err(error) => {
                // The failure counts; an empty folder that stays harms nobody.
                let _ = parent.remove_folder(OsStr::new(name));
                Err(StoreError::io("make the folder", path, error))
            }
        },
        Err(error) => Err(StoreError::io("make the folder", path, error)),
    }
}
