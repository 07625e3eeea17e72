//! Markdown as CommonMark and GitHub read it; what could be taken for markup is escaped.

use super::DocumentFormat;
use crate::document::block::{Block, Document, Line, Piece, Table};

/// `md`.
pub(super) static FORMAT: DocumentFormat = DocumentFormat {
    name: "md",
    also: &["markdown"],
    summary: "Markdown",
    is_text: true,
    write: |document| write(document).into_bytes(),
};

fn write(document: &Document) -> String {
    let mut out = String::new();
    blocks(&document.blocks, "", &mut out);
    out
}

fn blocks(all: &[Block], indent: &str, out: &mut String) {
    for (index, block) in all.iter().enumerate() {
        if index > 0 {
            out.push_str(indent.trim_end());
            out.push('\n');
        }
        if index > 0 && matches!((&all[index - 1], block), (Block::List(_), Block::List(_))) {
            out.push_str(&format!("{indent}<!-- -->\n\n")); // else the two lists would be one
        }
        one(block, indent, out);
    }
}

fn one(block: &Block, indent: &str, out: &mut String) {
    match block {
        Block::Letterhead(line) | Block::Paragraph(line) => put(out, indent, &words(line)),
        Block::Heading { level, text } => {
            put(out, indent, &format!("{} {}", "#".repeat(usize::from(*level)), words(text)));
        }
        Block::List(items) => items.iter().for_each(|item| entry(item, indent, out)),
        Block::Summary(rows) => {
            for (index, (label, line)) in rows.iter().enumerate() {
                let end = if index + 1 < rows.len() { "\\" } else { "" };
                put(out, indent, &format!("**{}:** {}{end}", escaped(label, false), words(line)));
            }
        }
        Block::Table(table) => rows(table, indent, out),
        Block::Notice(inner) => blocks(inner, &format!("{indent}> "), out),
    }
}

fn put(out: &mut String, indent: &str, line: &str) {
    out.push_str(indent);
    out.push_str(line.trim());
    out.push('\n');
}

fn entry(item: &[Block], indent: &str, out: &mut String) {
    let inner = format!("{indent}  ");
    let mut text = String::new();
    blocks(item, &inner, &mut text);
    let first = text.strip_prefix(&inner).unwrap_or(&text);
    out.push_str(&format!("{indent}- {first}"));
}

fn rows(table: &Table, indent: &str, out: &mut String) {
    put(out, indent, &format!("**{}**", escaped(&table.caption, false)));
    out.push_str(indent.trim_end());
    out.push('\n');
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    put(out, indent, &row(table.head.iter().map(|head| escaped(head, false)).collect()));
    put(out, indent, &row(table.head.iter().map(|_| "---".into()).collect()));
    for cells in &table.rows {
        put(out, indent, &row(cells.iter().map(words).collect()));
    }
}

/// The words of a line with their markup.
fn words(line: &Line) -> String {
    let mut out = String::new();
    for Piece { text, strong, link, .. } in &line.0 {
        let text = escaped(text, out.is_empty());
        let text = if *strong && !text.trim().is_empty() {
            // Between the marks and the words no space may stand.
            let (start, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
            format!("{}**{}**{}", &text[..start], &text[start..end], &text[end..])
        } else {
            text
        };
        match link {
            Some(address) => out.push_str(&format!("[{text}](<{}>)", address.replace('\\', "%5C"))),
            None => out.push_str(&text),
        }
    }
    out
}

/// Escapes what could be markup; at the start of a line also what begins a heading, a list, a quotation or a rule.
fn escaped(text: &str, starts_line: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '^' | '@' | '#'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    if !starts_line {
        return out;
    }
    let trimmed = out.trim_start();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let at = out.len() - trimmed.len() + digits;
    let next = out[at..].chars().next();
    let is_mark = match digits {
        0 => matches!(next, Some('-' | '+' | '=' | ':')),
        _ => matches!(next, Some('.' | ')')),
    };
    if is_mark {
        out.insert(at, '\\');
    }
    out
}
