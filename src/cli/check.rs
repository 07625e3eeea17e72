//! `track check`.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use clap::Args;

use super::Exit;
use super::context::Context;
use super::failure::Refusal;
use super::output::Format;
use crate::store::{RECORDS, Repository, SETTINGS};
use crate::text::visible;
use crate::view::{findings_report, json, tally};

/// Check the records: faults of their writing, and what a careful colleague would say.
///
/// Errors end with exit status 1, warnings only with --deny-warnings. With files named, findings about one record are
/// those of the files named; findings across records are always those of all.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track check
  track check records/2020-03-prevent.toml
  track check --deny-warnings --format json
  track explain T040                  why a finding matters")]
pub struct CheckArgs {
    /// Only these files; one that was deleted is passed over
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// End with exit status 1 for warnings too
    #[arg(long)]
    deny_warnings: bool,
    /// In which form
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &CheckArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let repository = context.repository()?;
    let named = match args.files.as_slice() {
        [] => None,
        files => Some(named_files(files, &repository, &context.env.folder)?),
    };
    let (settings, mut findings) = repository.settings()?;
    let checked = repository.check(named.as_ref(), context.today, &settings)?;
    findings.extend(checked.findings);
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let warnings = findings.len() - errors;
    let text = match args.format {
        Format::Text => findings_report(&findings, context.paint),
        Format::Json => json::check_json(checked.files, &findings),
    };
    context.env.print(&text)?;
    if args.format == Format::Text {
        context.below(&format!("{}\n", tally(checked.files, errors, warnings)))?;
    }
    let fails = errors > 0 || (args.deny_warnings && warnings > 0);
    Ok(if fails { Exit::Refused } else { Exit::Well })
}

/// The paths of named files, relative to the root. A file that is gone is passed over; one elsewhere is refused.
fn named_files(
    files: &[PathBuf],
    repository: &Repository,
    folder: &Path,
) -> Result<BTreeSet<String>, Refusal> {
    let mut named = BTreeSet::new();
    for file in files {
        let path = folder.join(file);
        match within(&path, &repository.root) {
            Some(inside) if inside == SETTINGS || inside.split('/').next() == Some(RECORDS) => {
                named.insert(inside);
            }
            _ if path.symlink_metadata().is_err() => {}
            _ => {
                let shown = visible(&file.to_string_lossy()).into_owned();
                return Err(Refusal::new(format!("`{shown}` is not a record of this repository")).hint(
                    format!(
                        "records stand under {RECORDS}/ in {}",
                        visible(&repository.root.to_string_lossy())
                    ),
                ));
            }
        }
    }
    Ok(named)
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
