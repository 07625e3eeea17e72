//! A letter to the Secretary of State and the inspectorate, to whom section 55(6) has copies sent, with the response as its
//! annex.

use super::Layout;
use super::parts::{
    count_sentences, elsewhere, items_in_full, judgments, letterhead, missing_comments, quoted_title,
    section, signature, texts,
};
use crate::document::block::{Block, Document, Line, one_line};
use crate::document::inspectorate;
use crate::document::subject::{Subject, says};
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
    let response = subject.response();
    let is_signed = response.is_some_and(|own| {
        says(own.signed_by.as_ref()).is_some() || says(own.office_held.as_ref()).is_some()
    });
    if is_signed {
        signature(subject, document);
    } else {
        document.push(Block::paragraph(one_line(&subject.office.local_policing_body)));
    }
    let copies: Vec<String> =
        response.into_iter().flat_map(|response| &response.sent_to).map(|sent| one_line(&sent.to)).collect();
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
    let late = subject.response().and_then(|response| response.late_because.as_ref());
    section(document, "Why the response was late", late, subject, false);
    let findings = subject.inspection.key_findings.as_ref();
    section(document, "Key findings of the report", findings, subject, true);
    if says(findings).is_none() && !subject.inspection.judgments.is_empty() {
        document.push(Block::heading(2, "Judgments of the report"));
    }
    judgments(subject, document);
    let sentences = count_sentences(subject);
    if !sentences.is_empty() || !subject.inspection.recommendations.is_empty() {
        document.push(Block::heading(2, "Recommendations and what is done about them"));
        document.blocks.extend(sentences);
        items_in_full(subject, 3, document);
    }
}
