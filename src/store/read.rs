//! Reads one file, guarded: a plain one, no link, of bounded size.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use super::LARGEST;
use super::fault::FileFaultKind;
use super::folder::{Folder, Kind};

/// The same as a length in memory.
const MOST: usize = 1 << 20;
const _: () = assert!(MOST as u64 == LARGEST);

/// Reads files one after the other into the same buffer.
#[derive(Debug, Default)]
pub(super) struct Reader {
    buffer: Vec<u8>,
}

impl Reader {
    /// Reads a file of a folder whole.
    pub(super) fn read(&mut self, folder: &Folder, name: &OsStr) -> Result<&[u8], FileFaultKind> {
        let mut file = folder.open_file(name).map_err(|error| why_not_opened(folder, name, error))?;
        let told = file.metadata()?;
        if !told.is_file() {
            // Something else was put there since the folder was read.
            return Err(why_not_opened(folder, name, io::Error::other("it is not a file")));
        }
        let size = match usize::try_from(told.len()) {
            Ok(size) if size <= MOST => size,
            _ => return Err(FileFaultKind::TooLarge { bytes: told.len() }),
        };
        let length = self.fill(&mut file, size)?;
        if length > MOST {
            return Err(FileFaultKind::TooLarge { bytes: length as u64 });
        }
        Ok(&self.buffer[..length])
    }

    /// Reads to the end, or to one byte more than a record may have; `size` is what the file was said to have.
    fn fill(&mut self, file: &mut File, size: usize) -> io::Result<usize> {
        let mut length = 0;
        // One byte more than said is asked for, so that a file that has grown is noticed.
        let mut want = size + 1;
        loop {
            if self.buffer.len() < want {
                self.buffer.resize(want, 0);
            }
            match file.read(&mut self.buffer[length..want]) {
                Ok(0) => return Ok(length),
                Ok(read) => length += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
            if length == size || length > MOST {
                return Ok(length);
            }
            if length == want {
                want = (want * 2).clamp(4096, MOST + 1);
            }
        }
    }
}

/// Looks what stands under a name: a text, or something that is no record's text; an error where nobody can tell.
pub(super) fn look(folder: &Folder, name: &OsStr) -> io::Result<Option<Vec<u8>>> {
    match Reader::default().read(folder, name) {
        Ok(bytes) => Ok(Some(bytes.to_vec())),
        Err(FileFaultKind::Unreadable { kind, message }) => match folder.kind(name) {
            // A folder opens, and only then says that it is none to read.
            Ok(Kind::Folder) => Ok(None),
            _ => Err(io::Error::new(kind, message)),
        },
        Err(_) => Ok(None),
    }
}

/// Says why a name could not be opened, by what stands there.
pub(super) fn why_not_opened(folder: &Folder, name: &OsStr, error: io::Error) -> FileFaultKind {
    match folder.kind(name) {
        Ok(Kind::Link) => FileFaultKind::Link,
        Ok(kind @ Kind::Other(_)) => FileFaultKind::NotAFile(kind.word()),
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &[u8], said: usize) -> (usize, Vec<u8>) {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("a");
        std::fs::write(&path, text).unwrap();
        let mut reader = Reader::default();
        let length = reader.fill(&mut File::open(path).unwrap(), said).unwrap();
        (length, reader.buffer[..length].to_vec())
    }

    #[test]
    fn a_file_is_read_whole_whatever_its_size_was_said_to_be() {
        let text: Vec<u8> = (0..20_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        for said in [0, 1, 19_999, 20_000, 20_001, 500_000] {
            let (length, read) = filled(&text, said);
            assert!(read == text && length == text.len(), "{said}");
        }
        assert_eq!(filled(b"", 0).0, 0);
        assert_eq!(filled(b"", 7).0, 0);
    }

    #[test]
    fn growth_past_the_bound_is_noticed_by_one_byte() {
        let text = vec![b'a'; MOST + 5000];
        for said in [0, 10, MOST - 1, MOST] {
            assert_eq!(filled(&text, said).0, MOST + 1, "{said}");
        }
    }
}
