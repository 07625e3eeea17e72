//! What lies around a folder in which records shall be kept: other repositories, git.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

use super::folder::Folder;
use super::name::spelt_out;
use super::{Repository, StoreError};

impl Repository {
    /// Takes a folder, there or not, in which records shall begin; nothing is made yet.
    ///
    /// As far as the path is there, links in it are followed: it is one that the user gave.
    pub fn beginning_at(dir: &Path) -> Result<Self, StoreError> {
        let dir = std::path::absolute(dir).map_err(|error| StoreError::io("find", dir, error))?;
        if cfg!(windows) {
            return Ok(Self { root: dir }); // in plain form already; the other form begins with `\\?\`
        }
        let there = dir.ancestors().find_map(|folder| Some((folder, folder.canonicalize().ok()?)));
        let Some((folder, mut root)) = there else { return Ok(Self { root: dir }) };
        if !root.is_dir() {
            return Err(StoreError::NotThe { path: root, wanted: "folder", found: "file" });
        }
        for part in dir.strip_prefix(folder).unwrap_or(Path::new("")).components() {
            match part {
                Component::ParentDir => root.pop(),
                part => {
                    root.push(part);
                    true
                }
            };
        }
        Ok(Self { root })
    }

    /// Makes the folder itself, and those above it that are missing.
    pub fn make_root(&self) -> Result<(), StoreError> {
        let missing: Vec<&Path> = self.root.ancestors().take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            let failed = |error| StoreError::io("make the folder", folder, error);
            match fs::create_dir(folder) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                made => made.map_err(failed)?,
            }
            // One that may not be read cannot be brought onto the disk by us.
            if let Some(Ok(parent)) = folder.parent().map(Folder::open) {
                parent.sync().map_err(failed)?;
            }
        }
        Ok(())
    }

    /// Whether the folder itself is there.
    pub fn has_root(&self) -> bool {
        self.root.exists()
    }

    /// The repository of records that this one would lie in.
    ///
    /// A folder `records` by itself counts only where a record lies in it: others have folders of that name too.
    pub fn around(&self) -> Option<Self> {
        let outer = Self::find(self.root.parent()?).ok()?;
        let keeps_records = outer.list_paths().is_ok_and(|listing| listing.records().next().is_some());
        (keeps_records || !matches!(outer.settings_text(), Ok(None))).then_some(outer)
    }

    /// The top of the git repository that the folder lies in: where its `.git` is.
    pub fn git_top(&self) -> Option<&Path> {
        top_above(&self.root)
    }

    /// The folder that the root is in its git repository, with `/`; empty where it is its top, or lies in none.
    pub fn folder_in_git(&self) -> String {
        let inside = || {
            // By where it really is: git takes no notice of the links on the way to it.
            let root = self.root.canonicalize().ok()?;
            let inside = root.strip_prefix(top_above(&root)?).ok()?.to_owned();
            Some(inside.components().map(|part| spelt_out(part.as_os_str())).collect::<Vec<_>>().join("/"))
        };
        inside().unwrap_or_default()
    }
}

/// The nearest folder at or above another that has a `.git`: a folder, or a file as of a submodule or a further worktree.
fn top_above(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn a_path_that_is_not_there_yet_is_put_in_plain_form() {
        let ground = tempfile::tempdir().unwrap();
        let real = Repository::beginning_at(ground.path()).unwrap().root;
        fs::create_dir(real.join("a")).unwrap();
        for (dir, root) in
            [("a", "a"), ("a/../b/c", "b/c"), ("b/../c/./d", "c/d"), ("new/..", ""), ("a/", "a")]
        {
            let found = Repository::beginning_at(&ground.path().join(dir)).unwrap().root;
            assert_eq!(found, real.join(root).components().collect::<PathBuf>(), "{dir}");
        }
    }

    #[test]
    fn a_folder_of_the_name_by_itself_is_no_repository_around() {
        let ground = tempfile::tempdir().unwrap();
        let inner = Repository::beginning_at(&ground.path().join("a/b")).unwrap();
        fs::create_dir(ground.path().join("records")).unwrap();
        fs::write(ground.path().join("records/song.txt"), "").unwrap();
        assert_eq!(inner.around(), None);
        fs::write(ground.path().join("records/a.toml"), "").unwrap();
        let around = inner.around().map(|outer| outer.root);
        assert_eq!(around.as_deref(), inner.root.ancestors().nth(2));
    }

    #[test]
    fn the_folder_in_git_is_that_below_the_nearest_top() {
        let ground = tempfile::tempdir().unwrap();
        let repository = |dir: &str| {
            fs::create_dir_all(ground.path().join(dir)).unwrap();
            Repository { root: ground.path().join(dir) }
        };
        fs::create_dir(ground.path().join(".git")).unwrap();
        assert_eq!(repository("").folder_in_git(), "");
        assert_eq!(repository("offices/b é").folder_in_git(), "offices/b é");
        assert_eq!(repository("offices/../offices/b é/.").folder_in_git(), "offices/b é");
        fs::write(ground.path().join("offices/.git"), "gitdir: ../elsewhere").unwrap();
        assert_eq!(repository("offices/c/d").folder_in_git(), "c/d", "a submodule, or a further worktree");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(ground.path().join("offices/c"), ground.path().join("link")).unwrap();
            assert_eq!(repository("link/d").folder_in_git(), "c/d");
        }
    }
}
