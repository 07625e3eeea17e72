//! The formats of `track check`: what each says is read back by a second reader, whatever stands in the records.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may panic, and says aloud what it skips"
)]

#[path = "formats/fixes.rs"]
mod fixes;
#[path = "formats/hostile.rs"]
mod hostile;
#[path = "formats/output.rs"]
mod output;
#[path = "formats/program.rs"]
mod program;
#[path = "formats/readers.rs"]
mod readers;
mod support;
