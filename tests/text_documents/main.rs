//! The formats of documents that are text: a document with every block in each, and hostile ones read back by a second
//! reader.
//!
//! `ACCEPT=1 cargo test --test text_documents` takes what comes out as right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod golden;
mod hostile;
mod markdown;
mod own;
mod page;
mod sample;
#[path = "../support/mod.rs"]
mod support;
