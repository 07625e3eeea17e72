//! How things look: pure functions of plain data, width and colour to text.
//!
//! Every text of a record passes through `text::visible` here, so that nothing reaches a terminal, a spreadsheet or a
//! page as anything but text.

mod changes;
mod check;
mod columns;
mod csv;
mod dates;
mod diff;
mod due;
mod examples;
mod explain;
mod findings;
mod grid;
mod items;
pub mod json;
mod layout;
mod list;
mod manual;
mod markdown;
mod mending;
mod paint;
mod prose;
mod record;
pub mod reference;
mod starter;
mod words;
mod wrap;

pub use changes::{changed_words, items_left, noted_words, stands_now, still_missing};
pub use check::{CHECK_FORMATS, CheckFormat, CheckReport, find_check_format};
pub use columns::{Column, DEFAULT_COLUMNS};
pub use diff::unified_diff;
pub use due::{due_of_date, due_of_record};
pub use explain::{explain_rule, list_rules};
pub use findings::{findings_report, left_out_notice, snippet, tally};
pub use items::{items_csv, items_markdown, items_table};
pub use layout::{laid_out_tally, to_lay_out_tally};
pub use list::{list_csv, list_markdown, list_table, summary_line};
pub use manual::{ENVIRONMENT, FILES, ManualPage, manual_page, manual_pages};
pub use mending::{Mended, mendable, mended, mended_lines, would_mend};
pub use paint::Paint;
pub use record::{Shown, show_record};
pub use starter::{Beginning, schema_notes, started_advice, started_text, starters};
pub use words::state_words;
pub use wrap::hanging;
