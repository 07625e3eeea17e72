//! Writes files into a folder that the user named: none over another unless that was asked for, and each whole or not at all.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::folder::{Folder, Kind};
use super::output_file::OutputFile;

/// Why files could not be written.
#[derive(Debug)]
pub enum OutputError {
    /// Something stands where they would stand; nothing was written.
    Stands {
        /// The paths.
        paths: Vec<PathBuf>,
    },
    /// The machine failed.
    Failed {
        /// What was to be written.
        path: PathBuf,
        /// Why it was not.
        error: io::Error,
        /// How many files were written before it, and are whole.
        written: usize,
    },
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stands { paths } => {
                let first = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
                match paths.len() {
                    1 => write!(f, "`{first}` is there already; nothing was written"),
                    all => write!(f, "`{first}` and {} more are there already; nothing was written", all - 1),
                }
            }
            Self::Failed { path, error, written: 0 } => {
                write!(f, "cannot write `{}`: {error}; nothing was written before it", path.display())
            }
            Self::Failed { path, error, written } => {
                let path = path.display();
                write!(f, "cannot write `{path}`: {error}; the {written} written before it are whole")
            }
        }
    }
}

impl std::error::Error for OutputError {}

/// Writes files by their names into a folder, which is made if it is missing.
///
/// Without `overwrite` nothing is written where anything stands in the way; with it, only plain files are replaced.
///
/// # Errors
/// Something stands in the way, or the machine failed; what was written before that is whole.
pub fn write_outputs(dir: &Path, files: &[(String, String)], overwrite: bool) -> Result<(), OutputError> {
    let failed = |name: &str, error, written| OutputError::Failed { path: dir.join(name), error, written };
    std::fs::create_dir_all(dir).map_err(|error| failed("", error, 0))?;
    let folder = Folder::open(dir).map_err(|error| failed("", error, 0))?;
    let mut paths = Vec::new();
    for (name, _) in files {
        match folder.kind(OsStr::new(name)) {
            Ok(Kind::File) if overwrite => {}
            Ok(_) => paths.push(dir.join(name)),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(failed(name, error, 0)),
        }
    }
    if !paths.is_empty() {
        return Err(OutputError::Stands { paths });
    }
    for (written, (name, text)) in files.iter().enumerate() {
        let file = OutputFile::at(&dir.join(name), overwrite);
        let done = file.and_then(|file| file.write(text.as_bytes()));
        done.map_err(|error| failed(name, error.into_io(), written))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over_another_unless_asked() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path().join("a/b");
        let files = |text: &str| [("x.1".to_owned(), text.to_owned()), ("y.1".to_owned(), text.to_owned())];
        write_outputs(&dir, &files("one"), false).unwrap();
        std::fs::remove_file(dir.join("x.1")).unwrap();
        let error = write_outputs(&dir, &files("two"), false).unwrap_err();
        assert!(error.to_string().contains("y.1` is there already; nothing was written"), "{error}");
        assert!(!dir.join("x.1").exists());
        write_outputs(&dir, &files("three"), true).unwrap();
        for name in ["x.1", "y.1"] {
            assert_eq!(std::fs::read_to_string(dir.join(name)).unwrap(), "three");
        }
        assert_eq!(std::fs::read_dir(&dir).unwrap().count(), 2);
        std::fs::remove_file(dir.join("y.1")).unwrap();
        std::fs::create_dir(dir.join("y.1")).unwrap();
        let error = write_outputs(&dir, &files("four"), true).unwrap_err();
        assert!(matches!(error, OutputError::Stands { .. }), "{error}");
        assert_eq!(std::fs::read_to_string(dir.join("x.1")).unwrap(), "three");
    }
}
