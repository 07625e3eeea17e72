//! The hidden name under which a record's old and new text change places: `.track-PID-N-OLD-NEW-NAME.tmp`.
//!
//! Between that step and the look at what came out, the file may hold what somebody saved at the same moment. The name says
//! which two texts may go; anything else is kept, under a name that people see, by whoever clears it away: the write itself,
//! or after a kill the sweep of the next one.

use std::ffi::OsStr;
use std::hash::{DefaultHasher, Hasher};

use super::folder::Folder;
use super::read::look;

/// What the name says.
#[derive(Debug)]
struct Aside<'n> {
    pid: &'n str,
    n: &'n str,
    known: [&'n str; 2],
    record: &'n str,
}

/// Makes the name from that of a temporary, for a record and the two texts that are known.
pub(super) fn name(temporary: &str, record: &OsStr, old: &[u8], new: &[u8]) -> String {
    let stem = temporary.strip_suffix(".tmp").unwrap_or(temporary);
    format!("{stem}-{}-{}-{}.tmp", digest(old), digest(new), record.to_string_lossy())
}

/// Tells whether a name is such a one.
pub(super) fn is_aside(name: &str) -> bool {
    parse(name).is_some()
}

/// Takes the file away if it holds one of the two texts, and otherwise keeps it; returns the name under which it is kept.
///
/// None is returned as well where nobody can tell: one that cannot be read stays where it is, for the next write to look at.
pub(super) fn clear(folder: &Folder, name: &str) -> Option<String> {
    let aside = parse(name)?;
    let kept = format!("{}.kept-{}-{}", aside.record, aside.pid, aside.n);
    let known = |bytes: &[u8]| aside.known.contains(&digest(bytes).as_str());
    match look(folder, OsStr::new(name)) {
        Ok(Some(bytes)) if known(&bytes) => {
            // One that stays is passed over, and looked at again by the next write.
            let _ = folder.remove_file(OsStr::new(name));
            None
        }
        Err(_) => None,
        Ok(_) => match folder.rename_new(OsStr::new(name), OsStr::new(&kept)) {
            Ok(()) => Some(kept),
            Err(_) => Some(name.to_owned()),
        },
    }
}

fn parse(name: &str) -> Option<Aside<'_>> {
    let rest = name.strip_prefix(".track-")?.strip_suffix(".tmp")?;
    let mut parts = rest.splitn(5, '-');
    let [pid, n, old, new, record] = [(); 5].map(|()| parts.next().unwrap_or_default());
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let hex = |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let whole = digits(pid) && digits(n) && hex(old) && hex(new) && !record.is_empty();
    whole.then_some(Aside { pid, n, known: [old, new], record })
}

/// A number that tells texts apart. Should another release count otherwise, a left-over is kept instead of taken away.
pub(super) fn digest(text: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(text);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn example() -> String {
        name(".track-12-3.tmp", OsStr::new("2020-02-custody.toml"), b"old", b"new")
    }

    #[test]
    fn the_names_are_known_and_others_are_not() {
        let name = example();
        assert!(is_aside(&name), "{name}");
        let short = name.replace(&digest(b"old"), "12");
        for other in [".track-12-3.tmp", ".track-12-3-a-b-c.tmp", &name[1..], short.as_str()] {
            assert!(!is_aside(other), "{other}");
        }
        assert!(!super::super::temporary::is_ours(&name));
    }

    #[test]
    fn known_texts_go_and_anything_else_is_kept_in_sight() {
        let name = example();
        for (text, stays) in [("old", false), ("new", false), ("", true), ("theirs", true)] {
            let root = tempfile::tempdir().unwrap();
            let folder = Folder::open(root.path()).unwrap();
            fs::write(root.path().join(&name), text).unwrap();
            let kept = clear(&folder, &name);
            assert!(!root.path().join(&name).exists());
            assert_eq!(kept, stays.then(|| "2020-02-custody.toml.kept-12-3".to_owned()), "{text}");
            assert!(kept.is_none_or(|kept| fs::read_to_string(root.path().join(kept)).unwrap() == text));
        }
    }

    #[test]
    fn one_that_cannot_be_kept_in_sight_stays() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::open(root.path()).unwrap();
        let name = example();
        assert_eq!(clear(&folder, &name), None, "none is there");
        fs::write(root.path().join(&name), "theirs").unwrap();
        fs::write(root.path().join("2020-02-custody.toml.kept-12-3"), "other").unwrap();
        assert_eq!(clear(&folder, &name).as_deref(), Some(name.as_str()));
        assert_eq!(fs::read_to_string(root.path().join(&name)).unwrap(), "theirs");
    }
}
