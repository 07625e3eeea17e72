//! A letter to the Secretary of State and the inspectorate, to whom section 55(6) has copies sent.

use super::Layout;
use super::parts::{
    count_sentences, elsewhere, items_in_full, judgments, letterhead, quoted_title, section, signatory, texts,
};
use crate::document::block::{Block, Document, Line, one_line};
use crate::document::inspectorate;
use crate::document::subject::Subject;
use crate::duty::Requirement;

/// `letter`.
pub(super) static LAYOUT: Layout = Layout {
    name: "letter",
    summary: "A letter to the Secretary of State and the inspectorate with the whole response.",
    quotes_statement: false,
    lay_out,
};

fn lay_out(subject: &Subject<'_>, document: &mut Document) {
    letterhead(subject, document);
    if let Some(date) = subject.date.filter(|date| date.latest().is_some()) {
        document.push(Block::paragraph(date.in_words()));
    }
    document.push(Block::paragraph("To the Secretary of State for the Home Department"));
    let (majestys, field) = (inspectorate::majestys(subject.as_of), inspectorate::field(subject.as_of));
    document.push(Block::paragraph(format!("and to {majestys} Chief Inspector of {field}")));
    let title = Line::from("Response to ").then(quoted_title(subject)).then(published(subject));
    document.push(Block::heading(1, title));
    document.push(Block::paragraph(opening(subject)));
    document.blocks.extend(elsewhere(subject));
    texts(subject, 2, document);
    let late = subject.response().and_then(|response| response.late_because.as_ref());
    section(document, "Why the response was late", late, subject, false);
    section(document, "What the report found", subject.inspection.key_findings.as_ref(), subject, true);
    judgments(subject, document);
    let sentences = count_sentences(subject);
    if !sentences.is_empty() || !subject.inspection.recommendations.is_empty() {
        document.push(Block::heading(2, "Recommendations and what is done about them"));
        document.blocks.extend(sentences);
        items_in_full(subject, 3, document);
    }
    close(subject, document);
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
fn opening(subject: &Subject<'_>) -> String {
    let body = one_line(&subject.office.local_policing_body);
    match subject.row.requirement {
        Requirement::NoStatutoryDuty => {
            format!("This letter sends you the response of the {body} to this report.")
        }
        _ => format!(
            "Section 55(6) of the Police Act 1996 asks that a copy of what the {body} publishes about this report under section \
             55(5) be sent to you. The text follows."
        ),
    }
}

/// The end: a heading of its own keeps it apart from the last recommendation.
fn close(subject: &Subject<'_>, document: &mut Document) {
    let mut rows = signatory(subject);
    let sent_to = subject.response().map_or(&[][..], |response| &response.sent_to);
    let copies: Vec<String> = sent_to.iter().map(|sent| one_line(&sent.to)).collect();
    if !copies.is_empty() {
        rows.push(("Copies to".into(), crate::text::and_list(&copies).into()));
    }
    if !rows.is_empty() {
        document.push(Block::heading(2, "Signature and copies"));
        document.push(Block::Summary(rows));
    }
}
