//! Changes a record as edits of its text: every byte outside them stays.
//!
//! A change is proved by reading the text again: everything but what was asked for must still say the same.

mod said;

pub use said::{Said, said};
