//! Gives a finished temporary its name by a step that cannot overwrite.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write};

use super::folder::{FileMode, Folder};

/// What became of an attempt to publish.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The file stands under its name, whole, and the temporary is gone.
    Published,
    /// The name was taken.
    Taken,
    /// It failed, and nothing stands under the name.
    Failed(io::Error),
    /// It failed, and what it left under the name could not be removed.
    Stuck(io::Error),
}

/// What is published: the temporary's name, the name it shall have, and what stands in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finished<'p> {
    /// The temporary's name; the caller removes it unless it was published.
    pub(super) temporary: &'p OsStr,
    /// The name that it shall have.
    pub(super) name: &'p OsStr,
    /// What stands in it.
    pub(super) bytes: &'p [u8],
    /// The mode that it has, where one was given.
    pub(super) mode: Option<&'p FileMode>,
}

/// A way to publish; none where this system or share does not know it.
type Step = fn(&Folder, Finished<'_>) -> Option<Outcome>;

/// From the best to the one that works everywhere.
const STEPS: [Step; 3] = [by_rename, by_link, by_copy];

/// Publishes by the best step that the folder's file system knows.
pub(super) fn publish(folder: &Folder, finished: Finished<'_>) -> Outcome {
    STEPS
        .iter()
        .find_map(|step| step(folder, finished))
        .unwrap_or_else(|| Outcome::Failed(ErrorKind::Unsupported.into()))
}

/// Renames, refusing a taken name: one step, and the temporary is gone.
fn by_rename(folder: &Folder, finished: Finished<'_>) -> Option<Outcome> {
    outcome(folder.rename_new(finished.temporary, finished.name), &[])
}

/// Gives the file a second name: the first is the temporary's.
fn by_link(folder: &Folder, finished: Finished<'_>) -> Option<Outcome> {
    let unknown = [ErrorKind::PermissionDenied, ErrorKind::TooManyLinks, ErrorKind::CrossesDevices];
    let done = outcome(folder.link(finished.temporary, finished.name), &unknown);
    if matches!(done, Some(Outcome::Published)) {
        // One that stays is passed over and swept by the next write.
        let _ = folder.remove_file(finished.temporary);
    }
    done
}

fn outcome(result: io::Result<()>, unknown: &[ErrorKind]) -> Option<Outcome> {
    match result {
        Ok(()) => Some(Outcome::Published),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Some(Outcome::Taken),
        Err(error) => {
            let kind = error.kind();
            let known =
                !matches!(kind, ErrorKind::Unsupported | ErrorKind::InvalidInput) && !unknown.contains(&kind);
            known.then_some(Outcome::Failed(error))
        }
    }
}

/// Writes once more under the name itself, for shares that know neither.
///
/// A crash in the middle could leave a part: the one place where the promise of whole records needs the share's help.
#[expect(clippy::unnecessary_wraps, reason = "a step like the others")]
fn by_copy(folder: &Folder, finished: Finished<'_>) -> Option<Outcome> {
    let mut file = match folder.create_new(finished.name) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Some(Outcome::Taken),
        Err(error) => return Some(Outcome::Failed(error)),
    };
    let moded = finished.mode.map_or(Ok(()), |mode| Folder::give_mode(&file, mode));
    let written = moded.and_then(|()| file.write_all(finished.bytes)).and_then(|()| file.sync_all());
    let Err(error) = written else {
        let _ = folder.remove_file(finished.temporary);
        return Some(Outcome::Published);
    };
    // Some systems remove no file that is open.
    drop(file);
    Some(match folder.remove_file(finished.name) {
        Ok(()) => Outcome::Failed(error),
        Err(_) => Outcome::Stuck(error),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn every_step_publishes_whole_and_overwrites_nothing() {
        for (n, step) in STEPS.iter().enumerate() {
            let root = tempfile::tempdir().unwrap();
            let folder = Folder::open(root.path()).unwrap();
            let path = |name: &str| root.path().join(name);
            let (temporary, name) = (OsStr::new("new"), OsStr::new("a.toml"));
            let finished = Finished { temporary, name, bytes: b"whole", mode: None };
            fs::write(path("new"), "whole").unwrap();
            match step(&folder, finished) {
                Some(Outcome::Published) => assert_eq!(fs::read(path("a.toml")).unwrap(), b"whole"),
                None => continue,
                other => panic!("step {n}: {other:?}"),
            }
            assert!(!path("new").exists(), "step {n}");
            fs::write(path("new"), "second").unwrap();
            assert!(matches!(step(&folder, Finished { bytes: b"second", ..finished }), Some(Outcome::Taken)));
            assert_eq!(fs::read(path("a.toml")).unwrap(), b"whole", "step {n}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_step_writes_through_a_link() {
        for step in STEPS {
            let root = tempfile::tempdir().unwrap();
            let folder = Folder::open(root.path()).unwrap();
            fs::write(root.path().join("new"), "x").unwrap();
            std::os::unix::fs::symlink("elsewhere", root.path().join("a.toml")).unwrap();
            let (temporary, name) = (OsStr::new("new"), OsStr::new("a.toml"));
            let finished = Finished { temporary, name, bytes: b"x", mode: None };
            assert!(matches!(step(&folder, finished), Some(Outcome::Taken) | None));
            assert!(!root.path().join("elsewhere").exists());
        }
    }

    #[test]
    fn only_a_step_that_is_not_known_gives_way_to_the_next() {
        let of = |kind: ErrorKind| outcome(Err(kind.into()), &[]);
        assert!(of(ErrorKind::Unsupported).is_none() && of(ErrorKind::InvalidInput).is_none());
        assert!(matches!(of(ErrorKind::StorageFull), Some(Outcome::Failed(_))));
        assert!(matches!(of(ErrorKind::AlreadyExists), Some(Outcome::Taken)));
    }
}
