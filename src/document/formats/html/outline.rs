//! The order of headings: no level is passed over, whatever the blocks say.

/// The headings that the next one stands under.
#[derive(Debug, Default)]
pub(super) struct Outline(Vec<u8>);

impl Outline {
    /// The depth of a heading of a level: the first is the one of the page, and none below it is more than one step deeper
    /// than that above it.
    pub(super) fn depth(&mut self, level: u8) -> usize {
        while self.0.len() > 1 && self.0.last().is_some_and(|above| *above >= level) {
            self.0.pop();
        }
        self.0.push(level);
        self.0.len().min(6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_is_passed_over_and_the_first_stands_once() {
        for (levels, depths) in [
            (&[1, 2, 3, 4, 4, 2, 3][..], &[1, 2, 3, 4, 4, 2, 3][..]),
            (&[1, 2, 4, 4, 3, 2, 4], &[1, 2, 3, 3, 3, 2, 3]),
            (&[2, 2, 1, 3], &[1, 2, 2, 3]),
            (&[4], &[1]),
        ] {
            let mut outline = Outline::default();
            let found: Vec<usize> = levels.iter().map(|level| outline.depth(*level)).collect();
            assert_eq!(found, depths, "{levels:?}");
        }
    }
}
