//! A file that a command writes for its user, in the repository or elsewhere: whole or not at all, and never by accident
//! over another.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::create::{holds, write};
use super::error::shown;
use super::folder::{FileMode, Folder, Kind};
use super::name::same_but_for_case;
use super::output_file_error::OutputFileError;
use super::sweep::sweep_folder;
use super::temporary::Temporary;
use super::write_error::Standing;
use super::{RECORDS, Repository, SETTINGS, lock};

/// A place for a file, looked at before the work begins.
#[derive(Debug)]
pub struct OutputFile {
    path: PathBuf,
    /// Open since it was looked at: the file lands where it was meant to.
    folder: Folder,
    name: std::ffi::OsString,
    overwrite: bool,
}

impl Repository {
    /// Takes a path at which a file shall be written; nothing is yet.
    ///
    /// Links on the way are followed, as the path is the user's own; one in the file's own place is refused, and so is all
    /// else but a plain file that may be replaced. What would become a record, or take the place of the settings, is
    /// refused too.
    pub fn output(&self, path: &Path, overwrite: bool) -> Result<OutputFile, OutputFileError> {
        let output = OutputFile::at(path, overwrite)?;
        if let Some(why) = output.path.parent().and_then(|parent| self.keeps_to_itself(parent, &output.name))
        {
            return Err(OutputFileError::OfTheRepository { path: output.path, why });
        }
        output.look()?;
        Ok(output)
    }

    /// Takes a folder for files that shall be written, and makes it where it is missing; the folder that it lies in must be
    /// there.
    ///
    /// One among the records is refused.
    pub fn output_folder(&self, path: &Path) -> Result<(), OutputFileError> {
        let absolute = |path: &Path| {
            std::path::absolute(path).map_err(|error| OutputFileError::failed("find", path, error))
        };
        let inside = absolute(&path.join("-"))?; // any file in it
        let path = absolute(path)?;
        let why = |parent: &Path, name: &OsStr| self.keeps_to_itself(parent, name);
        let own = path.parent().zip(path.file_name()).and_then(|(parent, name)| why(parent, name));
        if let Some(why) = own.or_else(|| why(inside.parent()?, inside.file_name()?)) {
            return Err(OutputFileError::OfTheRepository { path, why });
        }
        match std::fs::create_dir(&path) {
            Ok(()) => Ok(()),
            Err(_) if path.is_dir() => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(OutputFileError::NotAFolder { path })
            }
            Err(error) => Err(OutputFileError::failed("make the folder", path, error)),
        }
    }

    /// Why no output may lie at a path, if it lies where the records or the settings do, or what they are kept with; in
    /// other letters too, as some systems do not tell them apart.
    fn keeps_to_itself(&self, parent: &Path, name: &OsStr) -> Option<&'static str> {
        let (parent, root) = (parent.canonicalize().ok()?, self.root.canonicalize().ok()?);
        let is = |name: &OsStr, ours: &str| name.to_str().is_some_and(|name| same_but_for_case(name, ours));
        if parent.iter().chain([name]).any(|part| is(part, ".git")) {
            return Some("git's own");
        }
        let inside = parent.strip_prefix(&root).ok()?;
        match inside.components().next() {
            None if is(name, SETTINGS) => Some("the settings of the office"),
            None if is(name, lock::NAME) => Some("the lock of the records"),
            first if is(first.map_or(name, |first| first.as_os_str()), RECORDS) => {
                Some("among the records, where it would be taken for one")
            }
            _ => None,
        }
    }
}

impl OutputFile {
    /// Opens the folder that a file shall lie in, by a path that the user gave.
    pub(super) fn at(path: &Path, overwrite: bool) -> Result<Self, OutputFileError> {
        let path = std::path::absolute(path).map_err(|error| OutputFileError::failed("find", path, error))?;
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(OutputFileError::NotAFile { path, found: "folder" });
        };
        let folder = Folder::open(parent);
        let folder = folder.map_err(|error| OutputFileError::failed("open the folder", parent, error))?;
        Ok(Self { folder, name: name.to_owned(), overwrite, path })
    }

    /// The path, safe to show.
    pub fn shown(&self) -> String {
        shown(&self.path)
    }

    /// Writes the file; it is on the disk, whole, when this returns without an error.
    pub fn write(&self, bytes: &[u8]) -> Result<(), OutputFileError> {
        let old = self.look()?;
        sweep_folder(&self.folder, false); // what a kill left over long ago
        let Some(mode) = old else {
            let name = self.name.as_os_str();
            return write(&self.folder, name, bytes, None).map_err(|failure| match failure.into_parts() {
                None => OutputFileError::Taken { path: self.path.clone() },
                Some((doing, error, standing)) => self.failed(doing, error, standing),
            });
        };
        self.replace(&mode, bytes)
    }

    /// Looks what stands in the place: the mode of a file that may be replaced, none where nothing stands.
    fn look(&self) -> Result<Option<FileMode>, OutputFileError> {
        let path = || self.path.clone();
        match self.folder.kind(&self.name) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed("look at", error, Standing::Nothing)),
            Ok(Kind::File) if !self.overwrite => Err(OutputFileError::Taken { path: path() }),
            Ok(Kind::File) => {
                let mode = self.folder.mode(&self.name);
                let mode = mode.map_err(|error| self.failed("look at", error, Standing::Nothing))?;
                if mode.may_be_written() {
                    Ok(Some(mode))
                } else {
                    Err(OutputFileError::ReadOnly { path: path() })
                }
            }
            Ok(kind) => Err(OutputFileError::NotAFile { path: path(), found: kind.word() }),
        }
    }

    /// Puts the new file in the place of the old, in one step: whoever reads sees the one or the other.
    fn replace(&self, mode: &FileMode, bytes: &[u8]) -> Result<(), OutputFileError> {
        let nothing = |error| self.failed("write", error, Standing::Nothing);
        let Temporary { name, file } = Temporary::create(&self.folder).map_err(nothing)?;
        let temporary = OsStr::new(&name);
        let written = fill(file, mode, bytes).and_then(|()| self.folder.rename_over(temporary, &self.name));
        if let Err(error) = written {
            // A share may take a step and fail to answer.
            let stands = self.folder.kind(temporary).is_err() && holds(&self.folder, &self.name, bytes);
            // One that stays is swept by a later write.
            let _ = self.folder.remove_file(temporary);
            return Err(if stands {
                self.failed("confirm", error, Standing::Unproven)
            } else {
                nothing(error)
            });
        }
        self.folder.sync().map_err(|error| self.failed("confirm", error, Standing::Unproven))
    }

    fn failed(&self, doing: &'static str, error: io::Error, standing: Standing) -> OutputFileError {
        OutputFileError::Failed { doing, path: self.path.clone(), error, standing }
    }
}

/// Writes a file and brings it onto the disk. It is closed then: some systems neither rename nor remove one that is open.
fn fill(mut file: File, mode: &FileMode, bytes: &[u8]) -> io::Result<()> {
    Folder::give_mode(&file, mode)?;
    file.write_all(bytes)?;
    file.sync_all()
}
