//! The rules, a file each.

pub mod duplicate_id;
pub mod likely_duplicate;
pub mod published_in_future;
pub mod response_overdue;
