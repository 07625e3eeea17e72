//! Replaces a record: written beside it, brought onto the disk, then exchanged for the old one, which is looked at once more.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write};

use super::folder::{Folder, Kind};
use super::read::Reader;
use super::temporary::Temporary;
use super::write_error::{Standing, WriteError};
use super::writing::Writing;
use super::{FileFaultKind, LARGEST};

impl Writing<'_> {
    /// Puts a new text in the place of one that was read; it is on the disk when this returns without an error.
    ///
    /// Stops if the record no longer holds what was read. The old mode stays. The same bytes are not written again.
    pub fn replace(&self, path: &str, old: &[u8], new: &[u8]) -> Result<(), WriteError> {
        if new.len() as u64 > LARGEST {
            return Err(WriteError::TooLarge { bytes: new.len() as u64 });
        }
        let (folder, name) = self.folder_of(path)?;
        let place = Place { writing: self, path, folder: &folder, name };
        place.must_hold(old)?;
        if old == new {
            return Ok(());
        }
        place.put(old, new)
    }

    /// Takes away a record that holds what was read; its name is free on the disk when this returns without an error.
    pub fn remove(&self, path: &str, old: &[u8]) -> Result<(), WriteError> {
        let (folder, name) = self.folder_of(path)?;
        let place = Place { writing: self, path, folder: &folder, name };
        place.must_hold(old)?;
        folder.remove_file(name).map_err(|error| place.failed("remove", error, Standing::Nothing))?;
        folder.sync().map_err(|error| place.failed("confirm the removal of", error, Standing::Gone))
    }
}

/// A record's place: its folder, open, and its name there.
struct Place<'w> {
    writing: &'w Writing<'w>,
    path: &'w str,
    folder: &'w Folder,
    name: &'w OsStr,
}

impl Place<'_> {
    fn put(&self, old: &[u8], new: &[u8]) -> Result<(), WriteError> {
        let nothing = |error| self.failed("write", error, Standing::Nothing);
        let mode = self.folder.mode(self.name).map_err(nothing)?;
        if !mode.may_be_written() {
            return Err(WriteError::ReadOnly { path: self.path.to_owned() });
        }
        let Temporary { name, mut file } = Temporary::create(self.folder).map_err(nothing)?;
        let temporary = OsStr::new(&name);
        let written =
            Folder::give_mode(&file, &mode).and_then(|()| file.write_all(new)).and_then(|()| file.sync_all());
        // Some systems neither rename nor remove a file that is open.
        drop(file);
        let ready = written.map_err(nothing).and_then(|()| self.must_hold(old));
        let done = ready.and_then(|()| self.exchange(temporary, old));
        if !matches!(done, Err(WriteError::Apart { .. })) {
            // One that stays is passed over and swept by the next write.
            let _ = self.folder.remove_file(temporary);
        }
        done?;
        self.folder.sync().map_err(|error| self.failed("confirm", error, Standing::Unproven))
    }

    /// Exchanges the two names, and looks whether what came out is what was read; if not, exchanges them back.
    fn exchange(&self, temporary: &OsStr, old: &[u8]) -> Result<(), WriteError> {
        let nothing = |error| self.failed("write", error, Standing::Nothing);
        match self.folder.exchange(temporary, self.name) {
            Ok(()) => {}
            Err(error) if is_unknown(&error) => {
                // A system without exchange: between the last look and this step lies a moment in which a change is lost.
                return self.folder.rename_over(temporary, self.name).map_err(nothing);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(self.not_there("there no more")),
            Err(error) => return Err(nothing(error)),
        }
        if self.holds(temporary, old) {
            return Ok(());
        }
        if self.folder.exchange(temporary, self.name).is_ok() {
            return Err(WriteError::Changed { path: self.path.to_owned() });
        }
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let theirs = format!("{folder}/{}", temporary.to_string_lossy());
        Err(WriteError::Apart { path: self.path.to_owned(), theirs })
    }

    /// Refuses where the record does not hold what was read.
    fn must_hold(&self, old: &[u8]) -> Result<(), WriteError> {
        match Reader::default().read(self.folder, self.name) {
            Ok(bytes) if bytes == old => Ok(()),
            Ok(_) | Err(FileFaultKind::TooLarge { .. }) => {
                Err(WriteError::Changed { path: self.path.to_owned() })
            }
            Err(fault) => Err(match self.folder.kind(self.name) {
                Ok(Kind::File) => self.failed("read", unreadable(fault), Standing::Nothing),
                Ok(Kind::Link) => {
                    self.not_there("a link, and links are not followed: put the real file there")
                }
                Ok(Kind::Folder) => self.not_there("a folder, where a file must be"),
                Ok(Kind::Other(_)) => self.not_there("no plain file"),
                Err(error) if error.kind() == ErrorKind::NotFound => self.not_there("there no more"),
                Err(error) => self.failed("read", error, Standing::Nothing),
            }),
        }
    }

    fn holds(&self, name: &OsStr, old: &[u8]) -> bool {
        Reader::default().read(self.folder, name).is_ok_and(|bytes| bytes == old)
    }

    fn not_there(&self, found: &'static str) -> WriteError {
        WriteError::NotThere { path: self.path.to_owned(), found }
    }

    fn failed(&self, doing: &'static str, error: io::Error, standing: Standing) -> WriteError {
        WriteError::Failed { doing, path: self.writing.repository.root.join(self.path), error, standing }
    }
}

fn unreadable(fault: FileFaultKind) -> io::Error {
    match fault {
        FileFaultKind::Unreadable { kind, message } => io::Error::new(kind, message),
        _ => io::Error::other("it is not a plain file"),
    }
}

/// Whether the system, or the share, does not know the step.
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
}
