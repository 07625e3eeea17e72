//! The form of the founding document, in its order and with its labels.

use super::Layout;
use super::parts::{
    count_sentences, elsewhere, judgments, lacks_comments, letterhead, missing_comments, parts_of_texts,
    signatory, type_of_inspection, unexplained,
};
use crate::document::block::{Block, Document, Line, one_line};
use crate::document::duty_statement::duty_statement;
use crate::document::items;
use crate::document::prose::prose;
use crate::document::subject::{Subject, says};
use crate::model::{ItemKind, Recommendation};
use crate::text::capitalised;

/// `cumbria`.
pub(super) static LAYOUT: Layout = Layout {
    name: "cumbria",
    summary: "The form that the Cumbria office has published: title, date, type, key findings, recommendations, response.",
    quotes_statement: true,
    lay_out,
};

fn lay_out(subject: &Subject<'_>, document: &mut Document) {
    document.bullet = '·';
    letterhead(subject, document);
    document.push(Block::heading(1, heading(subject)));
    if let Some(statement) = duty_statement(subject) {
        document.blocks.extend(prose(&statement, None));
    }
    let inspection = subject.inspection;
    labelled(
        document,
        "Inspection Title:",
        Line::of(&inspection.title, subject.language()).linked(inspection.url.as_deref()),
    );
    labelled(document, "Date Published:", inspection.published.in_words().into());
    labelled(document, "Type of Inspection:", type_of_inspection(subject));
    let findings = says(inspection.key_findings.as_ref());
    if findings.is_some() || !inspection.judgments.is_empty() {
        document.push(Block::heading(2, "Key Findings"));
        document.blocks.extend(findings.map(|text| prose(text, subject.language())).unwrap_or_default());
        judgments(subject, document);
    }
    recommendations(subject, document);
    response(subject, document);
}

/// Whose response it is, and to what.
fn heading(subject: &Subject<'_>) -> String {
    let office = &subject.office;
    let body = capitalised(&one_line(&office.local_policing_body));
    let short = office.short.as_deref().map(|short| format!(" ({})", one_line(short))).unwrap_or_default();
    let of = office.force.as_deref().map(|force| format!(" of {}", one_line(force))).unwrap_or_default();
    format!("{body}{short} response to inspections{of} published by {}", subject.inspectorates_in_full())
}

fn labelled(document: &mut Document, label: &str, line: Line) {
    document.push(Block::heading(2, label));
    document.push(Block::Paragraph(line));
}

fn recommendations(subject: &Subject<'_>, document: &mut Document) {
    let sentences = count_sentences(subject);
    let items = &subject.inspection.recommendations;
    if sentences.is_empty() && items.is_empty() {
        return;
    }
    document.push(Block::heading(2, "Recommendations:"));
    document.blocks.extend(sentences);
    if !items.is_empty() {
        let list = items.iter().map(|item| entry(subject, item, document.draft)).collect();
        document.push(Block::List(list));
    }
}

/// An item of the list: what the report asks for, and what the office says of it.
fn entry(subject: &Subject<'_>, item: &Recommendation<'_>, draft: bool) -> Vec<Block> {
    let mut blocks = prose(&item.text, subject.language());
    let kind = Some(items::kind(item.kind())).filter(|_| item.kind() != ItemKind::Recommendation);
    let label = says(item.label.as_ref()).map(one_line);
    let name: Vec<String> = kind.map(str::to_owned).into_iter().chain(label).collect();
    if !name.is_empty() {
        lead(&mut blocks, Line::from(format!("{}: ", name.join(" "))));
    }
    for (label, words) in items::facts_beside_text(subject, item) {
        blocks.push(Block::Paragraph(Line::strong(format!("{label}: ")).then(words)));
    }
    for part in items::explanation(subject, item) {
        let mut said = part.blocks;
        lead(&mut said, Line::strong(format!("{}: ", part.head)));
        blocks.extend(said);
    }
    if draft && items::is_unexplained(subject, item) {
        blocks.push(Block::Paragraph(unexplained()));
    }
    blocks
}

/// Sets words before blocks: in the first paragraph, or in one of their own before a list.
fn lead(blocks: &mut Vec<Block>, words: Line) {
    match blocks.first_mut() {
        Some(Block::Paragraph(line)) => *line = words.then(std::mem::take(line)),
        _ => blocks.insert(0, Block::Paragraph(words)),
    }
}

fn response(subject: &Subject<'_>, document: &mut Document) {
    let office = &subject.office;
    let short = capitalised(&one_line(office.short.as_deref().unwrap_or(&office.local_policing_body)));
    let chief = capitalised(&one_line(&office.chief_officer));
    let asks =
        !subject.inspection.recommendations.is_empty() || subject.inspection.recommendations_made != Some(0);
    let to = if asks { "Report and Recommendation" } else { "Report" };
    document.push(Block::heading(2, format!("{short} & {chief} Response to {to}:")));
    document.blocks.extend(elsewhere(subject));
    if let Some(joint) = subject.response().and_then(|response| says(response.joint.as_ref())) {
        document.blocks.extend(prose(joint, None)); // it needs no heading of its own
    }
    parts_of_texts(subject, 3, document);
    if lacks_comments(subject, document) {
        document.push(Block::Paragraph(missing_comments()));
    }
    if let Some(late) = says(subject.response().and_then(|response| response.late_because.as_ref())) {
        let mut said = prose(late, None);
        lead(&mut said, Line::strong("Why the response was late: "));
        document.blocks.extend(said);
    }
    document.blocks.extend(signatory(subject).into_iter().map(|(_, line)| Block::Paragraph(line)));
    if matches!(document.blocks.last(), Some(Block::Heading { .. })) {
        document.blocks.pop(); // nothing is said under it
    }
    if let Some(date) = subject.date.filter(|date| date.latest().is_some()) {
        labelled(document, "Date of Response:", date.in_words().into());
    }
}
