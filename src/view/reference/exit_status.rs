//! The page of exit statuses.

use super::Given;
use super::markup::{PRINTED, cell, code, table};

pub(super) fn page(given: &Given<'_>) -> String {
    let rows = given
        .endings
        .iter()
        .map(|ending| vec![code(&ending.code.to_string()), cell(ending.short), cell(ending.when)]);
    format!(
        "{PRINTED}# Exit status\n\n{}A reader that goes away before the end (`track list | head -1`) is no failure: \
         the status is 0.\n",
        table(&["Status", "What it says", "When"], rows)
    )
}
