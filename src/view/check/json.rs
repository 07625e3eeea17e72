//! One object for programs: every place in lines, columns and bytes, and what would mend it.

use super::CheckFormat;
use crate::view::json::check_json;

/// `json`: one object for programs.
pub(super) static FORMAT: CheckFormat = CheckFormat {
    name: "json",
    says: "for programs: every place in lines, columns and bytes, and what would mend it",
    is_for_people: false,
    write: check_json,
    job_summary: None,
};
