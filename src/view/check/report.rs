//! What a format of `check` is made from.

use super::super::{Mended, Paint};
use crate::diagnostic::{Finding, Rule};

/// What was checked and found: all that a format needs, and nothing that differs from run to run.
#[derive(Debug, Clone, Copy)]
pub struct CheckReport<'r> {
    /// The files that were checked: sorted paths from the root of the records.
    pub files: &'r [String],
    /// The findings, by file and place.
    pub findings: &'r [Finding],
    /// How many findings more their records allow.
    pub allowed: usize,
    /// What was mended, where that was asked for.
    pub mended: Option<&'r [Mended]>,
    /// The rules that exist, by code.
    pub rules: &'r [&'static Rule],
    /// The folder that the root of the records is in the git repository, with `/`; empty where it is its top.
    pub folder: &'r str,
    /// The version of track.
    pub version: &'r str,
    /// Whether warnings fail as errors do.
    pub deny_warnings: bool,
    /// The colour and width, for people.
    pub paint: Paint,
}

impl<'r> CheckReport<'r> {
    /// How many findings are errors.
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.is_error()).count()
    }

    /// How many findings are warnings.
    pub fn warnings(&self) -> usize {
        self.findings.len() - self.errors()
    }

    /// The errors, then the warnings, for who shows only the first.
    pub(super) fn worst_first(&self) -> impl Iterator<Item = &'r Finding> {
        let of = |error: bool| self.findings.iter().filter(move |finding| finding.is_error() == error);
        of(true).chain(of(false))
    }

    /// A path from the top of the git repository, as code hosts want it.
    pub(super) fn in_git(&self, path: &str) -> String {
        if self.folder.is_empty() { path.to_owned() } else { format!("{}/{path}", self.folder) }
    }
}
