//! Reads the office's own layouts.

use std::ffi::OsStr;
use std::io;

use super::fault::FileFaultKind;
use super::folder::Kind;
use super::read::Reader;
use super::{Repository, StoreError, TEMPLATES};

impl Repository {
    /// Reads a template by the name of its file; none where there is no such file. No link is followed, and a name leads
    /// nowhere else: it has small letters, digits, hyphens and one dot.
    pub fn template(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        if !is_name(name) {
            return Ok(None);
        }
        let root = self.open_root()?;
        let path = self.root.join(TEMPLATES);
        let folder = match root.inner(OsStr::new(TEMPLATES)) {
            Ok(folder) => folder,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::not_opened(&root, TEMPLATES, "folder", path, error)),
        };
        let path = path.join(name);
        let error = match Reader::default().read(&folder, OsStr::new(name)) {
            Ok(text) => return Ok(Some(text.to_vec())),
            Err(FileFaultKind::Unreadable { kind: io::ErrorKind::NotFound, .. }) => return Ok(None),
            Err(FileFaultKind::TooLarge { bytes }) => return Err(StoreError::TooLarge { path, bytes }),
            Err(FileFaultKind::Unreadable { kind, message }) => io::Error::new(kind, message),
            Err(_) => io::Error::other("it is not a plain file"),
        };
        Err(StoreError::not_opened(&folder, name, "file", path, error))
    }

    /// The names of the files that templates can be, sorted, for a hint: none where the folder cannot be looked through.
    pub fn template_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let folder = self.open_root().ok().and_then(|root| root.inner(OsStr::new(TEMPLATES)).ok());
        let Some(folder) = folder else { return names };
        let looked = folder.each(&mut |name, kind| {
            let name = name.to_str().filter(|name| kind == Kind::File && is_name(name));
            names.extend(name.map(str::to_owned));
            names.len() < MOST_NAMES
        });
        if looked.is_err() {
            names.clear();
        }
        names.sort();
        names
    }
}

/// The most names that are looked for.
const MOST_NAMES: usize = 100;

fn is_name(name: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty()
            && !word.starts_with('-')
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    name.split_once('.').is_some_and(|(stem, ending)| is_word(stem) && is_word(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        for good in ["our-own.html", "2020.md"] {
            assert!(is_name(good), "{good}");
        }
        for bad in [
            "",
            ".html",
            "a",
            "a.",
            "../a.html",
            "a/b.html",
            "a.b.html",
            "A.html",
            "-a.md",
            "a\\b.md",
            "a\0.md",
        ] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
