//! Walks `records/` and the folders below it.

use std::ffi::{OsStr, OsString};
use std::io;

use super::fault::{FileFault, FileFaultKind};
use super::folder::Folder;
use super::listing::Listing;
use super::name::{Verdict, judge, spelt_out};
use super::read::why_not_opened;
use super::{DEEPEST, RECORDS};

/// The most names that are noted: a bound on memory and time, far beyond any office.
pub(super) const MOST_NAMES: usize = 200_000;

/// Why a walk ended early.
#[derive(Debug)]
pub(super) enum WalkError {
    /// `records/` itself cannot be read.
    Unreadable(io::Error),
    /// There are more names than are noted.
    TooMany,
}

/// Lists what lies under `records/`.
pub(super) fn walk(records: &Folder) -> Result<Listing, WalkError> {
    walk_at_most(MOST_NAMES, records)
}

fn walk_at_most(most: usize, records: &Folder) -> Result<Listing, WalkError> {
    let mut walk = Walk { listing: Listing::default(), path: RECORDS.to_owned(), most, full: false };
    walk.folder(records, 0).map_err(WalkError::Unreadable)?;
    if walk.full {
        return Err(WalkError::TooMany);
    }
    walk.listing.sort();
    Ok(walk.listing)
}

struct Walk {
    listing: Listing,
    /// The folder walked now, as a path from the root.
    path: String,
    most: usize,
    full: bool,
}

impl Walk {
    /// Notes what a folder holds, then walks the folders in it.
    fn folder(&mut self, folder: &Folder, depth: usize) -> io::Result<()> {
        let mut inner: Vec<OsString> = Vec::new();
        let read = folder.each(&mut |name, kind| {
            match judge(name, kind) {
                Verdict::PassOver => {}
                Verdict::Walk if depth < DEEPEST => inner.push(name.to_owned()),
                Verdict::Walk => self.fault(name, FileFaultKind::TooDeep),
                Verdict::Fault(kind) => self.fault(name, kind),
                Verdict::Draft => self.listing.drafts.push(join(&self.path, name)),
                Verdict::LeftOver => self.listing.left_over.push(join(&self.path, name)),
                // A record's name is an id and `.toml`, so it is text.
                Verdict::Record(_) => {
                    let kept = name.to_str().is_some_and(|name| self.listing.push(&self.path, name));
                    self.full |= !kept;
                }
            }
            self.full |= self.listing.noted() + inner.len() > self.most;
            !self.full
        });
        for name in &inner {
            if self.full {
                break;
            }
            self.inner(folder, name, depth + 1);
        }
        read
    }

    /// Walks a folder in a folder: what it cannot be read for is a fault, and the others go on.
    fn inner(&mut self, parent: &Folder, name: &OsStr, depth: usize) {
        let folder = match parent.inner(name) {
            Ok(folder) => folder,
            Err(error) => return self.fault(name, why_not_opened(parent, name, error)),
        };
        let outer = self.path.len();
        self.path = join(&self.path, name);
        if let Err(error) = self.folder(&folder, depth) {
            self.listing.faults.push(FileFault { path: self.path.clone(), kind: error.into() });
        }
        self.path.truncate(outer);
    }

    fn fault(&mut self, name: &OsStr, kind: FileFaultKind) {
        self.listing.faults.push(FileFault { path: join(&self.path, name), kind });
    }
}

fn join(folder: &str, name: &OsStr) -> String {
    format!("{folder}/{}", spelt_out(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_too_many_names_is_refused() {
        let root = tempfile::tempdir().unwrap();
        for n in 0..6 {
            std::fs::write(root.path().join(format!("a{n}.toml")), "").unwrap();
        }
        let folder = Folder::open(root.path()).unwrap();
        assert_eq!(walk_at_most(6, &folder).unwrap().len(), 6);
        assert!(matches!(walk_at_most(5, &folder), Err(WalkError::TooMany)));
    }
}
