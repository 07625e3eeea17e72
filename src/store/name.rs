//! Judges a name under `records/`: a record, a folder to walk, nothing to us, or a fault.

use std::ffi::OsStr;
use std::fmt::Write as _;

use super::draft::is_draft;
use super::fault::FileFaultKind;
use super::folder::Kind;
use super::{aside, temporary};
use crate::model::{IdFault, RecordId};

/// What a name under `records/` is to us.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A record of this id.
    Record(RecordId),
    /// A folder to walk.
    Walk,
    /// A temporary of ours that was left over.
    LeftOver,
    /// A text that an edit keeps: somebody's words.
    Draft,
    /// Nothing to us, and nobody misses it.
    PassOver,
    /// Something to name.
    Fault(FileFaultKind),
}

/// Judges a name by itself and by what it names.
pub(super) fn judge(name: &OsStr, kind: Kind) -> Verdict {
    let Some(text) = name.to_str() else {
        let bytes = name.as_encoded_bytes();
        let hidden = bytes.starts_with(b".") && !bytes.to_ascii_lowercase().ends_with(b".toml");
        return if hidden { Verdict::PassOver } else { Verdict::Fault(FileFaultKind::NotUnicode) };
    };
    // In the place of a record somebody may have put anything.
    if (temporary::is_ours(text) && kind == Kind::File) || aside::is_aside(text) {
        return Verdict::LeftOver;
    }
    if is_draft(text) && kind == Kind::File {
        return Verdict::Draft;
    }
    let toml = ends_in_toml(text);
    if text.starts_with(".#") {
        return Verdict::PassOver; // an editor's mark that somebody has the file open
    }
    if !toml && (text.starts_with('.') || (kind != Kind::Folder && is_known_stray(text))) {
        return Verdict::PassOver;
    }
    match kind {
        Kind::Link => Verdict::Fault(FileFaultKind::Link),
        Kind::Folder if !toml => Verdict::Walk,
        Kind::Folder | Kind::Other(_) => Verdict::Fault(FileFaultKind::NotAFile(kind.word())),
        Kind::File if !toml => Verdict::Fault(FileFaultKind::NotARecord),
        Kind::File => match id_of(text) {
            Ok(id) => Verdict::Record(id),
            Err(fault) => Verdict::Fault(FileFaultKind::BadName(fault)),
        },
    }
}

/// Reads the id out of a file's name.
pub(super) fn id_of(name: &str) -> Result<RecordId, IdFault> {
    let (stem, ending) = name.split_at(name.len().saturating_sub(".toml".len()));
    let id = RecordId::new(stem)?;
    match ending.chars().find(char::is_ascii_uppercase) {
        Some(capital) => Err(IdFault::Character(capital)),
        None => Ok(id),
    }
}

/// Tells whether a name ends in `.toml`, in whatever letter case.
pub(super) fn ends_in_toml(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() >= 5 && bytes[bytes.len() - 5..].eq_ignore_ascii_case(b".toml")
}

/// Tells whether two names are one to a system that does not tell letter case apart.
pub(super) fn same_but_for_case(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
        || (!(one.is_ascii() && other.is_ascii()) && one.to_lowercase() == other.to_lowercase())
}

/// Tells whether everybody knows that this file is no record: a note to readers, or what Windows leaves.
fn is_known_stray(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    ["thumbs.db", "desktop.ini"].iter().any(|stray| name.eq_ignore_ascii_case(stray))
        || stem.eq_ignore_ascii_case("readme")
}

/// Writes a name as text, with bytes that are none spelt out as `\xff`.
pub(super) fn spelt_out(name: &OsStr) -> String {
    spelt_out_bytes(name.as_encoded_bytes())
}

/// Writes bytes of a path as text, as [`spelt_out`] does.
pub(super) fn spelt_out_bytes(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a String does not fail.
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, kind: Kind) -> Verdict {
        judge(OsStr::new(name), kind)
    }

    #[test]
    fn plain_names_are_records_and_folders() {
        assert_eq!(of("a-1.toml", Kind::File), Verdict::Record(RecordId::new("a-1").unwrap()));
        assert_eq!(of("2020", Kind::Folder), Verdict::Walk);
        assert_eq!(of("README", Kind::Folder), Verdict::Walk);
    }

    #[test]
    fn what_nobody_misses_is_passed_over() {
        for name in [".DS_Store", ".gitkeep", ".a.toml.swp", "README", "README.md", "readme.txt", "Thumbs.db"]
        {
            assert_eq!(of(name, Kind::File), Verdict::PassOver, "{name}");
        }
        assert_eq!(of("Desktop.ini", Kind::File), Verdict::PassOver);
        assert_eq!(of(".git", Kind::Folder), Verdict::PassOver);
        assert_eq!(of(".track-1-2.tmp", Kind::File), Verdict::LeftOver);
        assert_eq!(of(".track-1-2.tmp", Kind::Link), Verdict::PassOver);
    }

    #[test]
    fn nothing_named_toml_is_passed_over() {
        use FileFaultKind::{BadName, Link, NotAFile};
        for (name, kind, fault) in [
            (".toml", Kind::File, BadName(IdFault::Empty)),
            (".a.toml", Kind::File, BadName(IdFault::Character('.'))),
            ("README.toml", Kind::File, BadName(IdFault::Character('R'))),
            ("a.TOML", Kind::File, BadName(IdFault::Character('T'))),
            ("a.Toml", Kind::File, BadName(IdFault::Character('T'))),
            ("con.toml", Kind::File, BadName(IdFault::Reserved)),
            (".a.toml", Kind::Link, Link),
            ("x.toml", Kind::Folder, NotAFile("folder")),
            ("x.TOML", Kind::Folder, NotAFile("folder")),
            ("x.toml", Kind::Other("fifo"), NotAFile("fifo")),
            ("a.txt", Kind::File, FileFaultKind::NotARecord),
            ("toml", Kind::File, FileFaultKind::NotARecord),
            ("other", Kind::Link, Link),
        ] {
            assert_eq!(of(name, kind), Verdict::Fault(fault), "{name}");
        }
    }

    #[test]
    fn letter_case_is_folded_beyond_ascii() {
        assert!(same_but_for_case("a.toml", "A.TOML"));
        assert!(same_but_for_case("k.toml", "\u{212a}.toml"));
        assert!(!same_but_for_case("a.toml", "b.toml"));
    }
}
