//! The layouts of documents: a file each, and its line in [`LAYOUTS`].

mod cumbria;
mod letter;
mod own;
mod parts;
mod statutory;

pub use own::{LayoutFault, OwnLayout, TEMPLATE_FORMATS, VARIABLES, Variable};

use super::block::{Document, one_line};
use super::draft::{notice, title};
use super::subject::Subject;

/// A layout.
#[derive(Debug)]
pub struct Layout {
    /// Its name, as `--layout` and `documents.layout` say it.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub summary: &'static str,
    /// Whether it quotes the office's own statement of the duty.
    pub quotes_statement: bool,
    /// Lays the document out; the notice of a draft is set above by [`compose`](super::compose).
    pub(super) lay_out: fn(&Subject<'_>, &mut Document),
}

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

/// Every layout; the first is the one that stands in where nothing else is said.
pub static LAYOUTS: [&Layout; 3] = [&statutory::LAYOUT, &cumbria::LAYOUT, &letter::LAYOUT];

/// Finds a layout by its name.
pub fn find_layout(name: &str) -> Option<&'static Layout> {
    LAYOUTS.into_iter().find(|layout| layout.name == name)
}
