//! Which records differ from what git keeps under a revision.
//!
//! git is asked what it keeps, and the bytes are compared with those in the folder here: git itself would run the filters
//! of the repository's settings to compare them, and may pass over a file by its times or by a mark in its index.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::fault::{FileFault, FileFaultKind};
use super::git::{Silence, is_elsewhere, is_same, reason};
use super::name::spelt_out_bytes;
use super::{Listing, RECORDS, Repository, SETTINGS, SinceError};

/// What differs from a revision.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// The paths of the records that are new or differ, from the root. Those that are gone are not among them.
    pub paths: BTreeSet<String>,
    /// Whether the settings differ.
    pub settings: bool,
    /// How many records were passed over because git is told to ignore them.
    pub ignored: usize,
}

/// What git keeps of the records: the mode and the name of the object for each path from the root.
struct Kept(BTreeMap<String, (String, String)>);

/// The mode of a link.
const LINK: &str = "120000";

impl Repository {
    /// Asks git which records differ between the folder as it stands and the commit at which this branch left a revision.
    ///
    /// A renamed record is new under its new name. Only reads; no hook or filter is run.
    pub fn since(&self, revision: &str) -> Result<Since, SinceError> {
        let kept = self.kept(&self.base(revision)?)?;
        let listing = self.list_paths()?;
        let mut since = Since { settings: self.settings_differ(&kept)?, ..Since::default() };
        let mut new: Vec<&str> = Vec::new();
        let mut there: Vec<(&str, &str)> = Vec::new();
        for listed in listing.records() {
            match kept.blob(listed.path) {
                Some(object) => there.push((listed.path, object)),
                None => new.push(listed.path),
            }
        }
        new.extend(new_faults(&listing, &kept));
        let ignored = if new.is_empty() { HashSet::new() } else { self.ignored()? };
        for path in new {
            if ignored.contains(path) {
                since.ignored += 1;
            } else {
                since.paths.insert(path.to_owned());
            }
        }
        since.paths.extend(self.differing(&there)?.into_iter().map(str::to_owned));
        Ok(since)
    }

    /// The commit to compare with: the newest that this branch and the revision have in common.
    fn base(&self, revision: &str) -> Result<String, SinceError> {
        let told = self.git(&["rev-parse", "--is-inside-work-tree", "--is-shallow-repository"]);
        let told = told.map_err(|silence| self.silent(silence))?;
        let told = String::from_utf8_lossy(&told);
        let mut told = told.lines();
        if told.next() != Some("true") {
            return Err(SinceError::NoGitRepository);
        }
        let shallow = told.next() == Some("true");
        let Some(wanted) = self.commit(revision)? else {
            let is_empty = !shallow && self.commit("HEAD")?.is_none();
            let revision = revision.to_owned();
            return Err(if is_empty {
                SinceError::NoCommits
            } else {
                SinceError::Unknown { revision, shallow }
            });
        };
        let here = self.commit("HEAD")?.ok_or(SinceError::NoCommits)?;
        match self.git(&["merge-base", &wanted, &here]) {
            Ok(base) => {
                object_name(&base).ok_or(SinceError::Apart { revision: revision.to_owned(), shallow })
            }
            Err(Silence::Nothing(_)) => Err(SinceError::Apart { revision: revision.to_owned(), shallow }),
            Err(silence) => Err(self.silent(silence)),
        }
    }

    /// The full name of the commit that a revision names, if it names one.
    fn commit(&self, revision: &str) -> Result<Option<String>, SinceError> {
        // None of these names a commit, and git shall take none for an option or for more than one word.
        if revision.is_empty() || revision.starts_with('-') || revision.contains(char::is_control) {
            return Ok(None);
        }
        let peeled = format!("{revision}^{{commit}}");
        match self.git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &peeled]) {
            Ok(told) => Ok(object_name(&told)),
            Err(Silence::Failed(_) | Silence::Nothing(_)) => Ok(None),
            Err(silence) => Err(self.silent(silence)),
        }
    }

    /// What git keeps of the records in a commit.
    fn kept(&self, commit: &str) -> Result<Kept, SinceError> {
        let tree = self.git(&["ls-tree", "-r", "-z", commit, RECORDS, SETTINGS]);
        let tree = tree.map_err(|silence| self.silent(silence))?;
        let entries = tree.split(|byte| *byte == 0).filter_map(|entry| {
            let tab = entry.iter().position(|byte| *byte == b'\t')?;
            let head = std::str::from_utf8(&entry[..tab]).ok()?;
            let mut words = head.split(' ');
            let (mode, _, object) = (words.next()?, words.next()?, words.next()?);
            Some((spelt_out_bytes(&entry[tab + 1..]), (mode.to_owned(), object.to_owned())))
        });
        Ok(Kept(entries.collect()))
    }

    fn settings_differ(&self, kept: &Kept) -> Result<bool, SinceError> {
        let here = self.settings_text()?;
        let mut differ = true;
        match (here, kept.blob(SETTINGS)) {
            (None, None) => differ = kept.0.contains_key(SETTINGS),
            (Some(here), Some(object)) => {
                self.blobs(&[object], &mut |_, there| {
                    differ = there.is_none_or(|there| !is_same(&here, there));
                })?;
            }
            _ => {}
        }
        Ok(differ)
    }

    /// The paths at which something else stands in the folder than git keeps; also what cannot be compared.
    fn differing<'p>(&self, kept: &[(&'p str, &str)]) -> Result<Vec<&'p str>, SinceError> {
        let objects: Vec<&str> = kept.iter().map(|(_, object)| *object).collect();
        let mut differing = Vec::new();
        self.blobs(&objects, &mut |index, there| {
            let (path, _) = kept[index];
            let here = there.and_then(|there| Some((self.read(path).ok()?, there)));
            if here.is_none_or(|(here, there)| !is_same(&here, there)) {
                differing.push(path);
            }
        })?;
        Ok(differing)
    }

    fn blobs(&self, objects: &[&str], take: &mut dyn FnMut(usize, Option<&[u8]>)) -> Result<(), SinceError> {
        if objects.is_empty() {
            return Ok(());
        }
        self.git_blobs(objects, take).map_err(|silence| self.silent(silence))
    }

    /// The paths that git is told to ignore, and does not keep all the same.
    fn ignored(&self) -> Result<HashSet<String>, SinceError> {
        let told =
            self.git(&["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", RECORDS]);
        let told = told.map_err(|silence| self.silent(silence))?;
        Ok(told.split(|byte| *byte == 0).map(spelt_out_bytes).collect())
    }

    fn silent(&self, silence: Silence) -> SinceError {
        match silence {
            Silence::Missing => SinceError::NoGit,
            Silence::Failed(said) | Silence::Nothing(said) if is_elsewhere(&said) => {
                SinceError::NoGitRepository
            }
            Silence::Failed(said) | Silence::Nothing(said) => SinceError::Refused {
                why: reason(&said),
                top: self.git_top().unwrap_or(&self.root).to_owned(),
            },
        }
    }
}

impl Kept {
    /// The object that is kept at a path as a plain file.
    fn blob(&self, path: &str) -> Option<&str> {
        let (mode, object) = self.0.get(path)?;
        mode.starts_with("100").then_some(object)
    }

    /// Whether something is kept below a folder.
    fn has_below(&self, folder: &str) -> bool {
        let folder = format!("{folder}/");
        self.0.range(folder.clone()..).next().is_some_and(|(path, _)| path.starts_with(&folder))
    }
}

/// The paths of what can be no record and was not there already, or not as such.
fn new_faults<'l>(listing: &'l Listing, kept: &Kept) -> impl Iterator<Item = &'l str> {
    let is_old = |FileFault { path, kind }: &FileFault| match kind {
        FileFaultKind::Link => kept.0.get(path).is_some_and(|(mode, _)| mode == LINK),
        FileFaultKind::NotAFile(_) | FileFaultKind::TooDeep => kept.has_below(path),
        FileFaultKind::NotUnicode => kept.blob(path).is_some() || kept.has_below(path),
        FileFaultKind::NotARecord | FileFaultKind::BadName(_) | FileFaultKind::Outside => {
            kept.blob(path).is_some()
        }
        FileFaultKind::Unreadable { .. } | FileFaultKind::TooLarge { .. } => false,
    };
    let new: Vec<&str> =
        listing.faults.iter().filter(|fault| !is_old(fault)).map(|fault| fault.path.as_str()).collect();
    new.into_iter()
}

/// The name of an object, if git answered with nothing else.
fn object_name(told: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(told).ok()?.lines().next()?;
    (name.len() >= 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| name.to_owned())
}
