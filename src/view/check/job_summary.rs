//! What a job shows on its page: the counts, and all findings in a table.

use super::CheckReport;
use super::said::{address, beside};
use crate::diagnostic::Finding;
use crate::text::count;
use crate::view::markdown::{markdown_row, markdown_table};
use crate::view::tally;

/// What is kept free for the line that says how many findings are left out.
const LAST_LINE: usize = 200;
const HEADER: [&str; 4] = ["Severity", "Where", "Rule", "What"];

/// A summary in Markdown, of at most so many bytes; empty where there is no room at all.
pub(super) fn write(report: &CheckReport<'_>, room: usize) -> String {
    let tally = tally(report.files.len(), report.errors(), report.warnings());
    let mut text = format!("## track check\n\n{tally}\n");
    if report.findings.is_empty() {
        text.push('\n');
        return if text.len() <= room { text } else { String::new() };
    }
    text.push_str(&format!("\n{}", markdown_table(&HEADER, std::iter::empty())));
    let Some(most) = room.checked_sub(LAST_LINE).filter(|most| text.len() <= *most) else {
        return String::new();
    };
    let mut left_out = report.findings.len();
    for finding in report.worst_first() {
        let row = row(finding, report);
        if text.len() + row.len() > most {
            break;
        }
        text.push_str(&row);
        left_out -= 1;
    }
    if left_out > 0 {
        text.push_str(&format!("\n{} more: there is no room for them here\n", count(left_out, "finding")));
    }
    text.push('\n');
    text
}

fn row(finding: &Finding, report: &CheckReport<'_>) -> String {
    let mut lines = vec![finding.message.clone()];
    lines.extend(beside(finding, report));
    markdown_row(&[
        finding.severity.as_str().to_owned(),
        address(&report.in_git(&finding.place.path), &finding.place),
        format!("{} {}", finding.rule.code, finding.rule.name),
        lines.join("; "),
    ])
}
