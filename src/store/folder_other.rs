//! A folder by its path, for systems without descriptors of folders: each step looks for links before it is taken.
//!
//! Between the look and the step somebody may put a link there; the systems meant here (Windows) let only
//! administrators make links.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::folder::Kind;

/// A folder that was there when it was opened.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

/// Whether a file may be written.
#[derive(Debug)]
pub(super) struct FileMode(fs::Permissions);

impl FileMode {
    /// Whether anybody at all may write it: one that nobody may is meant to stay.
    pub(super) fn may_be_written(&self) -> bool {
        !self.0.readonly()
    }
}

impl Folder {
    /// Opens a folder by a path the user gave, links and all.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        if fs::metadata(path)?.is_dir() {
            Ok(Self(path.to_owned()))
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    /// Opens a folder in this one; a link is refused.
    pub(super) fn inner(&self, name: &OsStr) -> io::Result<Self> {
        match self.kind(name)? {
            Kind::Folder => Ok(Self(self.0.join(name))),
            _ => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    /// Shows every name in the folder, in no order, until `see` has seen enough and says false.
    pub(super) fn each(&self, see: &mut dyn FnMut(&OsStr, Kind) -> bool) -> io::Result<()> {
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            // What is gone by now is found out on reading it.
            let kind = entry.file_type().map_or(Kind::File, kind_of);
            if !see(&entry.file_name(), kind) {
                break;
            }
        }
        Ok(())
    }

    /// Tells what a name stands for, links not followed.
    pub(super) fn kind(&self, name: &OsStr) -> io::Result<Kind> {
        Ok(kind_of(fs::symlink_metadata(self.0.join(name))?.file_type()))
    }

    /// Opens a file for reading; the caller looks whether it is a plain one.
    pub(super) fn open_file(&self, name: &OsStr) -> io::Result<File> {
        self.refuse_all_but_files(name)?;
        File::open(self.0.join(name))
    }

    /// Makes and opens a file that must not be there yet.
    pub(super) fn create_new(&self, name: &OsStr) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).open(self.0.join(name))
    }

    /// Opens a file to lock, making it if need be; one that others own is opened for reading.
    pub(super) fn open_lock(&self, name: &OsStr) -> io::Result<File> {
        self.refuse_all_but_files(name)?;
        let mut options = OpenOptions::new();
        match options.read(true).write(true).create(true).truncate(false).open(self.0.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                self.open_file(name).map_err(|_| error)
            }
            result => result,
        }
    }

    /// Tells whether a name still stands for an open file: the systems meant here let nobody remove one that is open.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same functions on every system")]
    pub(super) fn still_names(&self, _name: &OsStr, _file: &File) -> io::Result<bool> {
        Ok(true)
    }

    /// Refuses what is no plain file: opening a link would follow it, and opening a pipe would wait.
    fn refuse_all_but_files(&self, name: &OsStr) -> io::Result<()> {
        match self.kind(name) {
            Ok(Kind::Link | Kind::Folder | Kind::Other(_)) => Err(io::Error::other("it is not a plain file")),
            _ => Ok(()),
        }
    }

    /// Makes a folder in this one.
    pub(super) fn make_folder(&self, name: &OsStr) -> io::Result<()> {
        fs::create_dir(self.0.join(name))
    }

    /// Removes a folder that is empty.
    pub(super) fn remove_folder(&self, name: &OsStr) -> io::Result<()> {
        fs::remove_dir(self.0.join(name))
    }

    /// Removes a file.
    pub(super) fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    /// Gives a file a new name that must be free: the standard library has no such step.
    #[expect(clippy::unused_self, reason = "the same functions on every system")]
    pub(super) fn rename_new(&self, _from: &OsStr, _to: &OsStr) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Exchanges two names in one step: the standard library has no such step.
    #[expect(clippy::unused_self, reason = "the same functions on every system")]
    pub(super) fn exchange(&self, _one: &OsStr, _other: &OsStr) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Gives a file the name of another, which goes.
    pub(super) fn rename_over(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        fs::rename(self.0.join(from), self.0.join(to))
    }

    /// Tells whether a file may be written.
    pub(super) fn mode(&self, name: &OsStr) -> io::Result<FileMode> {
        Ok(FileMode(fs::symlink_metadata(self.0.join(name))?.permissions()))
    }

    /// Does nothing: a new file has the rights that its folder gives.
    #[expect(clippy::unnecessary_wraps, reason = "the same functions on every system")]
    pub(super) fn give_mode(_file: &File, _mode: &FileMode) -> io::Result<()> {
        Ok(())
    }

    /// Gives a file a second name that must be free.
    pub(super) fn link(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        fs::hard_link(self.0.join(from), self.0.join(to))
    }

    /// Does nothing: the file system brings the folder's names onto the disk itself.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same functions on every system")]
    pub(super) fn sync(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Tells the refusal of a file system without locks from a failure.
pub(super) fn has_no_locks(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

fn kind_of(told: fs::FileType) -> Kind {
    if told.is_symlink() {
        Kind::Link
    } else if told.is_dir() {
        Kind::Folder
    } else if told.is_file() {
        Kind::File
    } else {
        Kind::Other("thing of another kind")
    }
}
