//! A folder to try things in.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use track::store::{FileFaultKind, Repository, Scan};

/// A repository that goes away after the test.
pub(crate) struct Ground {
    pub(crate) dir: TempDir,
}

impl Ground {
    /// Lays a repository with these files, given as path and text; a path that ends in `/` is a folder.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let ground = Self { dir: tempfile::tempdir().unwrap() };
        fs::create_dir(ground.path("records")).unwrap();
        for (path, text) in files {
            ground.write(path, text.as_bytes());
        }
        ground
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &[u8]) {
        let full = self.path(path);
        if path.ends_with('/') {
            return fs::create_dir_all(full).unwrap();
        }
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    pub(crate) fn repository(&self) -> Repository {
        Repository { root: self.dir.path().to_owned() }
    }

    /// Reads everything: the paths that were read, and the faults.
    pub(crate) fn scan(&self) -> Scan<String> {
        self.repository().scan(None, &|file| file.path.to_owned()).unwrap()
    }

    /// The faults as path and kind.
    pub(crate) fn faults(&self) -> Vec<(String, FileFaultKind)> {
        let mut listed = self.repository().list_paths().unwrap().faults;
        let scanned = self.scan().faults;
        // What the walk finds is found by reading as well.
        listed.retain(|fault| !scanned.contains(fault));
        assert!(listed.is_empty(), "{listed:?}");
        scanned.into_iter().map(|fault| (fault.path, fault.kind)).collect()
    }
}

/// Every file below a folder but the lock's, as sorted paths.
pub(crate) fn all_files(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if entry.file_name() != ".track.lock" {
                found.push(entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}
