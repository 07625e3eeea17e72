//! Tables in Markdown, with every text escaped.

use crate::text::visible;

/// Writes a table; cells are escaped.
pub(super) fn markdown_table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = markdown_row(header);
    text.push_str(&line(&vec!["---".to_owned(); header.len()]));
    for row in rows {
        text.push_str(&markdown_row(&row));
    }
    text
}

/// Writes one row; cells are escaped.
pub(super) fn markdown_row(cells: &[impl AsRef<str>]) -> String {
    line(&cells.iter().map(|cell| escape(cell.as_ref())).collect::<Vec<_>>())
}

fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Escapes what Markdown or HTML would read as markup; a line end becomes a space.
fn escape(cell: &str) -> String {
    let flat = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(flat.len());
    for c in visible(&flat).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '@' => escaped.push_str("&#64;"),
            c => escaped.push(c),
        }
    }
    escaped.replace("://", "&#58;//").replace("www.", "www&#46;") // an address would become a link by itself
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(escape("a|b <b>*x*</b>\n[l](u)"), "a\\|b &lt;b&gt;\\*x\\*&lt;/b&gt; \\[l\\](u)");
        assert_eq!(escape("HTTPS://x www.y"), "HTTPS&#58;//x www&#46;y");
        assert_eq!(escape("plain – text, 1.5"), "plain – text, 1.5");
    }
}
