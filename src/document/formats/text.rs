//! Plain text: a paragraph a line, so that it can be pasted into any form.

use super::DocumentFormat;
use crate::document::addresses::told;
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
    let mut sheet = Sheet { bullet: document.bullet, told: told(&document.blocks), out: String::new() };
    sheet.blocks(&document.blocks, "");
    sheet.out
}

/// What sets a notice apart.
const RULE: &str = "----------------------------------------";

/// A text that is being written.
struct Sheet {
    bullet: char,
    /// The addresses that stand in the text on their own.
    told: Vec<String>,
    out: String,
}

impl Sheet {
    /// Writes blocks with a blank line between them; `indent` stands before every line.
    fn blocks(&mut self, all: &[Block], indent: &str) {
        for (index, block) in all.iter().filter(|block| !block.is_empty()).enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            self.block(block, indent);
        }
    }

    fn block(&mut self, block: &Block, indent: &str) {
        match block {
            Block::Letterhead(line)
            | Block::Paragraph(line)
            | Block::Annex(line)
            | Block::Heading { text: line, .. } => self.put(indent, &self.words(line)),
            Block::List(items) => self.list(items, indent),
            Block::Summary(rows) => {
                for (label, line) in rows {
                    self.put(indent, &format!("{label}: {}", self.words(line)));
                }
            }
            Block::Table(table) => self.table(table, indent),
            Block::Notice(inner) => {
                self.put(indent, RULE);
                self.blocks(inner, indent);
                self.put(indent, RULE);
            }
        }
    }

    fn put(&mut self, indent: &str, line: &str) {
        self.out.push_str(format!("{indent}{}", line.trim()).trim_end());
        self.out.push('\n');
    }

    /// A list; where an item is more than a paragraph, a blank line parts them all.
    fn list(&mut self, items: &[Vec<Block>], indent: &str) {
        let said = |item: &[Block]| item.iter().filter(|block| !block.is_empty()).count();
        let is_loose = items.iter().any(|item| said(item) > 1);
        for (index, item) in items.iter().filter(|item| said(item) > 0).enumerate() {
            if is_loose && index > 0 {
                self.out.push('\n');
            }
            self.entry(item, indent);
        }
    }

    /// An item: its mark, and what follows its first line indented.
    fn entry(&mut self, item: &[Block], indent: &str) {
        let inner = format!("{indent}  ");
        let at = self.out.len();
        self.blocks(item, &inner);
        // The mark takes the place of the first indent.
        self.out.replace_range(at..at + inner.len(), &format!("{indent}{} ", self.bullet));
    }

    /// A row a line: the first cell, and the others behind it, with their headings where there are more than two.
    fn table(&mut self, table: &Table, indent: &str) {
        self.put(indent, &format!("{}:", table.caption));
        for row in &table.rows {
            let mut cells: Vec<String> = row.iter().map(|line| self.words(line)).collect();
            if let [_, others @ ..] = cells.as_mut_slice()
                && others.len() > 1
            {
                for (cell, head) in others.iter_mut().zip(table.head.iter().skip(1)) {
                    *cell = format!("{head} {cell}");
                }
                self.put(indent, &format!("{}: {}", cells[0], cells[1..].join("; ")));
                continue;
            }
            self.put(indent, &cells.join(": "));
        }
    }

    /// The words of a line, with the address behind those that lead somewhere, unless the text tells it itself.
    fn words(&self, line: &Line) -> String {
        let mut text = String::new();
        let mut run = String::new();
        for (index, piece) in line.0.iter().enumerate() {
            text.push_str(&piece.text);
            run.push_str(&piece.text);
            if line.0.get(index + 1).is_some_and(|next| next.link == piece.link) {
                continue;
            }
            if let Some(link) = &piece.link
                && !run.trim().is_empty()
                && run.trim() != link
                && !self.told.contains(link)
            {
                text.push_str(&format!(" ({link})"));
            }
            run.clear();
        }
        text
    }
}
