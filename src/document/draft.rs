//! A document whole: its layout, and the notice above it while it is a draft.

use super::block::{Block, Document, Line, one_line};
use super::layouts::Layout;
use super::subject::Subject;

/// Makes the document of a record. A draft says so above all else, with what is missing.
pub fn compose(subject: &Subject<'_>, layout: &Layout) -> Document {
    let draft = subject.is_draft();
    let mut document = Document {
        title: title(subject),
        author: subject.office.name.as_deref().map(one_line).filter(|name| !name.is_empty()),
        draft,
        bullet: '•',
        blocks: Vec::new(),
    };
    if draft {
        document.push(notice(subject));
    }
    (layout.lay_out)(subject, &mut document);
    document
}

/// What the document is called, as the properties of a file have it.
pub(super) fn title(subject: &Subject<'_>) -> String {
    let draft = if subject.is_draft() { "DRAFT: " } else { "" };
    format!("{draft}Response to “{}”", one_line(&subject.inspection.title))
}

/// The notice of a draft.
pub(super) fn notice(subject: &Subject<'_>) -> Block {
    let missing = subject.gaps().iter().filter(|gap| !gap.comes_after);
    let missing = missing.map(|gap| vec![Block::paragraph(gap.to_string())]);
    Block::Notice(vec![
        Block::Paragraph(
            Line::strong("DRAFT: not for publication.")
                .then(" Still missing, as far as the record can show:"),
        ),
        Block::List(missing.collect()),
    ])
}
