//! A folder by its descriptor: what is opened in it is opened beside the handle, never through a path again.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::fs::{self, Access, AtFlags, CWD, Dir, FileType, Mode, OFlags};
use rustix::fs::{Gid, Uid};
use rustix::io::{Errno, retry_on_intr};

use super::access_list::AccessList;
use super::folder::Kind;

/// An open folder.
#[derive(Debug)]
pub(super) struct Folder(OwnedFd);

/// Who may do what with a file, and whose it is.
#[derive(Debug)]
pub(super) struct FileMode {
    mode: Mode,
    owner: u32,
    group: u32,
    /// Whether the rights forbid this user to write it.
    forbidden: bool,
    list: AccessList,
}

impl FileMode {
    /// Whether this user may write it. Root may write anything; one that nobody may is meant to stay all the same.
    pub(super) fn may_be_written(&self) -> bool {
        !self.forbidden && self.mode.intersects(Mode::WUSR.union(Mode::WGRP).union(Mode::WOTH))
    }
}

const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);
/// No link is followed, no fifo waited for, no terminal taken.
const CAREFUL: OFlags = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).union(OFlags::CLOEXEC).union(OFlags::NOCTTY);
/// What the umask leaves of this is the mode of any new file.
const NEW_FILE: Mode = Mode::RUSR.union(Mode::WUSR).union(Mode::RGRP).union(Mode::WGRP).union(SHARED);
const SHARED: Mode = Mode::ROTH.union(Mode::WOTH);
/// What file systems answer that cannot bring a folder onto the disk.
const NO_SYNC: [Errno; 5] = [Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS, Errno::ACCESS];
/// What file systems answer that know no locks.
const NO_LOCKS: [Errno; 7] =
    [Errno::NOLCK, Errno::BADF, Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS, Errno::ACCESS];

impl Folder {
    /// Opens a folder by a path the user gave, links and all.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(retry_on_intr(|| fs::openat(CWD, path, FOLDER, Mode::empty()))?))
    }

    /// Opens a folder in this one; a link is refused.
    pub(super) fn inner(&self, name: &OsStr) -> io::Result<Self> {
        let flags = FOLDER.union(OFlags::NOFOLLOW);
        Ok(Self(retry_on_intr(|| fs::openat(&self.0, name, flags, Mode::empty()))?))
    }

    /// Shows every name in the folder, in no order, until `see` has seen enough and says false.
    pub(super) fn each(&self, see: &mut dyn FnMut(&OsStr, Kind) -> bool) -> io::Result<()> {
        let mut entries = Dir::read_from(&self.0)?;
        while let Some(entry) = entries.read() {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                // Not every file system says it here. What is gone by now is found out on reading it.
                FileType::Unknown => self.kind(name).unwrap_or(Kind::File),
                told => kind_of(told),
            };
            if !see(name, kind) {
                break;
            }
        }
        Ok(())
    }

    /// Tells what a name stands for, links not followed.
    pub(super) fn kind(&self, name: &OsStr) -> io::Result<Kind> {
        let stat = fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
        Ok(kind_of(FileType::from_raw_mode(stat.st_mode)))
    }

    /// Opens a file for reading; the caller looks whether it is a plain one.
    pub(super) fn open_file(&self, name: &OsStr) -> io::Result<File> {
        self.file(name, OFlags::RDONLY, Mode::empty())
    }

    /// Makes and opens a file that must not be there yet.
    pub(super) fn create_new(&self, name: &OsStr) -> io::Result<File> {
        self.file(name, OFlags::WRONLY.union(OFlags::CREATE).union(OFlags::EXCL), NEW_FILE)
    }

    /// Opens a file to lock, making it if need be; one that others own is opened for reading.
    pub(super) fn open_lock(&self, name: &OsStr) -> io::Result<File> {
        match self.file(name, OFlags::RDWR.union(OFlags::CREATE), NEW_FILE) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                self.open_file(name).map_err(|_| error)
            }
            result => result,
        }
    }

    fn file(&self, name: &OsStr, flags: OFlags, mode: Mode) -> io::Result<File> {
        let flags = CAREFUL.union(flags);
        Ok(File::from(retry_on_intr(|| fs::openat(&self.0, name, flags, mode))?))
    }

    /// Tells whether a name still stands for an open file.
    pub(super) fn still_names(&self, name: &OsStr, file: &File) -> io::Result<bool> {
        let open = fs::fstat(file)?;
        match fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(named) => Ok((named.st_dev, named.st_ino) == (open.st_dev, open.st_ino)),
            Err(Errno::NOENT) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes a folder in this one.
    pub(super) fn make_folder(&self, name: &OsStr) -> io::Result<()> {
        Ok(fs::mkdirat(&self.0, name, Mode::RWXU.union(Mode::RWXG).union(Mode::RWXO))?)
    }

    /// Removes a folder that is empty.
    pub(super) fn remove_folder(&self, name: &OsStr) -> io::Result<()> {
        Ok(fs::unlinkat(&self.0, name, AtFlags::REMOVEDIR)?)
    }

    /// Removes a file.
    pub(super) fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        Ok(fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// Gives a file a new name that must be free.
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub(super) fn rename_new(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        Ok(fs::renameat_with(&self.0, from, &self.0, to, fs::RenameFlags::NOREPLACE)?)
    }

    /// Gives a file a new name that must be free: this system has no such step.
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub(super) fn rename_new(&self, _from: &OsStr, _to: &OsStr) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Exchanges two names in one step.
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub(super) fn exchange(&self, one: &OsStr, other: &OsStr) -> io::Result<()> {
        let step = || fs::renameat_with(&self.0, one, &self.0, other, fs::RenameFlags::EXCHANGE);
        Ok(retry_on_intr(step)?)
    }

    /// Exchanges two names in one step: this system has no such step.
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub(super) fn exchange(&self, _one: &OsStr, _other: &OsStr) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Gives a file the name of another, which goes.
    pub(super) fn rename_over(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        Ok(retry_on_intr(|| fs::renameat(&self.0, from, &self.0, to))?)
    }

    /// Tells who may do what with a file, and whose it is.
    pub(super) fn mode(&self, name: &OsStr) -> io::Result<FileMode> {
        let stat = fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
        // A folder that all may write lets them take the place of a file that is not theirs to change.
        let asked = fs::accessat(&self.0, name, Access::WRITE_OK, AtFlags::empty());
        let forbidden = asked == Err(Errno::ACCESS);
        let mode = Mode::from_raw_mode(stat.st_mode);
        let list = AccessList::of(&self.open_file(name)?)?;
        Ok(FileMode { mode, owner: stat.st_uid, group: stat.st_gid, forbidden, list })
    }

    /// Gives a new file the mode of another, and as far as this user may, its owner and group.
    pub(super) fn give_mode(file: &File, mode: &FileMode) -> io::Result<()> {
        let now = fs::fstat(file)?;
        if (now.st_uid, now.st_gid) != (mode.owner, mode.group) {
            // Only some may give a file away; the mode matters more than whose it is.
            let whole = fs::fchown(file, Some(Uid::from_raw(mode.owner)), Some(Gid::from_raw(mode.group)));
            let _ = whole.or_else(|_| fs::fchown(file, None, Some(Gid::from_raw(mode.group))));
        }
        // A list first: a part of the mode is its mask.
        mode.list.give(file)?;
        match retry_on_intr(|| fs::fchmod(file, mode.mode)) {
            // Shares without modes refuse the step, and nothing is lost.
            Err(Errno::PERM | Errno::NOTSUP | Errno::NOSYS | Errno::INVAL) => Ok(()),
            result => Ok(result?),
        }
    }

    /// Gives a file a second name that must be free.
    pub(super) fn link(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        Ok(fs::linkat(&self.0, from, &self.0, to, AtFlags::empty())?)
    }

    /// Brings the folder's names onto the disk, as far as the file system knows how.
    pub(super) fn sync(&self) -> io::Result<()> {
        match retry_on_intr(|| fs::fsync(&self.0)) {
            // Shares answer so when they have no such thing for folders; a failing disk answers otherwise.
            Err(error) if NO_SYNC.contains(&error) => Ok(()),
            result => Ok(result?),
        }
    }
}

/// Tells the refusal of a file system without locks from a failure.
pub(super) fn has_no_locks(error: &io::Error) -> bool {
    Errno::from_io_error(error).is_some_and(|error| NO_LOCKS.contains(&error))
}

fn kind_of(told: FileType) -> Kind {
    match told {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Folder,
        FileType::Symlink => Kind::Link,
        FileType::Fifo => Kind::Other("fifo"),
        FileType::Socket => Kind::Other("socket"),
        FileType::CharacterDevice | FileType::BlockDevice => Kind::Other("device"),
        FileType::Unknown => Kind::Other("thing of another kind"),
    }
}
