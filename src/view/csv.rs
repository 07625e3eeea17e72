//! CSV as spreadsheets read it: RFC 4180, and no cell that a spreadsheet would run as a formula.

use crate::text::visible_prose;

/// Writes a table as CSV with CRLF line ends.
pub(super) fn csv_text(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many cells as the header.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| safe_cell(cell)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A text that begins as a formula does is marked as text with an apostrophe; control characters are spelt out.
fn safe_cell(cell: &str) -> String {
    let shown = visible_prose(cell);
    if shown.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && !(shown.parse::<f64>().is_ok_and(f64::is_finite))
    {
        format!("'{shown}")
    } else {
        shown.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text_and_numbers_stay_numbers() {
        for (cell, safe) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("  @SUM(1)", "'  @SUM(1)"),
            ("-1", "-1"),
            ("-inf", "'-inf"),
            ("- a list", "'- a list"),
            ("plain", "plain"),
            ("a\u{1b}b", "a\\u{1b}b"),
        ] {
            assert_eq!(safe_cell(cell), safe);
        }
        let text = csv_text(&["a", "b"], [vec!["x,\"y\"".to_owned(), "1".to_owned()]].into_iter());
        assert_eq!(text, "a,b\r\n\"x,\"\"y\"\"\",1\r\n");
    }
}
