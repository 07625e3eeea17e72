//! A line for each finding, as compilers write them: editors and `grep` find their way by it.

use super::said::{address, marked};
use super::{CheckFormat, CheckReport};
use crate::text::visible;

/// `short`: a line for each finding.
pub(super) static FORMAT: CheckFormat = CheckFormat {
    name: "short",
    says: "a line for each finding, as compilers write them, for editors and grep",
    is_for_people: false,
    write,
    job_summary: None,
};

fn write(report: &CheckReport<'_>) -> String {
    let mut text = String::new();
    for finding in report.findings {
        let at = address(&finding.place.path, &finding.place);
        text.push_str(&format!("{at}: {}: {}\n", marked(finding), visible(&finding.message)));
        for related in &finding.related {
            let at = address(&related.place.path, &related.place);
            text.push_str(&format!("{at}: note: {}\n", visible(&related.message)));
        }
    }
    text
}
