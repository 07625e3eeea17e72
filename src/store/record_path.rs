//! The path of a record from the root, taken apart and judged.

use std::fmt;
use std::path::{Component, Path};

use super::name::{ends_in_toml, id_of};
use super::{DEEPEST, RECORDS};
use crate::model::{IdFault, RecordId};
use crate::text::visible;

/// Why no record can be made at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathFault {
    /// It does not lie within `records/`, or is no path with plain names and `/`.
    Outside,
    /// A folder's name is one that not every system can hold, or that would be passed over.
    Folder(String),
    /// It has too many folders.
    TooDeep,
    /// The name does not end in `.toml`.
    NotToml,
    /// The name's stem is no id.
    Id(IdFault),
}

/// A path at which a record can be made.
#[derive(Debug)]
pub(super) struct RecordPath<'p> {
    /// The folders from the root on: `records` and those below it.
    pub(super) folders: Vec<&'p str>,
    /// The file's name.
    pub(super) name: &'p str,
    /// The id that the name says.
    pub(super) id: RecordId,
}

impl<'p> RecordPath<'p> {
    /// Takes a path apart that a new record shall have.
    pub(super) fn parse(path: &'p str) -> Result<Self, PathFault> {
        let (folders, name) = split(path).ok_or(PathFault::Outside)?;
        if folders.len() > DEEPEST + 1 {
            return Err(PathFault::TooDeep);
        }
        if let Some(odd) = folders.iter().find(|folder| !is_portable(folder)) {
            return Err(PathFault::Folder((*odd).to_owned()));
        }
        if !ends_in_toml(name) {
            return Err(PathFault::NotToml);
        }
        let id = id_of(name).map_err(PathFault::Id)?;
        Ok(Self { folders, name, id })
    }
}

/// Splits a path into its folders, `records` first, and its name; none where a part is no plain name.
pub(super) fn split(path: &str) -> Option<(Vec<&str>, &str)> {
    let (folders, name) = path.rsplit_once('/')?;
    let folders: Vec<_> = folders.split('/').collect();
    let plain = |part: &&str| {
        let mut parts = Path::new(part).components();
        matches!((parts.next(), parts.next()), (Some(Component::Normal(same)), None) if same == *part)
            && !part.contains('\0')
    };
    (folders.first() == Some(&RECORDS) && folders.iter().all(plain) && plain(&name))
        .then_some((folders, name))
}

/// Tells whether every system can hold a folder of this name, and the walk goes into it.
fn is_portable(folder: &str) -> bool {
    let stem = folder.split('.').next().unwrap_or_default().to_ascii_lowercase();
    !folder.starts_with('.')
        && !folder.ends_with(['.', ' '])
        && !folder.contains(['<', '>', ':', '"', '\\', '|', '?', '*'])
        && visible(folder) == folder
        && folder.len() <= 255
        && !ends_in_toml(folder)
        && RecordId::new(&stem) != Err(IdFault::Reserved)
}

impl fmt::Display for PathFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outside => f.write_str("a record lies within `records/`"),
            Self::Folder(name) => write!(f, "`{}` is no name for a folder of records", visible(name)),
            Self::TooDeep => write!(f, "a record lies in at most {DEEPEST} folders below `records/`"),
            Self::NotToml => f.write_str("the name of a record ends in `.toml`"),
            Self::Id(fault) => fault.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_are_taken_apart() {
        let path = RecordPath::parse("records/2020/peel files/a-1.toml").unwrap();
        assert_eq!(path.folders, ["records", "2020", "peel files"]);
        assert_eq!((path.name, path.id.as_str()), ("a-1.toml", "a-1"));
    }

    #[test]
    fn odd_paths_are_refused() {
        let odd = |name: &str| PathFault::Folder(name.to_owned());
        for (path, fault) in [
            ("a.toml", PathFault::Outside),
            ("", PathFault::Outside),
            ("/records/a.toml", PathFault::Outside),
            ("records//a.toml", PathFault::Outside),
            ("records/./a.toml", PathFault::Outside),
            ("records/../a.toml", PathFault::Outside),
            ("records/x/../../a.toml", PathFault::Outside),
            ("Records/a.toml", PathFault::Outside),
            ("records/a\0/a.toml", PathFault::Outside),
            ("records/", PathFault::Outside),
            ("records/.git/a.toml", odd(".git")),
            ("records/x.toml/a.toml", odd("x.toml")),
            ("records/nul/a.toml", odd("nul")),
            ("records/Nul.x/a.toml", odd("Nul.x")),
            ("records/a /a.toml", odd("a ")),
            ("records/a\u{1b}/a.toml", odd("a\u{1b}")),
            ("records/c:/a.toml", odd("c:")),
            ("records/a", PathFault::NotToml),
            ("records/a.toml.bak", PathFault::NotToml),
            ("records/A.toml", PathFault::Id(IdFault::Character('A'))),
            ("records/a.TOML", PathFault::Id(IdFault::Character('T'))),
            ("records/.toml", PathFault::Id(IdFault::Empty)),
        ] {
            assert_eq!(RecordPath::parse(path).unwrap_err(), fault, "{path:?}");
        }
        let folders = |n: usize| format!("records/{}a.toml", "f/".repeat(n));
        assert!(RecordPath::parse(&folders(DEEPEST)).is_ok());
        assert_eq!(RecordPath::parse(&folders(DEEPEST + 1)).unwrap_err(), PathFault::TooDeep);
    }
}
