//! What the words typed so far say: which records are at hand, which of them is meant, which key.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, CommandFactory};

use crate::cli::Cli;
use crate::store::Repository;

/// What the words typed so far say.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    /// The working directory.
    pub(super) folder: PathBuf,
    /// The folder of `--repo` or its variable.
    repo: Option<PathBuf>,
    /// The id.
    id: Option<String>,
    /// The key.
    pub(super) key: Option<String>,
    /// The words of a command to be looked up.
    pub(super) command: Vec<String>,
}

impl Asked {
    /// Reads the words but for the one at a position, which is being typed; what cannot be understood is passed over.
    pub(super) fn of(words: &[OsString], at: usize, folder: &Path) -> Self {
        let others = words.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, word)| word);
        let others: Vec<&OsString> = others.collect();
        let mut asked = Self { folder: folder.to_owned(), ..Self::default() };
        let found = Cli::command().ignore_errors(true).try_get_matches_from(&others);
        let mut inner = found.as_ref().ok();
        while let Some(matches) = inner {
            asked.take(matches);
            inner = matches.subcommand().map(|(_, matches)| matches);
        }
        // Behind something that cannot be understood, no more is read; the folder counts all the same.
        let named = |(at, word): (usize, &&OsString)| match word.to_str()?.strip_prefix("--repo")? {
            "" => others.get(at + 1).map(PathBuf::from),
            rest => rest.strip_prefix('=').map(PathBuf::from),
        };
        asked.repo = others.iter().enumerate().filter_map(named).next_back().or(asked.repo);
        asked
    }

    fn take(&mut self, matches: &ArgMatches) {
        if let Ok(Some(repo)) = matches.try_get_one::<PathBuf>("repo") {
            self.repo = Some(repo.clone());
        }
        if let Ok(Some(id)) = matches.try_get_one::<String>("id") {
            self.id = Some(id.clone());
        }
        if let Ok(Some(key)) = matches.try_get_one::<String>("key") {
            self.key = Some(key.clone());
        }
        if let Ok(Some(words)) = matches.try_get_many::<String>("words") {
            self.command = words.cloned().collect();
        }
    }

    /// The repository at hand; none where there is none, or where it cannot be read.
    fn repository(&self) -> Option<Repository> {
        match &self.repo {
            Some(dir) => Repository::at(&self.folder.join(dir)).ok(),
            None => Repository::find(&self.folder).ok(),
        }
    }

    /// The ids of the records at hand, without reading one.
    pub(super) fn ids(&self) -> Vec<String> {
        let listing = self.repository().and_then(|repository| repository.list_paths().ok());
        listing
            .map(|listing| listing.records().map(|listed| listed.id.to_owned()).collect())
            .unwrap_or_default()
    }

    /// The text of the record that was named.
    pub(super) fn record(&self) -> Option<String> {
        let repository = self.repository()?;
        let id = self.id.as_deref()?;
        let listing = repository.list_paths().ok()?;
        let path = listing.records().find(|listed| listed.id == id)?.path;
        String::from_utf8(repository.read(path).ok()?).ok()
    }
}
