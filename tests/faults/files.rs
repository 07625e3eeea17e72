//! What stands below a folder, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// A file, or what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Thing {
    /// A plain file: its bytes and its mode.
    File(Vec<u8>, u32),
    /// A link, and where it leads.
    Link(PathBuf),
    /// A folder with nothing in it.
    EmptyFolder,
    /// Something else.
    Other,
}

/// Everything below a folder but the lock's file, by path.
pub(crate) type Files = BTreeMap<String, Thing>;

/// Reads everything below a folder.
pub(crate) fn files(root: &Path) -> Files {
    let mut found = Files::new();
    gather(root, root, &mut found);
    found.remove(".track.lock");
    found
}

fn gather(root: &Path, folder: &Path, found: &mut Files) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, told) = (entry.path(), entry.metadata().unwrap());
        let kind = told.file_type();
        let thing = if kind.is_symlink() {
            Thing::Link(fs::read_link(&path).unwrap())
        } else if kind.is_file() {
            Thing::File(fs::read(&path).unwrap(), told.permissions().mode() & 0o7777)
        } else if kind.is_fifo() || !kind.is_dir() {
            Thing::Other
        } else if fs::read_dir(&path).unwrap().next().is_none() {
            Thing::EmptyFolder
        } else {
            gather(root, &path, found);
            continue;
        };
        found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), thing);
    }
}

/// Whether a path is that of a hidden temporary of ours.
pub(crate) fn is_temporary(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("records/")
        && name.strip_prefix(".track-").and_then(|rest| rest.strip_suffix(".tmp")).is_some()
}
