//! Findings as JSON.

use serde::Serialize;

use super::super::CheckReport;
use super::{VERSION, pretty};
use crate::diagnostic::{Finding, Fix};
use crate::text::{Edit, Place};

#[derive(Serialize)]
struct CheckJson<'f> {
    version: u32,
    files: usize,
    errors: usize,
    warnings: usize,
    allowed: usize,
    findings: Vec<FindingJson<'f>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mended: Option<Vec<MendedJson<'f>>>,
}

#[derive(Serialize)]
struct MendedJson<'f> {
    path: &'f str,
    findings: usize,
}

#[derive(Serialize)]
struct FindingJson<'f> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: &'f str,
    help: Option<&'f str>,
    path: &'f str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    byte_start: usize,
    byte_end: usize,
    related: Vec<RelatedJson<'f>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixJson<'f>>,
}

#[derive(Serialize)]
struct FixJson<'f> {
    safe: bool,
    what: &'f str,
    edits: Vec<EditJson<'f>>,
}

#[derive(Serialize)]
struct EditJson<'f> {
    byte_start: usize,
    byte_end: usize,
    with: &'f str,
}

#[derive(Serialize)]
struct RelatedJson<'f> {
    path: &'f str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'f str,
}

impl<'f> FindingJson<'f> {
    fn of(finding: &'f Finding) -> Self {
        let Place { path, line, column, end_line, end_column, byte_start, byte_end, .. } = &finding.place;
        Self {
            code: finding.rule.code,
            name: finding.rule.name,
            severity: finding.severity.as_str(),
            message: &finding.message,
            help: finding.help.as_deref(),
            path,
            line: *line,
            column: *column,
            end_line: *end_line,
            end_column: *end_column,
            byte_start: *byte_start,
            byte_end: *byte_end,
            related: finding
                .related
                .iter()
                .map(|related| RelatedJson::of(&related.place, &related.message))
                .collect(),
            fix: finding.fix.as_ref().map(FixJson::of),
        }
    }
}

impl<'f> FixJson<'f> {
    fn of(fix: &'f Fix) -> Self {
        let edits = fix.edits.iter().map(|Edit { span, with }| EditJson {
            byte_start: span.start,
            byte_end: span.end,
            with,
        });
        Self { safe: fix.safe, what: &fix.what, edits: edits.collect() }
    }
}

impl<'f> RelatedJson<'f> {
    fn of(place: &'f Place, message: &'f str) -> Self {
        Self {
            path: &place.path,
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            message,
        }
    }
}

/// Findings as JSON, with counts; and what was mended, where that was asked for.
pub fn check_json(report: &CheckReport<'_>) -> String {
    let mended = report.mended.map(|mends| {
        mends.iter().map(|mend| MendedJson { path: &mend.path, findings: mend.findings.len() }).collect()
    });
    pretty(&CheckJson {
        version: VERSION,
        files: report.files.len(),
        errors: report.errors(),
        warnings: report.warnings(),
        allowed: report.allowed,
        findings: report.findings.iter().map(FindingJson::of).collect(),
        mended,
    })
}
