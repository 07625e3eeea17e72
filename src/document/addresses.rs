//! The addresses that can be read in a document itself, so that paper need not repeat them.

use super::block::{Block, Line};

/// Lists the addresses that stand in the text of blocks.
pub(super) fn told(blocks: &[Block]) -> Vec<String> {
    let mut told = Vec::new();
    for_each_line(blocks, &mut |line| {
        let text = line.plain();
        let text = text.trim();
        if text.starts_with("http") && !text.contains(char::is_whitespace) {
            told.push(text.to_owned());
        }
    });
    told
}

fn for_each_line(blocks: &[Block], see: &mut impl FnMut(&Line)) {
    for block in blocks {
        match block {
            Block::Letterhead(line)
            | Block::Paragraph(line)
            | Block::Annex(line)
            | Block::Heading { text: line, .. } => see(line),
            Block::List(items) => items.iter().for_each(|item| for_each_line(item, see)),
            Block::Summary(rows) => rows.iter().for_each(|(_, line)| see(line)),
            Block::Table(table) => table.rows.iter().flatten().for_each(&mut *see),
            Block::Notice(inner) => for_each_line(inner, see),
        }
    }
}
