//! Finds, walks, reads and creates record files in folders of every sort, good and bad.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may panic, and says aloud what it skips"
)]

#[path = "store/creating.rs"]
mod creating;
#[path = "store/finding.rs"]
mod finding;
#[path = "store/ground.rs"]
mod ground;
#[path = "store/reading.rs"]
mod reading;
#[path = "store/replacing.rs"]
mod replacing;
#[cfg(unix)]
#[path = "store/unix_things.rs"]
mod unix_things;
