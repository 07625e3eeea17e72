//! Removes temporaries that a kill left over.

use std::ffi::{OsStr, OsString};
use std::time::{Duration, SystemTime};

use super::folder::{Folder, Kind};
use super::listing::Listing;
use super::trail::Trail;
use super::{aside, temporary};

/// How old a temporary must be before it goes where no lock tells whether somebody still writes it.
const OLD: Duration = Duration::from_hours(1);

/// Removes left-over temporaries: any under the lock, without one only the old.
///
/// One that may hold what somebody saved is kept in sight instead. What cannot be removed stays: every command passes it over, and the next write tries again.
pub(super) fn sweep(records: &Folder, listing: &Listing, locked: bool) {
    let mut trail = Trail::new(records);
    for path in &listing.left_over {
        let Some((folder, name)) = path.rsplit_once('/') else { continue };
        let Ok(folder) = trail.folder(folder) else { continue };
        if !locked && !is_old(folder, OsStr::new(name)) {
            continue;
        }
        if temporary::is_ours(name) {
            let _ = folder.remove_file(OsStr::new(name));
        } else {
            aside::clear(folder, name);
        }
    }
}

/// Removes those that lie in one folder itself.
pub(super) fn sweep_folder(folder: &Folder, locked: bool) {
    for name in left_over_in(folder) {
        if locked || is_old(folder, &name) {
            let _ = folder.remove_file(&name);
        }
    }
}

/// The left-over temporaries that lie in one folder itself.
pub(super) fn left_over_in(folder: &Folder) -> Vec<OsString> {
    let mut left_over = Vec::new();
    // A folder that cannot be read keeps what is in it.
    let _ = folder.each(&mut |name, kind| {
        if kind == Kind::File && temporary::is_ours(&name.to_string_lossy()) {
            left_over.push(name.to_owned());
        }
        true
    });
    left_over
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
    #[test]
    fn what_somebody_may_have_saved_is_kept_in_sight() {
        let root = tempfile::tempdir().unwrap();
        let aside = |n: &str| aside::name(n, OsStr::new("a.toml"), b"old", b"new");
        for (temporary, text) in
            [(".track-1-1.tmp", "old"), (".track-1-2.tmp", "new"), (".track-1-3.tmp", "theirs")]
        {
            fs::write(root.path().join(aside(temporary)), text).unwrap();
        }
        let records = Folder::open(root.path()).unwrap();
        let walk = || super::super::walk::walk(&records).unwrap();
        assert!(walk().faults.is_empty() && walk().left_over.len() == 3);
        sweep(&records, &walk(), true);
        let named: Vec<String> = walk().faults.into_iter().map(|fault| fault.path).collect();
        assert_eq!(named, ["records/a.toml.kept-1-3"], "`check` names it");
        assert_eq!(fs::read_to_string(root.path().join("a.toml.kept-1-3")).unwrap(), "theirs");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }
}
