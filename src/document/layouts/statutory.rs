//! The complete form under section 55: each part that the Act asks for, with its dates.

use super::Layout;
use super::parts::{
    comments_to_come, date, dates, elsewhere, findings, late, letterhead, recommendations, signatory,
    subject_line, texts, type_of_inspection,
};
use crate::document::block::{Block, Document, Line, Table, one_line};
use crate::document::subject::{Subject, says};
use crate::duty::{POLICE_ACT_55, Requirement};
use crate::model::{Forces, LastDay, PartialDate, Text};

/// `statutory`.
pub(super) static LAYOUT: Layout = Layout {
    name: "statutory",
    summary: "The complete form under section 55: comments, chief officer's comments, reply, each recommendation with its \
              explanation and deadline, dates, copies sent.",
    quotes_statement: false,
    lay_out,
};

fn lay_out(subject: &Subject<'_>, document: &mut Document) {
    letterhead(subject, document);
    document.push(Block::heading(1, subject_line(subject)));
    document.push(Block::paragraph(statement(subject)));
    document.push(Block::Summary(report(subject)));
    findings(subject, document);
    response(subject, document);
    recommendations(subject, document);
    copies(subject, document);
}

/// Under what the document is published. That the Act is complied with it never says.
fn statement(subject: &Subject<'_>) -> String {
    let body = one_line(&subject.office.local_policing_body);
    let report = format!("a report published by {}", subject.inspectorates_in_full());
    if !subject.is_response() {
        return format!(
            "A statement of the {body} on {report}, to which no response of its own is published."
        );
    }
    if subject.row.requirement == Requirement::NoStatutoryDuty {
        return format!("The response of the {body} to {report}.");
    }
    let act = act(subject);
    if subject.is_answered_elsewhere() {
        return format!(
            "The response of the {body} to {report}, made together with that to another report under {act}."
        );
    }
    format!("The comments of the {body} on {report}, under {act}.")
}

/// The law as it stood on the day of the document.
fn act(subject: &Subject<'_>) -> &'static str {
    if subject.as_of < POLICE_ACT_55.in_force_from {
        "section 55(5) of the Police Act 1996"
    } else {
        "section 55(5) of the Police Act 1996 (as amended by section 37 of the Policing and Crime Act 2017)"
    }
}

fn report(subject: &Subject<'_>) -> Vec<(String, Line)> {
    let inspection = subject.inspection;
    let mut rows: Vec<(String, Line)> = Vec::new();
    let mut row = |label: &str, line: Line| {
        if !line.is_empty() {
            rows.push((label.to_owned(), line));
        }
    };
    row("Type of inspection", type_of_inspection(subject));
    match &inspection.forces {
        Some(Forces::All) => row("Forces", "all".into()),
        Some(Forces::Named(names)) => {
            let names: Vec<String> = names.iter().map(|name| one_line(name)).collect();
            row("Forces", crate::text::and_list(&names).into());
        }
        None => {}
    }
    if let [first, rest @ ..] = inspection.inspected.as_slice() {
        let last = rest.last().filter(|last| *last != first);
        let to = last.map(|last| format!(" to {}", last.in_words())).unwrap_or_default();
        row("Inspected", format!("{}{to}", first.in_words()).into());
    }
    row("Report published", date(inspection.published));
    row("Report corrected", dates(&inspection.corrected));
    row("Address of the report", address(inspection.url.as_ref()));
    if let Some(range) = subject.row.standing.last_day.filter(|_| subject.is_owed()) {
        row("Last day to respond", last_day(range).into());
    }
    row("Response asked for by", dates(inspection.requested_by.as_slice()));
    if let Some(published) = subject.date {
        row("Response published", date(published));
    }
    if let Some(response) = subject.response() {
        row("Response dated", dates(response.dated.as_slice()));
        row("Response revised", dates(&response.revised));
        row("Address of this response", address(response.url.as_ref()));
    }
    rows
}

/// An address to be read on paper, and to be followed elsewhere.
fn address(url: Option<&Text<'_>>) -> Line {
    says(url).map(|url| Line::of(url, None).linked(Some(url))).unwrap_or_default()
}

/// The last day, or the range in which it lies.
pub(super) fn last_day(range: LastDay) -> String {
    let words = |day| PartialDate::Day(day).in_words();
    let mut text = if range.earliest == range.latest {
        words(range.latest)
    } else {
        format!(
            "between {} and {}, as the day of the report is not known",
            words(range.earliest),
            words(range.latest)
        )
    };
    if range.may_have_none {
        text.push_str("; none if the report was published before 2 May 2017");
    }
    text
}

fn response(subject: &Subject<'_>, document: &mut Document) {
    let notes = elsewhere(subject);
    if !notes.is_empty() {
        document.push(Block::heading(2, "About this response"));
        document.blocks.extend(notes);
    }
    texts(subject, 2, document);
    comments_to_come(subject, document);
    late(subject, document);
}

/// Who signed, and to whom copies went.
fn copies(subject: &Subject<'_>, document: &mut Document) {
    let Some(response) = subject.response() else { return };
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for (to, on) in [
        ("The inspectorate", response.sent_to_inspectorate),
        ("The Secretary of State", response.sent_to_secretary_of_state),
    ] {
        rows.extend(on.map(|on| vec![to.into(), date(on)]));
    }
    rows.extend(response.sent_to.iter().map(|sent| vec![Line::of(&sent.to, None), date(sent.on)]));
    let signed = signatory(subject);
    if !signed.is_empty() {
        document.push(Block::heading(2, "Signature"));
        document.push(Block::Summary(signed));
    }
    if !rows.is_empty() {
        document.push(Block::heading(2, "Copies sent"));
        let head = vec!["To".into(), "Date".into()];
        document.push(Block::Table(Table { caption: "Copies of this response".into(), head, rows }));
    }
}
