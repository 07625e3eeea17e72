//! What a folder of records begins with: the text of each file, and what is said of those that are there already.

mod settings;
mod templates;
mod told;

use settings::settings_text;
pub use templates::{Beginning, starters};
pub use told::{schema_notes, started_advice, started_text};
