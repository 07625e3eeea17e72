//! Plain text: a paragraph a line, so that it can be pasted into any form.

use super::DocumentFormat;
use crate::document::block::{Block, Document, Line, Table};

/// `txt`.
pub(super) static FORMAT: DocumentFormat = DocumentFormat {
    name: "txt",
    also: &["text"],
    summary: "plain text, a paragraph a line",
    is_text: true,
    write: |document| write(document).into_bytes(),
};

fn write(document: &Document) -> String {
    let mut out = String::new();
    blocks(&document.blocks, "", document.bullet, &mut out);
    out
}

/// Writes blocks with a blank line between them; `indent` stands before every line.
fn blocks(all: &[Block], indent: &str, bullet: char, out: &mut String) {
    for (index, block) in all.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        one(block, indent, bullet, out);
    }
}

fn one(block: &Block, indent: &str, bullet: char, out: &mut String) {
    match block {
        Block::Letterhead(line) | Block::Paragraph(line) => put(out, indent, &words(line)),
        Block::Heading { text, .. } => put(out, indent, &text.plain()),
        Block::List(items) => items.iter().for_each(|item| entry(item, indent, bullet, out)),
        Block::Summary(rows) => {
            for (label, line) in rows {
                put(out, indent, &format!("{label}: {}", words(line)));
            }
        }
        Block::Table(table) => rows(table, indent, out),
        Block::Notice(inner) => {
            put(out, indent, RULE);
            blocks(inner, indent, bullet, out);
            put(out, indent, RULE);
        }
    }
}

/// What sets a notice apart.
const RULE: &str = "----------------------------------------";

fn put(out: &mut String, indent: &str, line: &str) {
    out.push_str(format!("{indent}{line}").trim_end());
    out.push('\n');
}

/// An item: its mark, and what follows its first line indented.
fn entry(item: &[Block], indent: &str, bullet: char, out: &mut String) {
    let inner = format!("{indent}  ");
    let mut text = String::new();
    blocks(item, &inner, bullet, &mut text);
    let first = text.strip_prefix(&inner).unwrap_or(&text);
    out.push_str(&format!("{indent}{bullet} {first}"));
}

/// A row a line: the first cell, and the others with their headings where there are more than two.
fn rows(table: &Table, indent: &str, out: &mut String) {
    put(out, indent, &format!("{}:", table.caption));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(words).collect();
        put(out, indent, &cells.join(": "));
    }
}

/// The words of a line, with the address behind those that lead somewhere.
fn words(line: &Line) -> String {
    let mut text = String::new();
    for (index, piece) in line.0.iter().enumerate() {
        text.push_str(&piece.text);
        let goes_on = line.0.get(index + 1).is_some_and(|next| next.link == piece.link);
        if let Some(link) = piece.link.as_ref().filter(|_| !goes_on) {
            text.push_str(&format!(" ({link})"));
        }
    }
    text
}
