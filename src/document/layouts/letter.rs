//! A letter to the Secretary of State and the inspectorate, to whom section 55(6) has copies sent, with the response as its
//! annex.

use super::Layout;
use super::parts::{
    comments_to_come, elsewhere, findings, late, letterhead, recommendations, signatory, subject_line, texts,
};
use crate::document::block::{Block, Document, Line, one_line};
use crate::document::inspectorate;
use crate::document::subject::Subject;
use crate::duty::Requirement;

/// `letter`.
pub(super) static LAYOUT: Layout = Layout {
    name: "letter",
    summary: "A letter to the Secretary of State and the inspectorate, with the whole response as its annex.",
    quotes_statement: false,
    lay_out,
};

fn lay_out(subject: &Subject<'_>, document: &mut Document) {
    letterhead(subject, document);
    if let Some(date) = subject.written.filter(|date| date.latest().is_some()) {
        document.push(Block::paragraph(date.in_words()));
    }
    document.push(Block::Summary(addressees(subject)));
    document.push(Block::paragraph("Dear Secretary of State"));
    document.push(Block::heading(1, subject_line(subject).then(published(subject))));
    let annex = annex(subject, document);
    document.push(Block::Paragraph(opening(subject, !annex.is_empty())));
    document.blocks.extend(elsewhere(subject));
    close(subject, document);
    document.blocks.extend(annex);
}

/// To whom the letter goes, under the names of its time.
fn addressees(subject: &Subject<'_>) -> Vec<(String, Line)> {
    vec![
        ("To".into(), "The Secretary of State for the Home Department".into()),
        ("And to".into(), inspectorate::in_full::<&str>(&[], subject.as_of).into()),
    ]
}

fn published(subject: &Subject<'_>) -> String {
    let published = subject.inspection.published;
    match published.day() {
        _ if published.latest().is_none() => String::new(),
        Some(_) => format!(", published on {}", published.in_words()),
        None => format!(", published in {}", published.in_words()),
    }
}

/// What the letter brings, and under what.
fn opening(subject: &Subject<'_>, has_annex: bool) -> Line {
    let body = one_line(&subject.office.local_policing_body);
    let is_sent = if subject.is_answered_elsewhere() {
        "What is said of its recommendations is the annex to this letter."
    } else {
        "It is the annex to this letter."
    };
    let (before, annexed) = match subject.row.requirement {
        Requirement::Owed => (
            format!(
                "Section 55(6) of the Police Act 1996 asks that you be sent a copy of what the {body} publishes under section 55(5) \
             about "
            ),
            is_sent,
        ),
        Requirement::NoStatutoryDuty if subject.is_response() => {
            (format!("This letter brings you the response of the {body} to "), is_sent)
        }
        Requirement::NoStatutoryDuty | Requirement::Waived | Requirement::Covered => (
            format!("This letter is sent to you by the {body} about "),
            "The report, and what is said of it, is the annex to this letter.",
        ),
    };
    let report = Line::from("the report").linked(subject.inspection.url.as_deref());
    let line =
        Line::from(before).then(report).then(format!(" published by {}.", subject.inspectorates_in_full()));
    if has_annex { line.then(format!(" {annexed}")) } else { line }
}

/// Whether no response of its own is owed, as another report or nobody is answered.
fn is_for_another(subject: &Subject<'_>) -> bool {
    matches!(subject.row.requirement, Requirement::Waived | Requirement::Covered)
}

/// The end of the letter.
fn close(subject: &Subject<'_>, document: &mut Document) {
    document.push(Block::paragraph("Yours sincerely"));
    let signed = signatory(subject);
    if signed.is_empty() {
        document.push(Block::paragraph(one_line(&subject.office.local_policing_body)));
    }
    document.blocks.extend(signed.into_iter().map(|(_, line)| Block::Paragraph(line)));
    let sent_to = subject.response().map_or(&[][..], |response| &response.sent_to);
    let copies: Vec<String> = sent_to.iter().map(|sent| one_line(&sent.to)).collect();
    if !copies.is_empty() {
        document.push(Block::Summary(vec![("Copies to".into(), crate::text::and_list(&copies).into())]));
    }
}

/// The response itself under its heading; nothing where there is nothing to send.
fn annex(subject: &Subject<'_>, letter: &Document) -> Vec<Block> {
    let mut annex = Document { blocks: Vec::new(), ..letter.clone() };
    texts(subject, 2, &mut annex);
    comments_to_come(subject, &mut annex);
    late(subject, &mut annex);
    findings(subject, &mut annex);
    recommendations(subject, &mut annex);
    for block in &mut annex.blocks {
        if let Block::Heading { level, .. } = block {
            *level += 1; // under that of the annex
        }
    }
    if !annex.blocks.is_empty() {
        let is_response = subject.is_response() && !is_for_another(subject);
        let what = if is_response { "response" } else { "report" };
        annex.blocks.insert(0, Block::Annex(format!("Annex: the {what}").into()));
    }
    annex.blocks
}
