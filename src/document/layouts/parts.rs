//! Parts that more than one layout has.

use crate::document::block::{Block, Document, Line, Table, one_line};
use crate::document::gaps::wanted;
use crate::document::prose::prose;
use crate::document::sources::OtherReport;
use crate::document::subject::{Subject, says};
use crate::document::{counting, items};
use crate::duty::Requirement;
use crate::model::{ItemKind, PartialDate, Text};

/// A date as documents write it: "9 March 2020", "March 2020", "day not known".
pub(super) fn date(date: PartialDate) -> Line {
    date.in_words().into()
}

/// Dates one after the other.
pub(super) fn dates(dates: &[PartialDate]) -> Line {
    let words: Vec<String> = dates.iter().map(|date| date.in_words()).collect();
    crate::text::and_list(&words).into()
}

/// The name of the office as it was, above all else.
pub(super) fn letterhead(subject: &Subject<'_>, document: &mut Document) {
    if let Some(name) = subject.office.name.as_deref().map(one_line).filter(|name| !name.is_empty()) {
        document.push(Block::Letterhead(name.into()));
    }
}

/// What the document is: a response, or a word on why there is none; with the title of the report in quotation marks.
pub(super) fn subject_line(subject: &Subject<'_>) -> Line {
    let what = if subject.is_response() { "Response to “" } else { "Statement on “" };
    Line::from(what).then(Line::of(&subject.inspection.title, subject.language())).then("”")
}

/// The type of the inspection: as printed, else in the words of the field.
pub(super) fn type_of_inspection(subject: &Subject<'_>) -> Line {
    match says(subject.inspection.type_as_printed.as_ref()) {
        Some(printed) => Line::of(printed, subject.language()),
        None => crate::document::types::in_words(subject.inspection.inspection_type).into(),
    }
}

/// The report's key findings and judgments, under a heading.
pub(super) fn findings(subject: &Subject<'_>, document: &mut Document) {
    let inspection = subject.inspection;
    if let Some(text) = says(inspection.key_findings.as_ref()) {
        document.push(Block::heading(2, "Key findings of the report"));
        document.blocks.extend(prose(text, subject.language()));
    } else if !inspection.judgments.is_empty() {
        document.push(Block::heading(2, "Judgments of the report"));
    }
    judgments(subject, document);
}

/// Why the response was late, under a heading.
pub(super) fn late(subject: &Subject<'_>, document: &mut Document) {
    if let Some(text) = says(subject.response().and_then(|response| response.late_because.as_ref())) {
        document.push(Block::heading(2, "Why the response was late"));
        document.blocks.extend(prose(text, None));
    }
}

/// The graded judgments, where there are any.
pub(super) fn judgments(subject: &Subject<'_>, document: &mut Document) {
    let language = subject.language();
    let rows: Vec<Vec<Line>> = subject
        .inspection
        .judgments
        .iter()
        .map(|judgment| vec![Line::of(&judgment.question, language), Line::of(&judgment.grade, language)])
        .collect();
    if !rows.is_empty() {
        let head = vec!["Question".into(), "Grade".into()];
        document.push(Block::Table(Table { caption: "Graded judgments".into(), head, rows }));
    }
}

/// The sentences before the items: the office's own, else one counted from what the record gives; and that fewer are set
/// out here than were made, unless the office's sentence is about those for the police and all of them are here. It
/// stands before the office's own, which may lead over to the list.
pub(super) fn count_sentences(subject: &Subject<'_>) -> Vec<Block> {
    let intro = says(subject.inspection.recommendations_intro.as_ref());
    let mut blocks = match intro {
        Some(intro) => prose(intro, None),
        None => counting::made(subject).map(Block::paragraph).into_iter().collect(),
    };
    let is_told = subject.inspection.recommendations_for_police.is_some()
        && wanted(subject.inspection, subject.row).is_none();
    if let Some(recorded) = counting::recorded(subject, intro.is_some()).filter(|_| !is_told) {
        match blocks.last_mut() {
            Some(Block::Paragraph(line)) if intro.is_none() => {
                *line = std::mem::take(line).then(format!(" {recorded}"));
            }
            _ => blocks.insert(0, Block::paragraph(recorded)),
        }
    }
    blocks
}

/// The recommendations and what is done about them: how many there are, and each item under its heading.
pub(super) fn recommendations(subject: &Subject<'_>, document: &mut Document) {
    let sentences = count_sentences(subject);
    if sentences.is_empty() && subject.inspection.recommendations.is_empty() {
        return;
    }
    let items = &subject.inspection.recommendations;
    let are_areas = !items.is_empty() && items.iter().all(|item| item.kind() == ItemKind::AreaForImprovement);
    let made_none = subject.inspection.recommendations_made.is_none_or(|made| made == 0);
    let what = if are_areas && made_none { "Areas for improvement" } else { "Recommendations" };
    document.push(Block::heading(2, format!("{what} and what is done about them")));
    document.blocks.extend(sentences);
    for (index, item) in items.iter().enumerate() {
        document.push(Block::heading(3, items::heading(subject, index)));
        document.blocks.extend(prose(&item.text, subject.language()));
        let facts = items::facts(subject, item);
        if !facts.is_empty() {
            document.push(Block::Summary(facts));
        }
        for part in items::explanation(subject, item) {
            document.push(Block::heading(4, part.head));
            document.blocks.extend(part.blocks);
        }
        if document.draft && items::is_unexplained(subject, item) {
            document.push(Block::Paragraph(unexplained()));
        }
    }
}

/// What stands in a draft where an explanation is missing.
pub(super) fn unexplained() -> Line {
    Line::strong("Missing: the action taken or proposed, or why there is none (section 55(5B)).")
}

/// What stands in a draft where the comments are missing.
pub(super) fn missing_comments() -> Line {
    Line::strong("Missing: the comments (section 55(5)).")
}

/// Whether it is a draft without the comments that are owed.
pub(super) fn lacks_comments(subject: &Subject<'_>, document: &Document) -> bool {
    document.draft && subject.is_owed() && subject.has_no_comments()
}

/// In a draft, that the comments are missing, under their heading.
pub(super) fn comments_to_come(subject: &Subject<'_>, document: &mut Document) {
    if lacks_comments(subject, document) {
        let body = one_line(&subject.office.local_policing_body);
        document.push(Block::heading(2, format!("Comments of the {body}")));
        document.push(Block::Paragraph(missing_comments()));
    }
}

/// The texts of the response, each under its heading.
pub(super) fn texts(subject: &Subject<'_>, level: u8, document: &mut Document) {
    texts_but(None, subject, level, document);
}

/// The texts of the response without the joint one, each under its heading.
pub(super) fn parts_of_texts(subject: &Subject<'_>, level: u8, document: &mut Document) {
    texts_but(Some("joint"), subject, level, document);
}

fn texts_but(left_out: Option<&str>, subject: &Subject<'_>, level: u8, document: &mut Document) {
    let Some(response) = subject.response() else { return };
    let body = one_line(&subject.office.local_policing_body);
    let chief = one_line(&subject.office.chief_officer);
    for (key, text) in response.texts().into_iter().filter(|(key, _)| Some(*key) != left_out) {
        let Some(text) = says(text) else { continue };
        let head = match key {
            "joint" => format!("Joint comments of the {body} and the {chief}"),
            "local_policing_body" => format!("Comments of the {body}"),
            "chief_officer" => format!("Comments of the {chief}"),
            _ => format!("Reply of the {body} to the {chief}"),
        };
        document.push(Block::heading(level, head));
        document.blocks.extend(prose(text, None));
    }
}

/// Why the record has no response of its own, or what other reports the response answers.
pub(super) fn elsewhere(subject: &Subject<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let named = |report: &OtherReport| {
        let date = report.published.latest().map(|_| format!(" ({})", report.published.in_words()));
        format!("“{}”{}", one_line(&report.title), date.unwrap_or_default())
    };
    match subject.row.requirement {
        Requirement::Waived => blocks.push(Block::paragraph("No response to this report is required.")),
        Requirement::Covered => blocks.push(Block::paragraph(match &subject.others.covered_by {
            Some(report) => format!(
                "The findings and recommendations of this report are those of {}; the response to that report covers it.",
                named(report)
            ),
            None => "The response to another report covers this one.".into(),
        })),
        Requirement::Owed | Requirement::NoStatutoryDuty => {}
    }
    if let Some(because) = says(subject.response().and_then(|response| response.because.as_ref())) {
        blocks.extend(prose(because, None));
    }
    if let Some(report) = &subject.others.answered_by {
        blocks.push(Block::paragraph(format!("This report is answered together with {}.", named(report))));
    }
    if !subject.others.answers.is_empty() {
        let reports: Vec<String> = subject.others.answers.iter().map(named).collect();
        blocks.push(Block::paragraph(format!(
            "This response also answers {}.",
            crate::text::and_list(&reports)
        )));
    }
    blocks
}

/// Who signed the response and the office they held, each with its label.
pub(super) fn signatory(subject: &Subject<'_>) -> Vec<(String, Line)> {
    let response = subject.response();
    let text = |text: Option<&Text<'_>>| says(text).map(|text| Line::of(text, None));
    [
        ("Signed by", text(response.and_then(|response| response.signed_by.as_ref()))),
        ("Office held", text(response.and_then(|response| response.office_held.as_ref()))),
    ]
    .into_iter()
    .filter_map(|(label, line)| Some((label.to_owned(), line?)))
    .collect()
}
