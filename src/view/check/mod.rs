//! The formats of `track check`: a small file each, and its line in the table.

mod fingerprint;
mod github;
mod gitlab;
mod job_summary;
mod json;
mod junit;
mod report;
mod said;
mod sarif;
mod short;
mod text;

pub use report::CheckReport;

/// A form in which findings are told. The help, the reference and the tests are read from these.
#[derive(Debug)]
pub struct CheckFormat {
    /// What it is called after `--format`.
    pub name: &'static str,
    /// What it is for, as in the help.
    pub says: &'static str,
    /// Whether it is for people: then counts stand below it, and it may be coloured.
    pub is_for_people: bool,
    /// Tells what was found.
    pub write: fn(&CheckReport<'_>) -> String,
    /// What a job on a code host shows beside it, in at most so many bytes.
    pub job_summary: Option<fn(&CheckReport<'_>, usize) -> String>,
}

/// The formats, in the order of the help; the first is the one that is taken where none is named.
pub static CHECK_FORMATS: &[&CheckFormat] = &[
    &text::FORMAT,
    &short::FORMAT,
    &json::FORMAT,
    &github::FORMAT,
    &gitlab::FORMAT,
    &sarif::FORMAT,
    &junit::FORMAT,
];

/// Finds a format by its name.
pub fn find_check_format(name: &str) -> Option<&'static CheckFormat> {
    CHECK_FORMATS.iter().copied().find(|format| format.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in CHECK_FORMATS {
            assert!(find_check_format(format.name).is_some_and(|found| std::ptr::eq(found, *format)));
            assert!(!format.says.ends_with('.') && format.says.len() > 10, "{}", format.name);
        }
        assert!(find_check_format("nonsense").is_none());
    }
}
