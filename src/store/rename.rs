//! Gives a record another id: every reference with it, or nothing.
//!
//! The record is first made under its new id, then each reference is changed, then the old file goes. So at every moment, and
//! after a kill at any of them, each record is whole and each reference names a record that is there; the same rename, run
//! again, goes on where it was cut off.

use super::folder::Kind;
use super::write_error::{Standing, WriteError};
use super::writing::Writing;

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

/// What became of a reference that was to be put back.
enum Back {
    /// It stands as before.
    Settled,
    /// It stands as before, but a power cut might bring the change back.
    Unproven,
    /// It stands changed, or nobody can tell.
    Not,
}

impl Writing<'_> {
    /// Renames a record; all of it is on the disk when this returns without an error.
    ///
    /// # Errors
    /// The first step that failed; what was done before it is taken back. Once the old file is gone all is done, and
    /// nothing is.
    pub fn rename(&self, rename: &Rename<'_>) -> Result<(), WriteError> {
        let made = self.make_again(rename)?;
        for (n, reference) in rename.references.iter().enumerate() {
            if let Err(cause) = self.replace(&reference.path, &reference.old, &reference.new) {
                let reached = n + usize::from(cause.standing() == Standing::Unproven);
                return Err(self.take_back(rename, made, reached, cause));
            }
        }
        self.remove(rename.from, rename.old).map_err(|cause| match cause.standing() {
            Standing::Gone => WriteError::Renamed { cause: Box::new(cause) },
            _ => self.take_back(rename, made, rename.references.len(), cause),
        })
    }

    /// Makes the record under its new id; false where a rename that was cut off has made it already.
    fn make_again(&self, rename: &Rename<'_>) -> Result<bool, WriteError> {
        match self.create_like(rename.to, rename.new, rename.from) {
            Ok(()) => Ok(true),
            Err(WriteError::Taken { path }) => {
                let same = path == rename.to && self.read(rename.to).is_ok_and(|bytes| bytes == rename.new);
                if same { Ok(false) } else { Err(WriteError::Taken { path }) }
            }
            Err(cause) if cause.standing() == Standing::Unproven => {
                Err(self.take_back(rename, true, 0, cause))
            }
            Err(error) => Err(error),
        }
    }

    /// Takes back what was done, the last first: the references that were reached, then the new file.
    fn take_back(&self, rename: &Rename<'_>, made: bool, reached: usize, cause: WriteError) -> WriteError {
        // If the old file cannot be seen, each reference must go on naming the new one.
        let old_is_there = self.is_there(rename.from);
        let (mut left, mut settled) = (Vec::new(), old_is_there);
        for reference in rename.references[..reached].iter().rev() {
            match self.put_back(reference, old_is_there) {
                Back::Settled => {}
                Back::Unproven => settled = false,
                Back::Not => left.push(reference.path.clone()),
            }
        }
        // While anything names the new id, or might after a power cut, it stays.
        if made && !(left.is_empty() && settled && self.is_removed(rename)) {
            left.push(rename.to.to_owned());
        }
        WriteError::Rename { cause: Box::new(cause), left }
    }

    fn put_back(&self, reference: &Rewrite, may_be: bool) -> Back {
        match self.read(&reference.path) {
            Ok(bytes) if bytes == reference.old => return Back::Settled,
            Ok(bytes) if bytes == reference.new && may_be => {}
            _ => return Back::Not,
        }
        match self.replace(&reference.path, &reference.new, &reference.old) {
            Ok(()) => Back::Settled,
            Err(error) if error.standing() == Standing::Unproven => Back::Unproven,
            Err(_) => Back::Not,
        }
    }

    /// Removes the new file; tells whether it is gone.
    fn is_removed(&self, rename: &Rename<'_>) -> bool {
        match self.remove(rename.to, rename.new) {
            Ok(()) => true,
            Err(error) => error.standing() == Standing::Gone,
        }
    }

    fn is_there(&self, path: &str) -> bool {
        self.folder_of(path).is_ok_and(|(folder, name)| matches!(folder.kind(name), Ok(Kind::File)))
    }
}
