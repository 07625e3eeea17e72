//! The JSON Schemas: they are those kept in tests/golden, and they say of a file what its reader says.
//!
//! `ACCEPT=1 cargo test --test schema` takes the schemas that are printed now as right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod files;
mod golden;
mod judge;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod values;
