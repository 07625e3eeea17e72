//! Workflow commands, which GitHub Actions shows as annotations of the files.

use super::said::{beside, by_severity, last_line};
use super::{CheckFormat, CheckReport, job_summary};
use crate::diagnostic::Finding;
use crate::text::visible;
use crate::view::tally;

/// `github`: annotations on GitHub.
pub(super) static FORMAT: CheckFormat = CheckFormat {
    name: "github",
    says: "annotations in a job of GitHub Actions, and a table in its summary",
    is_for_people: false,
    write,
    job_summary: Some(job_summary::write),
};

/// How many annotations of a kind GitHub shows of one step.
const SHOWN: usize = 10;

fn write(report: &CheckReport<'_>) -> String {
    let mut text: String = report.worst_first().map(|finding| annotation(finding, report)).collect();
    let (errors, warnings) = (report.errors(), report.warnings());
    let tally = tally(report.files.len(), errors, warnings);
    if errors.max(warnings) > SHOWN {
        let more = format!("{tally}; GitHub shows the first {SHOWN} of each here, and the log has them all");
        text.push_str(&format!("::notice title=track check::{}\n", data(&more)));
    }
    text.push_str(&format!("{tally}\n"));
    text
}

/// One finding. Columns are half open, and given only within one line: GitHub takes no others.
fn annotation(finding: &Finding, report: &CheckReport<'_>) -> String {
    let place = &finding.place;
    let last = last_line(place);
    let command = by_severity(finding.severity, "error", "warning");
    let file = property(&visible(&report.in_git(&place.path)));
    let columns = if place.end_line == place.line {
        format!(",col={},endColumn={}", place.column, place.end_column)
    } else {
        String::new()
    };
    let title = property(&format!("{} {}", finding.rule.code, finding.rule.name));
    let mut lines = vec![visible(&finding.message).into_owned()];
    lines.extend(beside(finding, report));
    let said = data(&lines.join("\n"));
    format!("::{command} file={file},line={},endLine={last}{columns},title={title}::{said}\n", place.line)
}

/// Escapes what a runner would read in a message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes what a runner would read in a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
