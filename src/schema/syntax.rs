//! Faults of syntax as findings.

use super::sink::Sink;
use super::tree::{SyntaxFault, SyntaxFaultKind};
use super::{faults, mends, wording};
use crate::diagnostic::{Finding, Rule};
use crate::model::{PartialDate, TypedDateFault, parse_typed_date};
use crate::text::visible;

/// Turns the parser's faults into findings. True where the rest of the file may have been misread because of them.
pub(super) fn report(syntax: Vec<SyntaxFault>, sink: &Sink<'_>) -> bool {
    let mut misread = false;
    for fault in syntax {
        misread |= !matches!(fault.kind, SyntaxFaultKind::Toml11);
        let (rule, label) = rule(&fault.kind);
        let mut finding = Finding::in_place(rule, sink.place(fault.span), fault.message).label(label);
        finding.help = fault.help;
        match fault.kind {
            SyntaxFaultKind::DuplicateKey { first } => {
                finding = finding
                    .related(sink.place(first), "it stands here already")
                    .fix(mends::second_line(sink.source.text, first, fault.span));
            }
            SyntaxFaultKind::Toml11 => finding = finding.fix(mends::newer(sink.source.text, fault.span)),
            SyntaxFaultKind::Unquoted => finding = unquoted(finding, sink),
            SyntaxFaultKind::BadDate => finding = bad_date(finding, sink),
            _ => {}
        }
        sink.push(finding);
    }
    misread
}

fn rule(kind: &SyntaxFaultKind) -> (&'static Rule, &'static str) {
    match kind {
        SyntaxFaultKind::Syntax => (&faults::SYNTAX, ""),
        SyntaxFaultKind::DuplicateKey { .. } => (&faults::DUPLICATE_KEY, "the second time"),
        SyntaxFaultKind::Toml11 => (&faults::NEWER_TOML, "only TOML 1.1 allows this"),
        SyntaxFaultKind::BadDate => (&faults::BAD_DATE, "not in the calendar"),
        SyntaxFaultKind::Unquoted => (&faults::UNQUOTED_TEXT, "needs quotes"),
        SyntaxFaultKind::MergeConflict => (&faults::MERGE_CONFLICT, "two versions of the same lines"),
        SyntaxFaultKind::TooMany => (&faults::TOO_MANY_FAULTS, ""),
    }
}

/// Names the day that the calendar does not have, and how many days its month has.
fn bad_date(mut finding: Finding, sink: &Sink<'_>) -> Finding {
    let written = &sink.source.text[finding.place.byte_start..finding.place.byte_end];
    let Some(day) = written.get(..10).filter(|day| day.is_ascii()) else { return finding };
    finding.message = format!("there is no such day as {}", visible(day));
    if let Some(month) = PartialDate::from_record_text(&day[..7])
        && let Some(last) = month.latest()
    {
        let days = chrono::Datelike::day(&last);
        finding.help = Some(format!("{} has {days} days", month.in_words()));
    }
    finding
}

/// A value without quotes may be a date as people write it: then the date to write is named.
fn unquoted(mut finding: Finding, sink: &Sink<'_>) -> Finding {
    let written = &sink.source.text[finding.place.byte_start..finding.place.byte_end];
    match parse_typed_date(written) {
        Ok(date) if date != PartialDate::Unknown => {
            finding.rule = &faults::DATE_FORM;
            finding.message = "a date stands here, and not in the form of a record".into();
            finding.label = "a record has year, month, day".into();
            finding.help = Some(wording::date(written, date));
        }
        Err(TypedDateFault::NotInCalendar | TypedDateFault::OtherWeekday(_)) => {
            finding.rule = &faults::BAD_DATE;
            finding.message = format!("there is no such day as {}", visible(written));
            finding.label = "not in the calendar".into();
            finding.help = None;
        }
        _ => {}
    }
    finding
}
