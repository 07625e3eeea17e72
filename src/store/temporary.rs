//! The hidden temporaries that a write goes through: `.track-PID-N.tmp`.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use super::folder::Folder;

static NEXT: AtomicU64 = AtomicU64::new(0);
/// How many names are tried: another host on the same share may have a process of the same number.
const TRIES: usize = 64;

/// A new file under a name that nobody else uses.
#[derive(Debug)]
pub(super) struct Temporary {
    /// The name.
    pub(super) name: String,
    /// The file, open for writing.
    pub(super) file: File,
}

impl Temporary {
    /// Makes one in a folder.
    pub(super) fn create(folder: &Folder) -> io::Result<Self> {
        let mut refusal = io::Error::from(io::ErrorKind::AlreadyExists);
        for _ in 0..TRIES {
            let name = next_name();
            match folder.create_new(OsStr::new(&name)) {
                Ok(file) => return Ok(Self { name, file }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => refusal = error,
                Err(error) => return Err(error),
            }
        }
        Err(refusal)
    }
}

/// Makes a name that this process has not used yet.
pub(super) fn next_name() -> String {
    format!(".track-{}-{}.tmp", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Tells whether a name is one of a temporary of ours.
pub(super) fn is_ours(name: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    name.strip_prefix(".track-")
        .and_then(|rest| rest.strip_suffix(".tmp"))
        .and_then(|rest| rest.split_once('-'))
        .is_some_and(|(pid, n)| digits(pid) && digits(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_names_are_known_and_others_are_not() {
        assert!(is_ours(&next_name()));
        for other in [".track-1.tmp", ".track-a-1.tmp", ".track--1.tmp", "track-1-1.tmp", ".track-1-1.tmp2"] {
            assert!(!is_ours(other), "{other}");
        }
    }
}
