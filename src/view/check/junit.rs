//! A `JUnit` report: a case for each file, so that any CI server can show which failed and why.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::said::{address, beside, marked};
use super::{CheckFormat, CheckReport};
use crate::diagnostic::Finding;
use crate::text::{count, visible};

/// `junit`: a case for each file.
pub(super) static FORMAT: CheckFormat = CheckFormat {
    name: "junit",
    says: "a JUnit report, a case for each file, for any CI server",
    is_for_people: false,
    // Writing to memory cannot fail.
    write: |report| write(report).unwrap_or_default(),
    job_summary: None,
};

/// The findings of each file, the clean ones among them.
type Cases<'r> = BTreeMap<&'r str, Vec<&'r Finding>>;

fn write(report: &CheckReport<'_>) -> io::Result<String> {
    let mut cases: Cases<'_> = report.files.iter().map(|path| (path.as_str(), Vec::new())).collect();
    for finding in report.findings {
        // Findings across records may be about others than those named, and settings are no record.
        cases.entry(&finding.place.path).or_default().push(finding);
    }
    let fails = |findings: &[&Finding]| findings.iter().any(|finding| is_failure(finding, report));
    let tests = cases.len().to_string();
    let failures = cases.values().filter(|findings| fails(findings)).count().to_string();
    let counts = [("name", "track check"), ("tests", &tests), ("failures", &failures), ("errors", "0")];

    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.create_element("testsuites").with_attributes(counts).write_inner_content(|writer| {
        let suite = writer.create_element("testsuite").with_attributes(counts);
        suite.write_inner_content(|writer| {
            cases.iter().try_for_each(|(path, findings)| case(writer, path, findings, report))
        })?;
        Ok(())
    })?;
    let mut text = String::from_utf8(writer.into_inner()).map_err(io::Error::other)?;
    text.push('\n');
    Ok(text)
}

/// One file: one failure with all that fails, as servers show only the first; warnings as what the case had to say.
fn case(
    writer: &mut Writer<Vec<u8>>,
    path: &str,
    findings: &[&Finding],
    report: &CheckReport<'_>,
) -> io::Result<()> {
    let path = report.in_git(path);
    let path = visible(&path);
    let (failures, others): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| is_failure(finding, report));
    let case = writer.create_element("testcase");
    let case = case.with_attributes([("name", &*path), ("classname", "track check"), ("file", &*path)]);
    if findings.is_empty() {
        case.write_empty()?;
        return Ok(());
    }
    case.write_inner_content(|writer| {
        if let Some(first) = failures.first() {
            let message = match failures.len() {
                1 => visible(&first.message).into_owned(),
                all => format!("{}, the first: {}", count(all, "finding"), visible(&first.message)),
            };
            let failure = writer.create_element("failure");
            let failure = failure.with_attributes([("message", message.as_str()), ("type", first.rule.name)]);
            failure.write_text_content(BytesText::new(&told(&failures, report)))?;
        }
        if !others.is_empty() {
            let said = writer.create_element("system-out");
            said.write_text_content(BytesText::new(&told(&others, report)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn is_failure(finding: &Finding, report: &CheckReport<'_>) -> bool {
    finding.is_error() || report.deny_warnings
}

/// Findings in full, a line for each thing that they say.
fn told(findings: &[&Finding], report: &CheckReport<'_>) -> String {
    let mut text = String::from("\n");
    for finding in findings {
        let at = address(&report.in_git(&finding.place.path), &finding.place);
        text.push_str(&format!("{at}: {}: {}\n", marked(finding), visible(&finding.message)));
        for line in beside(finding, report) {
            text.push_str(&format!("  {line}\n"));
        }
    }
    text
}
