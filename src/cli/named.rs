//! The records that a command line names by their files, or by what has changed since a revision.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::context::Context;
use super::distrust::{refused, to_be_trusted};
use super::failure::Refusal;
use crate::store::{Listing, RECORDS, Repository, SETTINGS, SinceError};
use crate::text::{count, shell_quoted, visible};

/// The paths of named files and of what lies below named folders, relative to the root. A file that is gone is passed
/// over; one elsewhere is refused.
pub(super) fn named_files(
    files: &[PathBuf],
    repository: &Repository,
    folder: &Path,
) -> anyhow::Result<BTreeSet<String>> {
    let mut named = BTreeSet::new();
    for file in files {
        let path = folder.join(file);
        match within(&path, &repository.root) {
            Some(inside) if inside.is_empty() => {
                named.insert(RECORDS.to_owned());
            }
            Some(inside) if inside == SETTINGS || inside.split('/').next() == Some(RECORDS) => {
                named.insert(inside);
            }
            _ if path.symlink_metadata().is_err() => {}
            _ => {
                let shown = visible(&file.to_string_lossy()).into_owned();
                return Err(Refusal::new(format!("`{shown}` is not a record of this repository"))
                    .hint(format!(
                        "records stand under {RECORDS}/ in {}",
                        visible(&repository.root.to_string_lossy())
                    ))
                    .into());
            }
        }
    }
    let below = below(&named, &repository.list_paths()?);
    named.extend(below);
    Ok(named)
}

/// What lies below those of the named paths that are folders.
fn below(named: &BTreeSet<String>, listing: &Listing) -> Vec<String> {
    let faults = listing.faults.iter().map(|fault| fault.path.as_str());
    let there = listing.records().map(|listed| listed.path).chain(faults);
    let is_below = |path: &str| path.match_indices('/').any(|(end, _)| named.contains(&path[..end]));
    there.filter(|path| is_below(path)).map(str::to_owned).collect()
}

/// The paths of the records that differ from a revision; `None` for all of them, because the settings differ.
pub(super) fn changed_since(
    revision: &str,
    repository: &Repository,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Option<BTreeSet<String>>> {
    let since = repository.since(revision).map_err(not_told)?;
    if since.settings {
        let revision = visible(revision);
        context.note(&format!("note: {SETTINGS} has changed since {revision}, so all records are checked\n"));
        return Ok(None);
    }
    if since.ignored > 0 {
        let passed = count(since.ignored, "file");
        context.note(&format!(
            "note: {passed} under {RECORDS}/ passed over: git is told to ignore what is there\n"
        ));
    }
    Ok(Some(since.paths))
}

/// Says why it cannot be told what has changed, and what to do.
fn not_told(error: SinceError) -> anyhow::Error {
    let words = match &error {
        SinceError::Refused { why, .. } => refused(why),
        _ => error.to_string(),
    };
    match error {
        SinceError::Store(error) => error.into(),
        error if error.is_refusal() => Refusal { message: words, hints: hints(&error) }.into(),
        error => anyhow::Error::from(error).context(words),
    }
}

/// What to do where it cannot be told what has changed.
pub(super) fn hints(error: &SinceError) -> Vec<String> {
    let all = "to check all records: track check".to_owned();
    match error {
        SinceError::Store(_) => Vec::new(),
        SinceError::Refused { why, top } => vec![to_be_trusted(why, top)],
        SinceError::Unknown { revision, shallow: true } | SinceError::Apart { revision, shallow: true } => {
            to_be_fetched(revision)
        }
        SinceError::Unknown { revision, .. } => vec![to_be_named(revision)],
        SinceError::NoGit
        | SinceError::NoGitRepository
        | SinceError::NoCommits
        | SinceError::Apart { .. } => vec![all],
    }
}

/// How to get the history that a clone was made without.
fn to_be_fetched(revision: &str) -> Vec<String> {
    let name = match of_origin(revision) {
        Some(fetched) => format!(" {fetched}"),
        None if is_name(revision) => format!(" {}", shell_quoted(revision)),
        None => String::new(),
    };
    vec![
        format!(
            "this clone has only its newest commits; fetch the others: git fetch --unshallow origin{name}"
        ),
        "on GitHub give actions/checkout `fetch-depth: 0`, on GitLab the job `GIT_DEPTH: 0`".to_owned(),
    ]
}

fn to_be_named(revision: &str) -> String {
    match revision.trim_end_matches('.') {
        name if name != revision && !name.is_empty() => {
            format!("leave the dots out: --changed-since {}", shell_quoted(&visible(name)))
        }
        _ => {
            let fetched =
                of_origin(revision).map_or_else(String::new, |fetched| format!(" origin {fetched}"));
            format!(
                "name a branch, a tag or a commit (git branch --all and git tag list them); what only the server has is \
                 fetched first: git fetch{fetched}"
            )
        }
    }
}

/// What fetches `origin/NAME` under that very name, quoted for a shell: a clone of one branch fetches no other by itself.
fn of_origin(revision: &str) -> Option<String> {
    let name = revision.strip_prefix("origin/").filter(|name| is_name(name))?;
    Some(shell_quoted(&format!("+{name}:refs/remotes/origin/{name}")).into_owned())
}

/// Whether it can be fetched: what names a commit from another one cannot.
fn is_name(word: &str) -> bool {
    let is_other = |c: char| matches!(c, '~' | '^' | '@' | ':' | ' ' | '\\' | '*') || c.is_control();
    let is_option = word.starts_with('-');
    !word.is_empty() && word != "HEAD" && !is_option && !word.ends_with('.') && !word.contains(is_other)
}

/// A path relative to the root, with `/`; `None` where it lies elsewhere.
fn within(path: &Path, root: &Path) -> Option<String> {
    let inside = |path: &Path, root: &Path| clean(path).strip_prefix(clean(root)).ok().map(Path::to_path_buf);
    let found = inside(path, root).or_else(|| {
        let parent = path.parent()?.canonicalize().ok()?;
        inside(&parent.join(path.file_name()?), &root.canonicalize().ok()?)
    })?;
    let parts: Option<Vec<&str>> = found.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// Takes `.` and `..` out of a path.
fn clean(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut cleaned = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                cleaned.pop();
            }
            other => cleaned.push(other),
        }
    }
    cleaned
}
