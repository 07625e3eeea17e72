//! Where the lines of a text begin: places without counting from the first byte each time.

/// The starts of the lines of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Finds the lines of a text.
    pub fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The line that a byte stands on, from 1, and the first byte of that line.
    pub(super) fn line_of(&self, offset: usize) -> (usize, usize) {
        let line = self.0.partition_point(|start| *start <= offset).max(1);
        (line, self.0[line - 1])
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn each_byte_has_its_line() {
        let lines = Lines::of("a\n\nbc\n");
        let found: Vec<_> = (0..=7).map(|offset| lines.line_of(offset)).collect();
        assert_eq!(found, [(1, 0), (1, 0), (2, 2), (3, 3), (3, 3), (3, 3), (4, 6), (4, 6)]);
    }
}
