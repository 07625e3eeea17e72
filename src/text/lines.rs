//! Where the lines of a text begin: places without counting from the first byte each time.

use std::sync::OnceLock;

use super::Span;

/// The starts of the lines of a text.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
    /// How much stands before each stride of the text, once a place far along a line is asked for.
    counts: OnceLock<Vec<Count>>,
}

/// How many characters begin in a part of a text: Unicode scalar values, and UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Count {
    pub scalars: usize,
    pub units: usize,
}

/// From how many bytes on a part of a line is not counted anew for each place, and how far the counts kept lie apart.
const STRIDE: usize = 1024;

impl Lines {
    /// Finds the lines of a text.
    pub fn of(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { starts, counts: OnceLock::new() }
    }

    /// The line that a byte stands on, from 1, and the bytes of that line without its end.
    pub(super) fn line_of(&self, offset: usize, text: &str) -> (usize, Span) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        (line, Span::new(self.starts[line - 1], end))
    }

    /// Counts the characters of a part of the text; of a long one only what its strides have not in common with others.
    pub(super) fn count(&self, text: &str, part: Span) -> Count {
        let bytes = text.as_bytes();
        if part.end - part.start < STRIDE {
            return count(&bytes[part.start..part.end]);
        }
        let counts = self.counts.get_or_init(|| sums(bytes));
        let before = |offset: usize| {
            let stride = offset / STRIDE;
            counts[stride] + count(&bytes[stride * STRIDE..offset])
        };
        let (first, last) = (before(part.start), before(part.end));
        Count { scalars: last.scalars - first.scalars, units: last.units - first.units }
    }
}

impl std::ops::Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { scalars: self.scalars + other.scalars, units: self.units + other.units }
    }
}

/// What stands before each stride.
fn sums(bytes: &[u8]) -> Vec<Count> {
    let mut sum = Count::default();
    let mut sums = vec![sum];
    for stride in bytes.chunks_exact(STRIDE) {
        sum = sum + count(stride);
        sums.push(sum);
    }
    sums
}

/// Counts by the first byte of each character; those of four bytes take two units.
fn count(bytes: &[u8]) -> Count {
    let scalars = bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count();
    let long = bytes.iter().filter(|byte| **byte >= 0xf0).count();
    Count { scalars, units: scalars + long }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_has_its_line() {
        let text = "a\n\nbc\n";
        let lines = Lines::of(text);
        let found: Vec<_> = (0..=6)
            .map(|offset| lines.line_of(offset, text))
            .map(|(line, span)| (line, span.start, span.end))
            .collect();
        let third = (3, 3, 5);
        assert_eq!(found, [(1, 0, 1), (1, 0, 1), (2, 2, 2), third, third, third, (4, 6, 6)]);
        assert_eq!(Lines::of("").line_of(0, ""), (1, Span::default()));
    }

    proptest::proptest! {
        #[test]
        fn parts_of_any_length_are_counted_alike(
            pieces in proptest::collection::vec(("[a\u{e9}\u{1f600}\n]", 1_usize..1500), 1..6),
            from in 0_usize..=100,
            to in 0_usize..=100,
        ) {
            let text: String = pieces.iter().map(|(piece, times)| piece.repeat(*times)).collect();
            let boundary = |percent| text.floor_char_boundary(text.len() * percent / 100);
            let (a, b) = (boundary(from), boundary(to));
            let part = Span::new(a.min(b), a.max(b));
            let slice = &text[part.start..part.end];
            let expected = Count { scalars: slice.chars().count(), units: slice.encode_utf16().count() };
            proptest::prop_assert_eq!(Lines::of(&text).count(&text, part), expected);
        }
    }
}
