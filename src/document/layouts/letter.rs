//! A letter to the Secretary of State and the inspectorate, to whom section 55(6) has copies sent, with the response as its
//! annex.

use super::Layout;
use super::parts::{
    elsewhere, findings, late, letterhead, missing_comments, quoted_title, recommendations, signatory, texts,
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
    if let Some(date) = subject.date.filter(|date| date.latest().is_some()) {
        document.push(Block::paragraph(date.in_words()));
    }
    document.push(Block::paragraph("To the Secretary of State for the Home Department"));
    let (majestys, field) = (inspectorate::majestys(subject.as_of), inspectorate::field(subject.as_of));
    document.push(Block::paragraph(format!("and to {majestys} Chief Inspector of {field}")));
    let title = Line::from("Response to ").then(quoted_title(subject)).then(published(subject));
    document.push(Block::heading(1, title));
    document.push(Block::paragraph("Dear Secretary of State"));
    document.push(Block::paragraph(opening(subject)));
    document.blocks.extend(elsewhere(subject));
    close(subject, document);
    annex(subject, document);
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
    let by = format!("the report published by {}", subject.inspectorates_in_full());
    match subject.row.requirement {
        Requirement::Owed => format!(
            "Section 55(6) of the Police Act 1996 asks that you be sent a copy of what the {body} publishes under section 55(5) \
             about {by}. It is the annex to this letter."
        ),
        _ => format!(
            "This letter is sent to you by the {body} about {by}. What is to be said of the report is its annex."
        ),
    }
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

/// The response itself.
fn annex(subject: &Subject<'_>, document: &mut Document) {
    texts(subject, 2, document);
    if document.draft && subject.is_owed() && subject.has_no_comments() {
        document.push(Block::Paragraph(missing_comments()));
    }
    late(subject, document);
    findings(subject, document);
    recommendations(subject, document);
}
