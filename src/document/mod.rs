//! The response document: what an office publishes about a report, made from its record.
//!
//! A layout says what stands in a document and in which order: a file in `layouts` and its line in [`LAYOUTS`]. A format
//! says how it is written down: a file in `formats` and its line in [`DOCUMENT_FORMATS`]. Between the two stands the
//! [`Document`], whose texts are safe to show: what hides or steers is spelt out. States and last days are not worked out
//! here but taken from the record's row.

mod addresses;
mod block;
mod counting;
mod draft;
mod duty_statement;
mod formats;
mod gaps;
mod inspectorate;
mod items;
mod layouts;
mod prose;
mod sources;
mod subject;
mod types;

pub use block::{Block, Document, Line, Piece, Table};
pub use formats::{DOCUMENT_FORMATS, DocumentFormat, find_format};
pub use gaps::Gap;
pub use layouts::{
    LAYOUTS, Layout, LayoutFault, OwnLayout, TEMPLATE_FORMATS, VARIABLES, Variable, compose, find_layout,
};
pub use sources::{OtherReport, Others, Sources};
pub use subject::Subject;
