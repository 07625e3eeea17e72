//! The layouts of the records: which of them are not as `edit` would lay them out, and laying them out.

use super::{FileFault, Repository, StoreError, WriteError, Writing};
use crate::diagnostic::{Finding, sort_findings};
use crate::edit::{LayoutFault, lay_out};

/// How the layouts of records stand.
#[derive(Debug, Default)]
pub struct Layouts {
    /// How many files were looked at.
    pub files: usize,
    /// The paths of the records that have another layout, in order.
    pub differ: Vec<String>,
    /// What hinders others from being laid out: faults of the file, or errors of reading.
    pub findings: Vec<Finding>,
    /// The paths of those that would not say the same any more: a fault of ours.
    pub kept: Vec<String>,
}

/// How the layout of one record stands.
enum Standing {
    Laid,
    Differs,
    Misread(Vec<Finding>),
    Kept,
}

impl Repository {
    /// Looks at the layout of every record, or of those at the paths named.
    pub fn layouts(&self, paths: Option<&[String]>) -> Result<Layouts, StoreError> {
        let mut layouts = Layouts::default();
        if let Some(paths) = paths {
            for path in paths {
                match self.read(path) {
                    Ok(bytes) => layouts.note(path.clone(), standing(path, &bytes)),
                    Err(fault) => layouts.fault(&fault),
                }
            }
        } else {
            let scan = self.scan(None, &|file| {
                let standing = standing(file.path, file.bytes);
                let path = (!matches!(standing, Standing::Laid)).then(|| file.path.to_owned());
                (path.unwrap_or_default(), standing)
            })?;
            scan.records.into_iter().for_each(|(path, standing)| layouts.note(path, standing));
            scan.faults.iter().for_each(|fault| layouts.fault(fault));
        }
        sort_findings(&mut layouts.findings);
        Ok(layouts)
    }
}

impl Layouts {
    /// How many files could not be read, or are misread.
    pub fn unread(&self) -> usize {
        let mut paths: Vec<&str> = self.findings.iter().map(|finding| finding.place.path.as_str()).collect();
        paths.sort_unstable();
        paths.dedup();
        paths.len()
    }

    fn note(&mut self, path: String, standing: Standing) {
        self.files += 1;
        match standing {
            Standing::Laid => {}
            Standing::Differs => self.differ.push(path),
            Standing::Misread(findings) => self.findings.extend(findings),
            Standing::Kept => self.kept.push(path),
        }
    }

    fn fault(&mut self, fault: &FileFault) {
        self.files += 1;
        self.findings.push(fault.finding());
    }
}

fn standing(path: &str, bytes: &[u8]) -> Standing {
    match lay_out(path, bytes) {
        Ok(None) => Standing::Laid,
        Ok(Some(_)) => Standing::Differs,
        Err(LayoutFault::Misread(findings)) => Standing::Misread(findings),
        Err(LayoutFault::SaysOther) => Standing::Kept,
    }
}

impl Writing<'_> {
    /// Lays a record out; false where there is nothing to do any more.
    pub fn lay_out(&self, path: &str) -> Result<bool, WriteError> {
        let gone = || WriteError::Changed { path: path.to_owned() };
        let old = self.read(path).map_err(|_| gone())?;
        match lay_out(path, &old) {
            Ok(Some(new)) => self.replace(path, &old, new.as_bytes()).map(|()| true),
            Ok(None) => Ok(false),
            // Somebody who heeds no lock has changed it since it was looked at.
            Err(_) => Err(gone()),
        }
    }
}
