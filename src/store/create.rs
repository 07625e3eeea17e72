//! Makes a new record: written to a temporary, brought onto the disk, then given its name by a step that cannot overwrite.

use std::ffi::OsStr;
use std::io::{self, Write};

use super::folder::{FileMode, Folder};
use super::listing::Listing;
use super::name::same_but_for_case;
use super::publish::{Finished, Outcome, publish};
use super::read::look;
use super::record_path::RecordPath;
use super::temporary::Temporary;
use super::way::Way;
use super::write_error::{Standing, WriteError};
use super::writing::Writing;
use super::{LARGEST, Repository};

impl Repository {
    /// Makes a record at a path from the root, with `/`; it is on the disk when this returns without an error.
    ///
    /// An id that is taken in any folder is refused, and so is a name that differs in letter case only.
    pub fn create(&self, relative_path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let path = may_be_made(relative_path, bytes)?;
        self.begin()?.make(relative_path, &path, bytes, None)
    }
}

impl Writing<'_> {
    /// Makes a record, as [`Repository::create`] does.
    pub fn create(&self, relative_path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let path = may_be_made(relative_path, bytes)?;
        self.make(relative_path, &path, bytes, None)
    }

    /// Makes a record of which nobody may do more than with another, and whose it is, if that can be given.
    pub(super) fn create_like(
        &self,
        relative_path: &str,
        bytes: &[u8],
        other: &str,
    ) -> Result<(), WriteError> {
        let path = may_be_made(relative_path, bytes)?;
        let (folder, name) = self.folder_of(other)?;
        let mode = folder
            .mode(name)
            .map_err(|error| Failure::new("look at", error, Standing::Nothing).at(self.repository, other))?;
        self.make(relative_path, &path, bytes, Some(&mode))
    }

    fn make(
        &self,
        relative_path: &str,
        path: &RecordPath<'_>,
        bytes: &[u8],
        mode: Option<&FileMode>,
    ) -> Result<(), WriteError> {
        if let Some(records) = self.repository.open_records()? {
            refuse_taken(&self.repository.list(&records)?, path)?;
        }
        let way = Way::go(self.repository, &path.folders)?;
        let result = write(way.end(), path.name, bytes, mode);
        if matches!(&result, Err(Failure { standing: Standing::Nothing, .. })) {
            way.take_back();
        }
        result.map_err(|failure| failure.at(self.repository, relative_path))
    }
}

/// Judges the path and the size before anything is touched.
fn may_be_made<'p>(relative_path: &'p str, bytes: &[u8]) -> Result<RecordPath<'p>, WriteError> {
    let at = |fault| WriteError::Path { path: relative_path.to_owned(), fault };
    let path = RecordPath::parse(relative_path).map_err(at)?;
    if bytes.len() as u64 > LARGEST {
        return Err(WriteError::TooLarge { bytes: bytes.len() as u64 });
    }
    Ok(path)
}

/// Refuses an id that any file bears already, a faulty one included.
fn refuse_taken(listing: &Listing, path: &RecordPath<'_>) -> Result<(), WriteError> {
    let records = listing.records().find(|listed| listed.id == path.id.as_str()).map(|listed| listed.path);
    let faulty = || {
        let bears =
            |other: &&str| other.rsplit('/').next().is_some_and(|name| same_but_for_case(name, path.name));
        listing.faults.iter().map(|fault| fault.path.as_str()).find(bears)
    };
    match records.or_else(faulty) {
        Some(taken) => Err(WriteError::Taken { path: taken.to_owned() }),
        None => Ok(()),
    }
}

/// A step that failed.
pub(super) struct Failure {
    doing: &'static str,
    /// None: the name was taken.
    error: Option<io::Error>,
    /// What stands under the name.
    pub(super) standing: Standing,
}

impl Failure {
    fn new(doing: &'static str, error: io::Error, standing: Standing) -> Self {
        Self { doing, error: Some(error), standing }
    }

    /// What was being done, the system's answer, and what stands under the name; none where the name was taken.
    pub(super) fn into_parts(self) -> Option<(&'static str, io::Error, Standing)> {
        Some((self.doing, self.error?, self.standing))
    }

    /// Says it of a path from the root.
    pub(super) fn at(self, repository: &Repository, path: &str) -> WriteError {
        match self.error {
            None => WriteError::Taken { path: path.to_owned() },
            Some(error) => WriteError::Failed {
                doing: self.doing,
                path: repository.root.join(path),
                error,
                standing: self.standing,
            },
        }
    }
}

/// Writes, publishes and settles a file; the temporary is gone afterwards, whatever happens.
///
/// The mode, if there is one to give, is given before anything stands in the file.
pub(super) fn write(
    folder: &Folder,
    name: impl AsRef<OsStr>,
    bytes: &[u8],
    mode: Option<&FileMode>,
) -> Result<(), Failure> {
    let name = name.as_ref();
    let nothing = |error| Failure::new("write", error, Standing::Nothing);
    let Temporary { name: temporary, mut file } = Temporary::create(folder).map_err(nothing)?;
    let temporary = OsStr::new(&temporary);
    let moded = mode.map_or(Ok(()), |mode| Folder::give_mode(&file, mode));
    let written = moded.and_then(|()| file.write_all(bytes)).and_then(|()| file.sync_all());
    // Some systems neither rename nor remove a file that is open.
    drop(file);
    let outcome = match written {
        Ok(()) => publish(folder, Finished { temporary, name, bytes, mode }),
        Err(error) => Outcome::Failed(error),
    };
    if !matches!(outcome, Outcome::Published) {
        // One that stays is passed over and swept by the next write.
        let _ = folder.remove_file(temporary);
    }
    match outcome {
        Outcome::Published => {
            folder.sync().map_err(|error| Failure::new("confirm", error, Standing::Unproven))
        }
        Outcome::Taken => Err(Failure { doing: "write", error: None, standing: Standing::Nothing }),
        Outcome::Failed(error) if holds(folder, name, bytes) => {
            // A share may take a step and fail to answer.
            Err(Failure::new("confirm", error, Standing::Unproven))
        }
        Outcome::Failed(error) => Err(nothing(error)),
        Outcome::Stuck(error) => Err(Failure::new("write", error, Standing::Part)),
    }
}

/// Tells whether a text stands under a name.
pub(super) fn holds(folder: &Folder, name: &OsStr, bytes: &[u8]) -> bool {
    look(folder, name).is_ok_and(|stands| stands.is_some_and(|stands| stands == bytes))
}
