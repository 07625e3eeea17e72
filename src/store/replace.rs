//! Replaces a record: written beside it, brought onto the disk, then exchanged for the old one, which is looked at once more.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write};

use super::folder::{Folder, Kind};
use super::read::{Reader, look};
use super::temporary::{self, Temporary};
use super::write_error::{Standing, WriteError};
use super::writing::Writing;
use super::{FileFaultKind, LARGEST, aside};

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
        place.take_away(old)?;
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
        let aside = aside::name(&name, self.name, old, new);
        let ready = written.map_err(nothing).and_then(|()| self.must_hold(old));
        match ready.and_then(|()| self.moved(temporary, &aside)) {
            Ok(true) => self.exchange(&aside, old, new)?,
            Ok(false) => self.rename_over(temporary, new)?,
            Err(error) => {
                // One that stays is passed over and swept by the next write.
                let _ = self.folder.remove_file(temporary);
                return Err(error);
            }
        }
        self.folder.sync().map_err(|error| self.failed("confirm", error, Standing::Unproven))
    }

    /// Gives a file another name; false where the system cannot do it without overwriting.
    fn moved(&self, from: &OsStr, to: &str) -> Result<bool, WriteError> {
        match self.folder.rename_new(from, OsStr::new(to)) {
            Ok(()) => Ok(true),
            Err(error) if is_unknown(&error) => Ok(false),
            Err(error) if error.kind() == ErrorKind::NotFound && from == self.name => {
                Err(self.not_there("there no more"))
            }
            Err(error) => Err(self.failed("write", error, Standing::Nothing)),
        }
    }

    /// Exchanges the two names, and looks whether what came out is what was read; if not, exchanges them back.
    fn exchange(&self, aside: &str, old: &[u8], new: &[u8]) -> Result<(), WriteError> {
        match self.folder.exchange(OsStr::new(aside), self.name) {
            Ok(()) => {}
            Err(error) if is_unknown(&error) => return self.rename_over(OsStr::new(aside), new),
            Err(error) => {
                let kept = aside::clear(self.folder, aside);
                return Err(match error.kind() {
                    ErrorKind::NotFound => self.not_there("there no more"),
                    _ => self.unanswered(error, new, kept),
                });
            }
        }
        match self.look(OsStr::new(aside), old) {
            Ok(true) => {
                let _ = self.folder.remove_file(OsStr::new(aside));
                Ok(())
            }
            seen => Err(self.put_back(aside, new, seen)),
        }
    }

    /// Exchanges the names back where something else came out than was read, or nobody can tell.
    fn put_back(&self, aside: &str, new: &[u8], seen: io::Result<bool>) -> WriteError {
        let back = self.folder.exchange(OsStr::new(aside), self.name);
        // What comes out now must be ours: else somebody saved once more in between.
        let kept = aside::clear(self.folder, aside);
        let settled = self.folder.sync();
        match (back, kept, seen) {
            (_, Some(kept), _) => self.apart(new, &kept),
            (Ok(()), None, Ok(_)) => match settled {
                Ok(()) => WriteError::Changed { path: self.path.to_owned() },
                Err(error) => self.failed("confirm", error, Standing::Nothing),
            },
            (Ok(()), None, Err(error)) => self.failed("read", error, Standing::Nothing),
            (Err(error), None, _) if error.kind() == ErrorKind::NotFound => self.not_there("there no more"),
            // Ours stands, and it is the old one that nobody could look at.
            (Err(error), None, _) => self.failed("confirm", error, Standing::Unproven),
        }
    }

    /// Takes the record away, looks whether it is what was read, and if not puts it back.
    fn take_away(&self, old: &[u8]) -> Result<(), WriteError> {
        let aside = aside::name(&temporary::next_name(), self.name, old, old);
        let gone = |error| self.failed("remove", error, Standing::Gone);
        if !self.moved(self.name, &aside)? {
            // Between the last look and this step lies a moment in which a change is lost.
            let removed = self.folder.remove_file(self.name);
            return removed.map_err(|error| self.failed("remove", error, Standing::Nothing));
        }
        let seen = self.look(OsStr::new(&aside), old);
        if matches!(seen, Ok(true)) {
            return self.folder.remove_file(OsStr::new(&aside)).map_err(gone);
        }
        if self.folder.rename_new(OsStr::new(&aside), self.name).is_err() {
            return Err(match (aside::clear(self.folder, &aside), seen) {
                // Nobody could look at it: it is gone as was asked. Should it hold something else, the next write keeps that.
                (None, Err(error)) => gone(error),
                (kept, _) => self.apart(old, &kept.unwrap_or(aside)),
            });
        }
        match (self.folder.sync(), seen) {
            (Ok(()), Ok(_)) => Err(WriteError::Changed { path: self.path.to_owned() }),
            (Err(error), _) | (_, Err(error)) => Err(self.failed("remove", error, Standing::Nothing)),
        }
    }

    /// Puts a file in the record's place on a system without exchange: between the last look and this step lies a moment in
    /// which a change is lost.
    fn rename_over(&self, from: &OsStr, new: &[u8]) -> Result<(), WriteError> {
        self.folder.rename_over(from, self.name).map_err(|error| {
            let error = self.unanswered(error, new, None);
            // One that stays is passed over and swept by the next write.
            let _ = self.folder.remove_file(from);
            error
        })
    }

    /// A step failed that may have been taken all the same, as shares do: looks what stands.
    fn unanswered(&self, error: io::Error, new: &[u8], kept: Option<String>) -> WriteError {
        let stands = matches!(self.look(self.name, new), Ok(true));
        match kept {
            Some(kept) => self.apart(new, &kept),
            None if stands => self.failed("confirm", error, Standing::Unproven),
            None => self.failed("write", error, Standing::Nothing),
        }
    }

    fn apart(&self, new: &[u8], kept: &str) -> WriteError {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        WriteError::Apart {
            path: self.path.to_owned(),
            kept: format!("{folder}/{kept}"),
            ours: matches!(self.look(self.name, new), Ok(true)),
        }
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

    /// Tells whether a text stands under a name.
    fn look(&self, name: &OsStr, text: &[u8]) -> io::Result<bool> {
        Ok(look(self.folder, name)?.is_some_and(|stands| stands == text))
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
