//! Changes a record as edits of its text: every byte outside them stays.
//!
//! A change is proved by reading the text again: everything but what was asked for must still say the same.

mod fault;
mod item_name;
mod said;
mod target;
mod typed;

pub use fault::EditFault;
pub use item_name::find_item;
pub use said::{Said, said};
pub use target::Target;
pub use typed::{Written, typed_date, web_address, write_value};
