//! The records' paths and ids, without what stands in them.

use super::fault::{self, FileFault};

/// What lies under `records/`, not yet read.
#[derive(Debug, Default)]
pub struct Listing {
    /// All paths in one text: a repository of many files costs few allocations.
    text: String,
    spots: Vec<Spot>,
    /// What can be no record, in the order of paths.
    pub faults: Vec<FileFault>,
    /// Texts that edits keep: their paths.
    pub drafts: Vec<String>,
    /// Temporaries of ours that a kill left over: their paths.
    pub(super) left_over: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
struct Spot {
    start: u32,
    stem: u32,
    end: u32,
}

/// A record that was seen in its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed<'l> {
    /// Its id.
    pub id: &'l str,
    /// Its path from the root, with `/`.
    pub path: &'l str,
}

impl<'l> Listed<'l> {
    /// The path of the folder it lies in, and its name there.
    pub(super) fn split(self) -> (&'l str, &'l str) {
        self.path.rsplit_once('/').unwrap_or(("", self.path))
    }
}

/// How long all paths together may be: a bound on memory, far beyond any office.
const LONGEST_TEXT: usize = 64 << 20;

impl Listing {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.spots.len()
    }

    /// Tells whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.spots.is_empty()
    }

    /// The records in the order of their paths.
    pub fn records(&self) -> impl ExactSizeIterator<Item = Listed<'_>> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// The record at a position in the order of paths.
    pub(super) fn get(&self, index: usize) -> Listed<'_> {
        let Spot { start, stem, end } = self.spots[index];
        let (start, stem, end) = (start as usize, stem as usize, end as usize);
        Listed { id: &self.text[stem..end - ".toml".len()], path: &self.text[start..end] }
    }

    /// Notes a record; false when there is no room for more.
    pub(super) fn push(&mut self, folder: &str, name: &str) -> bool {
        let start = self.text.len();
        let stem = start + folder.len() + 1;
        let end = stem + name.len();
        if end > LONGEST_TEXT {
            return false;
        }
        let [Ok(start), Ok(stem), Ok(end)] = [start, stem, end].map(u32::try_from) else { return false };
        self.text.push_str(folder);
        self.text.push('/');
        self.text.push_str(name);
        self.spots.push(Spot { start, stem, end });
        true
    }

    /// How many names were noted, good or bad.
    pub(super) fn noted(&self) -> usize {
        self.spots.len() + self.faults.len() + self.left_over.len() + self.drafts.len()
    }

    /// Puts everything into the order of paths.
    pub(super) fn sort(&mut self) {
        let text = self.text.as_bytes();
        let path = |spot: &Spot| &text[spot.start as usize..spot.end as usize];
        self.spots.sort_unstable_by(|a, b| path(a).cmp(path(b)));
        fault::sort(&mut self.faults);
        self.left_over.sort_unstable();
        self.drafts.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_in_the_order_of_their_paths() {
        let mut listing = Listing::default();
        for (folder, name) in [("records/b", "a.toml"), ("records", "b.toml"), ("records", "b-a.toml")] {
            assert!(listing.push(folder, name));
        }
        listing.sort();
        let paths: Vec<_> = listing.records().map(|listed| listed.path).collect();
        assert_eq!(paths, ["records/b-a.toml", "records/b.toml", "records/b/a.toml"]);
        assert_eq!(listing.get(0).id, "b-a");
        assert_eq!(listing.get(2).split(), ("records/b", "a.toml"));
    }
}
