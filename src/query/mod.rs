//! What is asked of the records: rows, filters, order and counts, as plain data.

mod counts;
mod filter;
mod item_filter;
mod item_row;
mod missing;
mod order;
mod resolve;
mod row;
mod search;
mod summary;

pub use counts::Counts;
pub use filter::Filter;
pub use item_filter::ItemFilter;
pub use item_row::ItemRow;
pub use missing::{Missing, missing_steps};
pub use order::{ItemSortKey, SortKey, sort_items, sort_rows};
pub use resolve::{NoSuchId, resolve_id};
pub use row::{Row, answer_elsewhere};
pub use search::mentions;
pub use summary::Summary;
