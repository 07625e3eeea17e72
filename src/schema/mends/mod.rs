//! What would mend a fault of reading: only what is plain from the text, and never a word less than stands there.

mod header;
mod newer;
mod twice;
mod unquoted;
mod value;

pub(super) use header::{once, rename, several};
pub(super) use newer::newer;
pub(super) use twice::second_line;
pub(super) use unquoted::unquoted;
pub(super) use value::{count, date, flag, in_brackets, in_list, midnight, text, typed, word};
