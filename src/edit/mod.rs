//! Changes a record as edits of its text: every byte outside them stays.
//!
//! A change is proved by reading the text again: everything but what was asked for must still say the same.

mod blocks;
mod difference;
mod elements;
mod fault;
mod insert;
mod item_name;
mod layout;
mod lines;
mod list;
mod mend;
mod names;
mod progress;
mod proof;
mod proved;
mod references;
mod revision;
mod said;
mod target;
mod typed;
mod unset;

pub use difference::{changed_keys, day_of};
pub use fault::EditFault;
pub use item_name::{find_item, labels_now_shared, part_at_label, with_label};
pub use layout::{LayoutFault, lay_out};
pub use mend::{Mended, MendedFinding, mend};
pub use names::{item_names, settable_keys};
pub use progress::{Items, Noted, Progress};
pub use references::{Mention, mention};
pub use revision::{Entry, Revision};
pub use said::{Said, said};
pub use target::Target;
pub use typed::{Written, typed_date, web_address, write_value};
