//! The copies of a record for an editor, and texts that could not be saved: `.track-edit-ID.N.BASE.toml` beside the record.
//!
//! They are hidden, passed over by lists, named by `check`, and never swept: what was typed into them is somebody's words.
//! Each edit has a number of its own, so that two at once never meet; BASE tells the record that the text was begun with.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::PathBuf;

use super::aside::digest;
use super::folder::Folder;
use super::read::{Reader, look};
use super::temporary::Temporary;
use super::write_error::{Standing, WriteError};
use super::{FileFault, Repository, record_path};

/// How many texts of one record are kept beside each other.
const MOST: usize = 999;

/// A text of a record that is not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its path from the root.
    pub path: String,
    /// Where an editor finds it.
    pub file: PathBuf,
    number: usize,
    base: String,
}

impl Draft {
    /// Whether the text was begun with these bytes.
    pub fn began_with(&self, record: &[u8]) -> bool {
        self.base == short(record)
    }
}

impl Repository {
    /// The texts that are kept of a record, the oldest number first.
    pub fn drafts_of(&self, record: &str) -> Result<Vec<Draft>, WriteError> {
        let (folder, name) = self.folder_of(record)?;
        let id = id_of(&name.to_string_lossy()).to_owned();
        let mut drafts = Vec::new();
        folder
            .each(&mut |name, _| {
                let parts = name.to_str().and_then(parse).filter(|parts| parts.id == id);
                drafts.extend(parts.map(|parts| self.draft(record, parts.number, parts.base.to_owned())));
                true
            })
            .map_err(|error| self.draft_failed("look for", record, error))?;
        drafts.sort_by_key(|draft| draft.number);
        Ok(drafts)
    }

    /// Lays a text beside a record: whole, or not at all, and over no other.
    pub fn lay_draft(&self, record: &str, base: &[u8], text: &[u8]) -> Result<Draft, WriteError> {
        let (folder, name) = self.folder_of(record)?;
        let failed = |error| self.draft_failed("write a copy of", record, error);
        // Another writer sweeps temporaries; should it not let go of the lock, the text is laid all the same.
        let _lock = self.lock();
        let Temporary { name: temporary, mut file } = Temporary::create(&folder).map_err(failed)?;
        let temporary = OsStr::new(&temporary);
        // Nobody may read the copy who may not read the record.
        let mode = folder.mode(name).and_then(|mode| Folder::give_mode(&file, &mode));
        let written = mode.and_then(|()| file.write_all(text)).and_then(|()| file.sync_all());
        drop(file);
        let laid =
            written.map_err(failed).and_then(|()| self.number(&folder, temporary, record, short(base)));
        if laid.is_err() {
            // One that stays is passed over and swept by the next write.
            let _ = folder.remove_file(temporary);
        }
        laid
    }

    /// Takes a kept text up: it gets a number of its own, so that an editor that still has it open writes elsewhere.
    pub fn take_up_draft(&self, draft: &Draft, record: &str) -> Result<Draft, WriteError> {
        let (folder, name) = self.folder_of(&draft.path)?;
        self.number(&folder, name, record, draft.base.clone())
    }

    /// Gives a file the first name that is free.
    fn number(&self, folder: &Folder, from: &OsStr, record: &str, base: String) -> Result<Draft, WriteError> {
        let taken: Vec<usize> = self.drafts_of(record)?.into_iter().map(|draft| draft.number).collect();
        for number in (1..=MOST).filter(|number| !taken.contains(number)) {
            let draft = self.draft(record, number, base.clone());
            let (_, to) = record_path::split(&draft.path).unwrap_or_default();
            let to = OsStr::new(to);
            let moved = match folder.rename_new(from, to) {
                // A system without that step: the look above must do.
                Err(error)
                    if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) =>
                {
                    folder.rename_over(from, to)
                }
                moved => moved,
            };
            match moved {
                Ok(()) => return Ok(draft),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(self.draft_failed("write a copy of", record, error)),
            }
        }
        Err(WriteError::Taken { path: self.draft(record, MOST, base).path })
    }

    /// Reads what the editor left.
    pub fn read_draft(&self, draft: &Draft) -> Result<Vec<u8>, FileFault> {
        let fault = |kind| FileFault { path: draft.path.clone(), kind };
        let closed = |error: WriteError| fault(io::Error::other(format!("{error:#}")).into());
        let (folder, name) = self.folder_of(&draft.path).map_err(closed)?;
        Reader::default().read(&folder, name).map(<[u8]>::to_vec).map_err(fault)
    }

    /// Tells whether it is still there.
    pub fn has_draft(&self, draft: &Draft) -> bool {
        let looked = self.folder_of(&draft.path).map(|(folder, name)| folder.kind(name));
        // Where nobody can tell, it is better named than forgotten.
        !matches!(looked, Ok(Err(error)) if error.kind() == io::ErrorKind::NotFound)
    }

    /// Takes it away if what stands in it is written elsewhere; false where something else stands in it, which stays.
    pub fn drop_draft(&self, draft: &Draft, written: &[u8]) -> Result<bool, WriteError> {
        let (folder, name) = self.folder_of(&draft.path)?;
        let failed = |error| self.draft_failed("remove", &draft.path, error);
        match look(&folder, name) {
            Ok(Some(stands)) if stands == written => {}
            Ok(_) => return Ok(false),
            // Asked twice: a share may not find for a moment what is there.
            Err(error) if error.kind() == io::ErrorKind::NotFound && folder.kind(name).is_err() => {
                return Ok(true);
            }
            Err(error) => return Err(failed(error)),
        }
        match folder.remove_file(name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(error)),
            _ => Ok(true),
        }
    }

    fn draft(&self, record: &str, number: usize, base: String) -> Draft {
        let (folder, name) = record.rsplit_once('/').unwrap_or(("", record));
        let path = format!("{folder}/{PREFIX}{}.{number}.{base}.toml", id_of(name));
        Draft { file: self.root.join(&path), path, number, base }
    }

    fn draft_failed(&self, doing: &'static str, path: &str, error: io::Error) -> WriteError {
        WriteError::Failed { doing, path: self.root.join(path), error, standing: Standing::Nothing }
    }
}

const PREFIX: &str = ".track-edit-";

/// What the name of a kept text says.
struct Parts<'n> {
    id: &'n str,
    number: usize,
    base: &'n str,
}

fn parse(name: &str) -> Option<Parts<'_>> {
    let mut parts = name.strip_prefix(PREFIX)?.strip_suffix(".toml")?.rsplitn(3, '.');
    let (base, number, id) = (parts.next()?, parts.next()?, parts.next()?);
    let is_base = base.len() == 8 && base.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = number.parse().ok().filter(|_| is_base && !id.is_empty())?;
    Some(Parts { id, number, base })
}

/// Tells whether a name is that of a kept text.
pub(super) fn is_draft(name: &str) -> bool {
    parse(name).is_some()
}

fn id_of(name: &str) -> &str {
    name.strip_suffix(".toml").unwrap_or(name)
}

fn short(bytes: &[u8]) -> String {
    digest(bytes)[..8].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground() -> (tempfile::TempDir, Repository) {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("records")).unwrap();
        std::fs::write(root.path().join("records/a.toml"), "old").unwrap();
        let repository = Repository { root: root.path().to_owned() };
        (root, repository)
    }

    #[test]
    fn each_text_has_a_number_of_its_own_and_knows_what_it_began_with() {
        let (_root, repository) = ground();
        let first = repository.lay_draft("records/a.toml", b"old", b"one").unwrap();
        let second = repository.lay_draft("records/a.toml", b"other", b"two").unwrap();
        assert_eq!(repository.drafts_of("records/a.toml").unwrap(), [first.clone(), second.clone()]);
        assert!(first.began_with(b"old") && !second.began_with(b"old"));
        let taken = repository.take_up_draft(&first, "records/a.toml").unwrap();
        assert!(!repository.has_draft(&first) && taken.began_with(b"old"));
        assert_eq!(repository.read_draft(&taken).unwrap(), b"one");
        assert!(!repository.drop_draft(&taken, b"other").unwrap(), "what is written nowhere else stays");
        assert!(repository.drop_draft(&taken, b"one").unwrap());
        assert_eq!(repository.drafts_of("records/a.toml").unwrap(), [second]);
    }

    #[test]
    fn the_names_are_known_and_others_are_not() {
        let (_root, repository) = ground();
        let draft = repository.lay_draft("records/a.toml", b"", b"").unwrap();
        assert!(is_draft(draft.path.rsplit('/').next().unwrap()));
        for other in [
            ".track-edit-a.toml",
            ".track-edit-a.1.toml",
            ".track-edit-.1.01234567.toml",
            "a.1.01234567.toml",
        ] {
            assert!(!is_draft(other), "{other}");
        }
    }
}
