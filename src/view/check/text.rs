//! For people: each finding with its text underlined.

use super::CheckFormat;
use crate::view::findings_report;

/// `text`: for people.
pub(super) static FORMAT: CheckFormat = CheckFormat {
    name: "text",
    says: "for people: each finding with its text underlined",
    is_for_people: true,
    write: |report| findings_report(report.findings, report.paint),
    job_summary: None,
};
