//! Gives a record another id: every reference with it, or nothing.
//!
//! The record is first made under its new id, then each reference is changed, then the old file goes. So at every moment, and
//! after a kill at any of them, each record is whole and each reference names a record that is there; the same rename, run
//! again, goes on where it was cut off.

use super::write_error::WriteError;
use super::writing::Writing;
use super::{folder::Folder, record_path};

/// A record under another id.
#[derive(Debug)]
pub struct Rename<'r> {
    /// Its path from the root.
    pub from: &'r str,
    /// The path that it shall have.
    pub to: &'r str,
    /// What stands in it.
    pub old: &'r [u8],
    /// What shall stand in it.
    pub new: &'r [u8],
    /// The records that name it.
    pub references: Vec<Rewrite>,
}

/// A record with another text.
#[derive(Debug)]
pub struct Rewrite {
    /// Its path from the root.
    pub path: String,
    /// What stands in it.
    pub old: Vec<u8>,
    /// What shall stand in it.
    pub new: Vec<u8>,
}

impl Writing<'_> {
    /// Renames a record; all of it is on the disk when this returns without an error.
    ///
    /// # Errors
    /// The first step that failed; what was done before it is taken back.
    pub fn rename(&self, rename: &Rename<'_>) -> Result<(), WriteError> {
        let made = self.make_again(rename)?;
        let steps = || {
            for reference in &rename.references {
                self.replace(&reference.path, &reference.old, &reference.new)?;
            }
            self.remove(rename.from, rename.old)
        };
        steps().map_err(|cause| self.take_back(rename, made, cause))
    }

    /// Makes the record under its new id; false where a rename that was cut off has made it already.
    fn make_again(&self, rename: &Rename<'_>) -> Result<bool, WriteError> {
        match self.create(rename.to, rename.new) {
            Ok(()) => {}
            Err(WriteError::Taken { path }) => {
                let same = path == rename.to && self.read(rename.to).is_ok_and(|bytes| bytes == rename.new);
                return if same { Ok(false) } else { Err(WriteError::Taken { path }) };
            }
            Err(error) => return Err(error),
        }
        self.same_mode(rename).map_err(|cause| self.take_back(rename, true, cause))?;
        Ok(true)
    }

    /// Gives the new file the mode of the old one.
    fn same_mode(&self, rename: &Rename<'_>) -> Result<(), WriteError> {
        let failed = |error| WriteError::Failed {
            doing: "keep the mode of",
            path: self.repository.root.join(rename.to),
            error,
            standing: super::Standing::Nothing,
        };
        let (folder, old) = self.folder_of(rename.from)?;
        let Some((_, new)) = record_path::split(rename.to) else { return Ok(()) };
        let mode = folder.mode(old).map_err(failed)?;
        let file = folder.open_file(new.as_ref()).map_err(failed)?;
        Folder::give_mode(&file, &mode).map_err(failed)
    }

    /// Takes back what was done, the last first.
    fn take_back(&self, rename: &Rename<'_>, made: bool, cause: WriteError) -> WriteError {
        let mut left = Vec::new();
        let gone = self.read(rename.from).is_err();
        if gone && self.create(rename.from, rename.old).is_err() {
            left.push(rename.from.to_owned());
        }
        for reference in rename.references.iter().rev() {
            let changed = self.read(&reference.path).is_ok_and(|bytes| bytes == reference.new);
            if changed && self.replace(&reference.path, &reference.new, &reference.old).is_err() {
                left.push(reference.path.clone());
            }
        }
        // While anything names the new id, it stays.
        if made && (!left.is_empty() || self.remove(rename.to, rename.new).is_err()) {
            left.push(rename.to.to_owned());
        }
        WriteError::Rename { cause: Box::new(cause), left }
    }
}
