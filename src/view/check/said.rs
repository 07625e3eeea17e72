//! The words of a finding for formats that have no places of their own for all of them.

use super::CheckReport;
use crate::diagnostic::{Finding, Severity};
use crate::text::{Place, visible};

/// Where something stands: "records/a.toml:4:1", safe to show, the path as given.
pub(super) fn address(path: &str, place: &Place) -> String {
    format!("{}:{}:{}", visible(path), place.line, place.column)
}

/// The severity and the code: "error\[T012\]".
pub(super) fn marked(finding: &Finding) -> String {
    format!("{}[{}]", finding.severity.as_str(), finding.rule.code)
}

/// What a finding says beside its message, a line each: what to do, and the other places, from the top of the git
/// repository.
pub(super) fn beside(finding: &Finding, report: &CheckReport<'_>) -> Vec<String> {
    let help = finding.help.iter().map(|help| format!("help: {}", visible(help)));
    let related = finding.related.iter().map(|related| {
        let address = address(&report.in_git(&related.place.path), &related.place);
        format!("{address}: {}", visible(&related.message))
    });
    help.chain(related).collect()
}

/// The last line of a place, counted with it: one that ends before the first column of a line does not reach it.
pub(super) fn last_line(place: &Place) -> usize {
    let is_before = place.end_column == 1 && place.end_line > place.line;
    if is_before { place.end_line - 1 } else { place.end_line }
}

/// The word of a severity.
pub(super) const fn by_severity(
    severity: Severity,
    error: &'static str,
    warning: &'static str,
) -> &'static str {
    match severity {
        Severity::Error => error,
        Severity::Warning => warning,
    }
}
