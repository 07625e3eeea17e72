//! The folders from `records/` down to the one read now, kept open while the reading stays in them.

use std::ffi::OsStr;

use super::RECORDS;
use super::fault::FileFaultKind;
use super::folder::Folder;
use super::read::why_not_opened;

/// Opens each folder once for a run of records in the order of paths.
#[derive(Debug)]
pub(super) struct Trail<'r> {
    records: &'r Folder,
    /// The path of the innermost folder that is open.
    path: String,
    /// The open folders below `records/`, each with the length of its path.
    inner: Vec<(usize, Folder)>,
}

impl<'r> Trail<'r> {
    /// Begins at `records/`.
    pub(super) fn new(records: &'r Folder) -> Self {
        Self { records, path: RECORDS.to_owned(), inner: Vec::new() }
    }

    /// Goes to a folder by its path from the root.
    pub(super) fn folder(&mut self, path: &str) -> Result<&Folder, FileFaultKind> {
        if self.path != path {
            self.leave_for(path);
            self.enter(path)?;
        }
        Ok(self.innermost())
    }

    fn innermost(&self) -> &Folder {
        self.inner.last().map_or(self.records, |(_, folder)| folder)
    }

    /// Closes the folders that the new path does not lie in.
    fn leave_for(&mut self, path: &str) {
        let within =
            |open: &str| path.strip_prefix(open).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        while !self.inner.is_empty() && !within(&self.path) {
            self.inner.pop();
            self.path.truncate(self.inner.last().map_or(RECORDS.len(), |(length, _)| *length));
        }
    }

    /// Opens the folders that are still to go.
    fn enter(&mut self, path: &str) -> Result<(), FileFaultKind> {
        while self.path.len() < path.len() {
            let rest = &path[self.path.len() + 1..];
            let name = OsStr::new(rest.split('/').next().unwrap_or(rest));
            let parent = self.innermost();
            let folder = parent.inner(name).map_err(|error| why_not_opened(parent, name, error))?;
            let length = self.path.len() + 1 + name.len();
            self.path.clear();
            self.path.push_str(&path[..length]);
            self.inner.push((length, folder));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_ends_in_the_folder_named() {
        let root = tempfile::tempdir().unwrap();
        let paths = ["records/a", "records/a/b/c", "records/a/bb", "records/a", "records", "records/a/b"];
        for path in paths {
            std::fs::create_dir_all(root.path().join(path)).unwrap();
            std::fs::write(root.path().join(path).join("here"), path).unwrap();
        }
        let records = Folder::open(&root.path().join("records")).unwrap();
        let mut trail = Trail::new(&records);
        let mut reader = super::super::read::Reader::default();
        for path in paths.iter().chain(paths.iter().rev()) {
            let folder = trail.folder(path).unwrap();
            assert_eq!(reader.read(folder, OsStr::new("here")).unwrap(), path.as_bytes());
        }
        assert!(trail.folder("records/a/none/x").is_err());
        assert!(trail.folder("records/a/b/c").is_ok());
    }
}
