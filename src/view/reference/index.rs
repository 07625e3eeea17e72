//! The index of the reference.

use super::markup::{PRINTED, words};
use super::{Given, PAGES};

pub(super) fn page(_: &Given<'_>) -> String {
    let mut page = format!(
        "{PRINTED}# Reference\n\nPrinted from the tables that the program itself works by, and compared with them by \
         `cargo test`.\n\n"
    );
    for other in PAGES.iter().skip(1) {
        page.push_str(&format!("- [{}]({}): {}\n", other.title, other.file, words(other.about)));
    }
    page
}
