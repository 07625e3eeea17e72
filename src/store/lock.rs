//! The lock that writers take: one file that stays; the lock goes with the process.

use std::ffi::OsStr;
use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::folder::{Folder, has_no_locks};
use super::{Repository, StoreError};

pub(super) const NAME: &str = ".track.lock";
const PATIENCE: Duration = Duration::from_secs(5);
/// How often another file is locked: on a share whose files have no lasting number none is ever the same.
const TRIES: usize = 8;
const PAUSE: Duration = Duration::from_millis(10);

/// The right to write, until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Repository {
    /// Takes the lock, waiting a few seconds for another writer; none where the system gives no locks.
    pub fn lock(&self) -> Result<Option<Lock>, StoreError> {
        self.lock_within(PATIENCE)
    }

    fn lock_within(&self, patience: Duration) -> Result<Option<Lock>, StoreError> {
        let begun = Instant::now();
        let mut tried = 0;
        loop {
            let Some((root, file)) = self.lock_file()? else { return Ok(None) };
            if !self.take(&file, begun, patience)? {
                return Ok(None);
            }
            tried += 1;
            // A lock on a file that was removed meanwhile excludes nobody: others lock the one that stands there now.
            match root.still_names(OsStr::new(NAME), &file) {
                Ok(false) if tried < TRIES => {}
                Ok(_) => return Ok(Some(Lock { _file: file })),
                Err(error) => return Err(StoreError::io("lock", self.lock_path(), error)),
            }
        }
    }

    /// Locks an open file, waiting for its holder; false where the system gives no locks.
    fn take(&self, file: &File, begun: Instant, patience: Duration) -> Result<bool, StoreError> {
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(true),
                Err(TryLockError::WouldBlock) if begun.elapsed() >= patience => {
                    return Err(StoreError::Busy { path: self.lock_path() });
                }
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => {}
                Err(TryLockError::Error(error)) if has_no_locks(&error) => return Ok(false),
                Err(TryLockError::Error(error)) => {
                    return Err(StoreError::io("lock", self.lock_path(), error));
                }
            }
        }
    }

    fn lock_path(&self) -> PathBuf {
        self.root.join(NAME)
    }

    /// Opens the lock's file and the folder it lies in; none where this user may not.
    fn lock_file(&self) -> Result<Option<(Folder, File)>, StoreError> {
        let root = self.open_root()?;
        let path = self.lock_path();
        let not_opened = |error| StoreError::not_opened(&root, NAME, "file", path.clone(), error);
        let file = match root.open_lock(OsStr::new(NAME)) {
            Ok(file) => file,
            Err(error)
                if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(not_opened(error)),
        };
        match file.metadata() {
            Ok(told) if told.is_file() => Ok(Some((root, file))),
            Ok(_) => Err(not_opened(io::Error::other("it is not a plain file"))),
            Err(error) => Err(not_opened(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_excludes_and_goes_when_dropped() {
        let root = tempfile::tempdir().unwrap();
        let repository = Repository { root: root.path().to_owned() };
        let held = repository.lock().unwrap().unwrap();
        let second = repository.lock_within(Duration::from_millis(30));
        assert!(matches!(second, Err(StoreError::Busy { path }) if path.ends_with(NAME)));
        drop(held);
        assert!(repository.lock_within(Duration::ZERO).unwrap().is_some());
        assert!(root.path().join(NAME).is_file());
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_whose_file_was_removed_is_no_lock() {
        let root = tempfile::tempdir().unwrap();
        let repository = Repository { root: root.path().to_owned() };
        let first = repository.lock().unwrap().unwrap();
        std::thread::scope(|scope| {
            // It waits for the first file, which then goes; the second is held by somebody else.
            let waiting = scope.spawn(|| repository.lock_within(Duration::from_millis(300)));
            sleep(Duration::from_millis(100));
            std::fs::remove_file(root.path().join(NAME)).unwrap();
            let second = repository.lock().unwrap().unwrap();
            drop(first);
            assert!(matches!(waiting.join().unwrap(), Err(StoreError::Busy { .. })));
            drop(second);
        });
        assert!(repository.lock_within(Duration::ZERO).unwrap().is_some());
    }

    #[cfg(unix)]
    #[test]
    fn nothing_but_a_plain_file_is_locked() {
        let root = tempfile::tempdir().unwrap();
        let repository = Repository { root: root.path().to_owned() };
        let path = root.path().join(NAME);
        std::os::unix::fs::symlink("elsewhere", &path).unwrap();
        assert!(matches!(repository.lock(), Err(StoreError::Link { .. })));
        assert!(!root.path().join("elsewhere").exists());
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        assert!(matches!(repository.lock(), Err(StoreError::NotThe { found: "folder", .. })));
    }
}
