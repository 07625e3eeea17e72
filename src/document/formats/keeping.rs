//! What of a table is kept on one page.
//!
//! A row that is to be kept together and is longer than a page is cut off at its end, and a table of such rows keeps a word
//! processor busy without end. So only that is kept of which it is sure that it fits.

/// How wide a page is between its margins, in thousandths of the height of its letters; in a list it is less.
const PAGE: usize = 36_000;
/// What stands free to the left and right in a cell.
const FREE: usize = 1_000;
/// The lines that have room on a page, with some left for what must stay with a table.
const LINES: usize = 30;

/// The rows of a table, by how many lines each takes at most.
#[derive(Debug)]
pub(super) struct Keeping(Vec<usize>);

impl Keeping {
    /// Measures rows by the texts of their cells and the widths of those.
    pub(super) fn of<R: IntoIterator<Item = String>>(
        rows: impl IntoIterator<Item = R>,
        widths: &[usize],
    ) -> Self {
        let whole: usize = widths.iter().sum();
        let room = |width: usize| (PAGE * width / whole.max(1)).saturating_sub(FREE).max(1);
        let tallest =
            |row: R| row.into_iter().zip(widths).map(|(text, width)| lines(&text, room(*width))).max();
        Self(rows.into_iter().map(|row| tallest(row).unwrap_or(1)).collect())
    }

    /// Whether the table stays on one page.
    pub(super) fn whole(&self) -> bool {
        // Between two rows is room for half a line.
        self.0.iter().sum::<usize>() + self.0.len() / 2 <= LINES
    }

    /// Whether a row stays on one page.
    pub(super) fn row(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|lines| *lines <= LINES)
    }

    /// Whether a row stays with the next: all of a short table, and of a long one so many that no row is alone.
    pub(super) fn with_next(&self, at: usize) -> bool {
        let Some(pair) = self.0.get(at..at + 2) else { return false };
        self.whole() || (pair.iter().sum::<usize>() <= LINES && (at == 0 || at + 2 == self.0.len()))
    }
}

/// How many lines a text takes where words are put into lines as long as they fit.
fn lines(text: &str, room: usize) -> usize {
    let (mut lines, mut filled) = (1_usize, 0);
    for word in text.split_inclusive(' ') {
        let wide = word.chars().map(width).fold(0, usize::saturating_add);
        if filled > 0 && filled + wide > room {
            lines += 1;
            filled = 0;
        }
        lines = lines.saturating_add(wide / room);
        filled += wide % room;
    }
    lines
}

/// How wide a letter is at most; of those beyond Latin nobody can say, so that what has one is not kept.
fn width(letter: char) -> usize {
    match letter {
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '\u{a0}'..='\u{24f}' | '\u{2010}'..='\u{2026}' | '€' => 1_000,
        'a'..='z' | '0'..='9' | ' ' => 620,
        '!'..='~' => 780,
        _ => 1_000_000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: usize, text: &str) -> Keeping {
        Keeping::of((0..rows).map(|_| [text.to_owned(), "good".to_owned()]), &[600, 300])
    }

    /// Which of so many rows with a text stay with the next.
    fn kept(rows: usize, text: &str) -> Vec<usize> {
        (0..rows).filter(|row| of(rows, text).with_next(*row)).collect()
    }

    #[test]
    fn a_short_table_stays_whole_and_no_row_of_a_long_one_is_alone() {
        assert_eq!(kept(0, "Custody"), [0; 0]);
        assert_eq!(kept(1, "Custody"), [0; 0]);
        assert_eq!(kept(4, "Custody"), [0, 1, 2]);
        assert_eq!(kept(60, "Custody"), [0, 58]);
        assert!(of(10, "How well does the force look into crime?").whole());
    }

    #[test]
    fn what_may_be_longer_than_a_page_is_not_kept() {
        for text in
            ["word ".repeat(500), "w".repeat(1_500), "WWWWWWWWWWWWW ".repeat(40), "漢".into(), "﷽".into()]
        {
            assert_eq!(kept(4, &text), [0; 0]);
            assert!(!of(1, &text).whole() && !of(1, &text).row(0), "{text}");
        }
        assert!(!Keeping::of([["a few words".to_owned()]], &[0]).row(0));
    }

    #[test]
    fn words_are_put_into_lines_as_long_as_they_fit() {
        for (text, expected) in [("", 1), ("aaa aaa", 1), ("aaa aaa aaa", 2), ("aaaaaaaaaaaaaaaaa", 3)] {
            assert_eq!(lines(text, 5_000), expected, "{text}");
        }
    }
}
