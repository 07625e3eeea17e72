//! What is said of layouts.

use crate::text::count;

/// The line below the records that were laid out: "laid out 2 of 17 files".
pub fn laid_out_tally(files: usize, laid_out: usize, hindered: usize) -> String {
    let said = match laid_out {
        0 => format!("{}: none to lay out", count(files, "file")),
        laid_out => format!("laid out {laid_out} of {}", count(files, "file")),
    };
    said + &left(hindered)
}

/// The line below the records that would be laid out: "to lay out: 2 of 17 files".
pub fn to_lay_out_tally(files: usize, differ: usize, hindered: usize) -> String {
    let said = match differ {
        0 => format!("{}: none to lay out", count(files, "file")),
        differ => format!("to lay out: {differ} of {}", count(files, "file")),
    };
    said + &left(hindered)
}

/// The files of which it cannot be told.
fn left(hindered: usize) -> String {
    if hindered == 0 { String::new() } else { format!("; {hindered} could not be read") }
}
