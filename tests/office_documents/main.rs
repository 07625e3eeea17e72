//! Documents for word processors: their parts are those kept in tests/golden/document, they are what their forms ask for,
//! and whatever a document says can be read out of them again.
//!
//! `ACCEPT=1 cargo test --test office_documents` takes the parts that are written now as right. What word processors make
//! of the files is looked at by `.ci/documents`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod archive;
mod forms;
mod golden;
mod hostile;
mod readers;
mod sample;
mod xml;
