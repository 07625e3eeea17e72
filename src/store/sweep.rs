//! Removes temporaries that a kill left over.

use std::ffi::OsStr;
use std::time::{Duration, SystemTime};

use super::folder::{Folder, Kind};
use super::listing::Listing;
use super::temporary;
use super::trail::Trail;

/// How old a temporary must be before it goes where no lock tells whether somebody still writes it.
const OLD: Duration = Duration::from_hours(1);

/// Removes left-over temporaries: any under the lock, without one only the old.
///
/// What cannot be removed stays: every command passes it over, and the next write tries again.
pub(super) fn sweep(records: &Folder, listing: &Listing, locked: bool) {
    let mut trail = Trail::new(records);
    for path in &listing.left_over {
        let Some((folder, name)) = path.rsplit_once('/') else { continue };
        let Ok(folder) = trail.folder(folder) else { continue };
        let name = OsStr::new(name);
        if temporary::is_ours(&name.to_string_lossy()) && (locked || is_old(folder, name)) {
            let _ = folder.remove_file(name);
        }
    }
}

/// Removes those that lie in one folder itself.
pub(super) fn sweep_folder(folder: &Folder, locked: bool) {
    let mut left_over = Vec::new();
    // A folder that cannot be read keeps what is in it.
    let _ = folder.each(&mut |name, kind| {
        if kind == Kind::File && temporary::is_ours(&name.to_string_lossy()) {
            left_over.push(name.to_owned());
        }
        true
    });
    for name in left_over {
        if locked || is_old(folder, &name) {
            let _ = folder.remove_file(&name);
        }
    }
}

fn is_old(folder: &Folder, name: &OsStr) -> bool {
    let written = folder.open_file(name).and_then(|file| file.metadata()).and_then(|told| told.modified());
    written.is_ok_and(|written| SystemTime::now().duration_since(written).is_ok_and(|age| age > OLD))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File};

    #[test]
    fn without_a_lock_only_the_old_go() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("2020");
        fs::create_dir(&inner).unwrap();
        let (young, old) = (inner.join(".track-1-1.tmp"), root.path().join(".track-1-2.tmp"));
        fs::write(&young, "").unwrap();
        fs::write(&old, "").unwrap();
        let yesterday = SystemTime::now() - 24 * OLD;
        File::options().write(true).open(&old).unwrap().set_modified(yesterday).unwrap();

        let records = Folder::open(root.path()).unwrap();
        let listing = super::super::walk::walk(&records).unwrap();
        sweep(&records, &listing, false);
        assert!(young.exists() && !old.exists());
        sweep(&records, &listing, true);
        assert!(!young.exists());
    }
}
