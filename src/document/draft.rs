//! That a document is a draft: in its title, and in the notice above it.

use super::block::{Block, Line, one_line};
use super::subject::Subject;

/// What the document is called, as the properties of a file have it.
pub(super) fn title(subject: &Subject<'_>) -> String {
    let draft = if subject.is_draft() { "DRAFT: " } else { "" };
    let what = if subject.is_response() { "Response to" } else { "Statement on" };
    format!("{draft}{what} “{}”", one_line(&subject.inspection.title))
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
