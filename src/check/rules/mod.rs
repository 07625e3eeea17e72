//! The rules, a file each.

pub mod duplicate_id;
pub mod published_in_future;
pub mod response_overdue;
