//! Text as it stands in a file: sources, spans, places, excerpts and visible escaping.
//!
//! Knows nothing of TOML or of records.

mod edit;
mod excerpt;
mod lines;
mod near;
mod place;
mod shell;
mod source;
mod span;
mod visible;
mod words;

pub use edit::{Edit, apply_edits, line_ending};
pub use excerpt::Excerpt;
pub use lines::Lines;
pub use near::{Near, near, nearest};
pub use place::{Place, Region};
pub use shell::shell_quoted;
pub use source::Source;
pub use span::Span;
pub use visible::{is_hidden, visible, visible_prose};
pub use words::{and_list, capitalised, count, fold_words, or_list};
