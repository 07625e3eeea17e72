//! Pieces of Markdown: every word is shown as it stands in its table, and `code` stays code.

use crate::text::visible_prose;

/// Says on top of a page that it is printed.
pub(super) const PRINTED: &str = "<!-- Printed from the tables of the program: change them, and run \
                                  `ACCEPT=1 cargo test --test reference`. -->\n\n";

/// Words on a line: what stands between backticks is code, all else is text.
pub(super) fn words(text: &str) -> String {
    let shown = visible_prose(text);
    let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<&str> = flat.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(&flat); // a backtick by itself is no code
    }
    let shown = parts.iter().enumerate();
    shown.map(|(at, part)| if at % 2 == 0 { escaped(part) } else { code(part) }).collect()
}

/// The same for a cell of a table.
pub(super) fn cell(text: &str) -> String {
    in_cell(&words(text))
}

/// Markdown on its way into a cell of a table: there a line would end the row, even within code.
pub(super) fn in_cell(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

/// Prose: a paragraph for each line, and lists.
pub(super) fn prose(text: &str) -> String {
    let mut out = String::new();
    let mut lists = false;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("• "));
        if lists && item.is_none() {
            out.push('\n');
        }
        lists = item.is_some();
        match item {
            Some(item) => out.push_str(&format!("- {}\n", words(item))),
            None => out.push_str(&format!("{}\n\n", words(line))),
        }
    }
    if lists {
        out.push('\n');
    }
    out
}

/// Code within a line, with as many backticks around it as it takes.
pub(super) fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text) + 1);
    let pad = if text.is_empty() || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Words as code, with commas between.
pub(super) fn codes<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    words.into_iter().map(code).collect::<Vec<_>>().join(", ")
}

/// A block of code in a language.
pub(super) fn block(language: &str, text: &str) -> String {
    let fence = "`".repeat((longest_run(text) + 1).max(3));
    let shown = visible_prose(text);
    format!("{fence}{language}\n{}\n{fence}\n\n", shown.trim_end_matches('\n'))
}

/// A table; its cells are Markdown that is fit for one.
pub(super) fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let header: Vec<String> = header.iter().map(|&cell| cell.to_owned()).collect();
    let mut text = line(&header) + &line(&vec!["---".to_owned(); header.len()]);
    text.extend(rows.map(|cells| line(&cells)));
    text + "\n"
}

/// A link to a heading of the same page.
pub(super) fn link(shown: &str, heading: &str) -> String {
    format!("[{shown}](#{})", anchor(heading))
}

/// The name that hosts of git repositories give a heading: small letters, hyphens for spaces, no other signs.
pub(super) fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '#' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stays_code_and_all_else_is_text() {
        assert_eq!(words("a `b_c <d>` e_f <g> [h]"), "a `b_c <d>` e\\_f &lt;g&gt; \\[h\\]");
        assert_eq!(words("a ` b"), "a \\` b");
        assert_eq!(words("a `` b"), "a `  ` b");
        assert_eq!(cell("yes|no, `x|y`"), "yes\\|no, `x\\|y`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }

    #[test]
    fn prose_has_paragraphs_and_lists() {
        assert_eq!(prose("One.\nTwo:\n- a\n- b_c\nThree."), "One.\n\nTwo:\n\n- a\n- b\\_c\n\nThree.\n\n");
    }

    #[test]
    fn a_block_ends_where_it_should() {
        assert_eq!(block("toml", "a = 1\n"), "```toml\na = 1\n```\n\n");
        assert_eq!(block("text", "```\n"), "````text\n```\n````\n\n");
    }

    #[test]
    fn anchors_are_those_of_hosts() {
        assert_eq!(anchor("T001 no-such-day"), "t001-no-such-day");
        assert_eq!(anchor("response.sent_to"), "responsesent_to");
        assert_eq!(anchor("`--repo` DIR"), "--repo-dir");
    }
}
