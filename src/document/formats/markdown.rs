//! Markdown as CommonMark, GitHub and pandoc read it: every text comes back word for word, and what needs no escape has none.

mod escape;
mod inline;

use super::DocumentFormat;
use crate::document::block::{Block, Document, Line, Table};
use inline::{Where, words};

/// `md`.
pub(super) static FORMAT: DocumentFormat = DocumentFormat {
    name: "md",
    also: &["markdown"],
    summary: "Markdown",
    is_text: true,
    write: |document| write(document).into_bytes(),
};

fn write(document: &Document) -> String {
    fragment(&document.blocks)
}

/// Blocks, from the start of a line.
pub(in crate::document) fn fragment(all: &[Block]) -> String {
    let mut out = String::new();
    blocks(all, "", &mut out);
    out
}

/// A line, wherever it is put.
pub(in crate::document) fn line(line: &Line) -> String {
    words(line, Where::Anywhere)
}

/// A web address between `<` and `>`, by itself or as a link has it.
pub(in crate::document) fn destination(address: &str) -> String {
    inline::destination(address)
}

fn blocks(all: &[Block], indent: &str, out: &mut String) {
    let mut last_mark = None;
    for (index, block) in all.iter().filter(|block| !block.is_empty()).enumerate() {
        if index > 0 {
            out.push_str(indent.trim_end());
            out.push('\n');
        }
        // Another mark than that of the list before, else the two would be one.
        let mark = if last_mark == Some('-') { '*' } else { '-' };
        one(block, indent, mark, out);
        last_mark = matches!(block, Block::List(_)).then_some(mark);
    }
}

fn one(block: &Block, indent: &str, mark: char, out: &mut String) {
    match block {
        Block::Letterhead(line) | Block::Paragraph(line) => put(out, indent, &words(line, Where::LineStart)),
        Block::Heading { level, text } => {
            put(out, indent, &format!("{} {}", "#".repeat(usize::from(*level)), heading(text)));
        }
        Block::Annex(text) => put(out, indent, &format!("## {}", heading(text))),
        Block::List(items) => {
            let items = items.iter().filter(|item| !item.iter().all(Block::is_empty));
            items.for_each(|item| entry(item, indent, mark, out));
        }
        Block::Summary(rows) => {
            for (index, (label, line)) in rows.iter().enumerate() {
                let label = words(&Line::strong(format!("{}:", label.trim())), Where::LineStart);
                let said = words(line, Where::Within);
                let ends = index + 1 == rows.len();
                put(
                    out,
                    indent,
                    &format!("{label} {}{}", said.trim(), if ends { "" } else { line_break(&said) }),
                );
            }
        }
        Block::Table(table) => rows(table, indent, out),
        Block::Notice(inner) => blocks(inner, &format!("{indent}> "), out),
    }
}

/// What ends a line within a paragraph; an address before it would be taken to go on.
fn line_break(said: &str) -> &'static str {
    let last = said.split(' ').next_back().unwrap_or_default();
    if last.contains("://") || last.contains("www.") { " \\" } else { "\\" }
}

fn put(out: &mut String, indent: &str, line: &str) {
    out.push_str(indent);
    out.push_str(line.trim());
    out.push('\n');
}

fn entry(item: &[Block], indent: &str, mark: char, out: &mut String) {
    let inner = format!("{indent}  ");
    let mut text = String::new();
    blocks(item, &inner, &mut text);
    let first = text.strip_prefix(&inner).unwrap_or(&text);
    out.push_str(&format!("{indent}{mark} {first}"));
}

fn rows(table: &Table, indent: &str, out: &mut String) {
    if !table.caption.trim().is_empty() {
        put(out, indent, &words(&Line::strong(table.caption.as_str()), Where::LineStart));
        out.push_str(indent.trim_end());
        out.push('\n');
    }
    let cell = |line: &Line| words(line, Where::Cell).trim().to_owned();
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    put(out, indent, &row(table.head.iter().map(|head| cell(&Line::from(head.as_str()))).collect()));
    put(out, indent, &row(table.head.iter().map(|_| "---".into()).collect()));
    for cells in &table.rows {
        put(out, indent, &row(cells.iter().map(cell).collect()));
    }
}

/// A heading: marks at its end, behind a space, would be taken for its close.
fn heading(line: &Line) -> String {
    let text = words(line, Where::Within);
    let text = text.trim();
    let before = text.trim_end_matches('#');
    if before.len() < text.len() && (before.is_empty() || before.ends_with(' ')) {
        return format!("{}\\#", &text[..text.len() - 1]);
    }
    text.to_owned()
}
