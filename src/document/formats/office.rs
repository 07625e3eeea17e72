//! What documents for word processors have in common: what stands on every page, levels, addresses.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::document::block::{Block, Line, Piece, Table};
use crate::model::Language;

/// What every page of a draft says.
pub(super) const DRAFT: &str = "DRAFT – not for publication";

/// What may not stand in an address of a package; a word processor calls the whole file broken otherwise.
const NOT_IN_ADDRESSES: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// An address as a package may have it: escaped, one mark before the part of a page, no sign of an escape by itself.
pub(super) fn address(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    let mut has_fragment = false;
    for (at, c) in link.char_indices() {
        let is_escape = || {
            let hex = link.as_bytes().get(at + 1..at + 3);
            hex.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
        };
        match c {
            '%' if !is_escape() => out.push_str("%25"),
            '#' if has_fragment => out.push_str("%23"),
            c => {
                has_fragment |= c == '#';
                out.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), NOT_IN_ADDRESSES));
            }
        }
    }
    out
}

/// The tag of the language of a piece, where it is not that of the document.
pub(super) fn tag(piece: &Piece) -> Option<&'static str> {
    match piece.language {
        Some(Language::Welsh) => Some("cy"),
        Some(Language::English) | None => None,
    }
}

/// The pieces of a line by what they lead to: those that stand together and lead to one address are one link.
pub(super) fn by_link(line: &Line) -> impl Iterator<Item = (Option<&str>, &[Piece])> {
    let groups = line.0.chunk_by(|one, next| one.link == next.link);
    groups.map(|pieces| (pieces.first().and_then(|piece| piece.link.as_deref()), pieces))
}

/// Whether a block has nothing to read: an empty heading or paragraph is only in the way of who listens to a document.
pub(super) fn says_nothing(block: &Block) -> bool {
    match block {
        // One without rows still has its caption and its headings.
        Block::Table(table) => columns(table) == 0 && table.caption.trim().is_empty(),
        Block::List(items) => items.iter().flatten().all(says_nothing),
        Block::Notice(blocks) => blocks.iter().all(says_nothing),
        line_or_facts => line_or_facts.is_empty(),
    }
}

/// The levels of headings that have styles.
pub(super) fn heading_level(level: u8) -> u8 {
    level.clamp(1, 5)
}

/// How many columns a table has: as many as there are headings, unless a row has more.
pub(super) fn columns(table: &Table) -> usize {
    table.rows.iter().map(Vec::len).chain([table.head.len()]).max().unwrap_or_default()
}

/// The widths of the columns of a table that is so wide: the first, which names the row, has twice the room.
pub(super) fn widths(columns: usize, whole: usize) -> Vec<usize> {
    let share = whole / (columns + 1);
    let others = share * columns.saturating_sub(1);
    (0..columns).map(|column| if column == 0 { whole - others } else { share }).collect()
}

/// Whether room must be made between a block and what comes next: a table or a notice ends without any.
pub(super) fn wants_room(block: &Block, next: Option<&Block>) -> bool {
    match block {
        Block::Notice(_) => next.is_some(),
        // A table needs a paragraph behind it; a heading and a caption have room above them.
        Block::Summary(_) | Block::Table(_) => match next {
            Some(Block::Heading { .. } | Block::Annex(_) | Block::Letterhead(_)) => false,
            Some(Block::Table(table)) => table.caption.trim().is_empty(),
            _ => true,
        },
        _ => false,
    }
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Standing {
    /// In how many lists.
    pub(super) depth: usize,
    /// Whether in a notice.
    pub(super) in_notice: bool,
}

impl Standing {
    /// One list deeper.
    pub(super) fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    /// In a notice.
    pub(super) fn noticed(self) -> Self {
        Self { in_notice: true, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_fill_the_width() {
        assert_eq!(widths(1, 9070), [9070]);
        assert_eq!(widths(2, 9070), [6047, 3023]);
        for columns in 1..20 {
            assert_eq!(widths(columns, 9070).iter().sum::<usize>(), 9070);
        }
    }

    #[test]
    fn an_address_is_one_that_a_package_may_have() {
        for (link, expected) in [
            ("https://example.org/a?b=c&d=(e)#f", "https://example.org/a?b=c&d=(e)#f"),
            ("https://example.org/%20%zz%", "https://example.org/%20%25zz%25"),
            ("https://example.org/#a#b", "https://example.org/#a%23b"),
            ("https://example.org/adroddiad-ŵ[1]", "https://example.org/adroddiad-%C5%B5%5B1%5D"),
        ] {
            assert_eq!(address(link), expected);
        }
    }
}
