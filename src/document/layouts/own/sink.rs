//! Takes what a template prints, up to a bound.

use std::io::{self, Write};

/// A text that grows up to a bound.
#[derive(Debug)]
pub(super) struct Sink {
    bytes: Vec<u8>,
    most: usize,
    full: bool,
}

impl Sink {
    pub(super) fn new(most: usize) -> Self {
        Self { bytes: Vec::new(), most, full: false }
    }

    /// Whether more was printed than is taken.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// What was printed.
    pub(super) fn into_text(self) -> String {
        // A template prints texts, whole ones each time.
        String::from_utf8(self.bytes).unwrap_or_default()
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.most {
            self.full = true;
            return Err(io::Error::other("full"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
