//! Takes what a template prints, up to a bound, and knows where in the document it stands.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::form::Form;
use super::place::{Place, Places};

/// A text that grows up to a bound. Its clones are the same text: one is written to, and one asked where that is.
#[derive(Debug, Clone)]
pub(super) struct Sink(Arc<Mutex<Taken>>);

#[derive(Debug)]
struct Taken {
    bytes: Vec<u8>,
    most: usize,
    is_full: bool,
    places: Places,
    /// Whether what comes next is of a record, and not of the template.
    is_of_record: bool,
}

impl Sink {
    pub(super) fn new(form: Form, most: usize) -> Self {
        let places = Places::new(form);
        Self(Arc::new(Mutex::new(Taken {
            bytes: Vec::new(),
            most,
            is_full: false,
            places,
            is_of_record: false,
        })))
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether more was printed than is taken.
    pub(super) fn is_full(&self) -> bool {
        self.taken().is_full
    }

    /// Whether a front matter has begun that does not end.
    pub(super) fn lacks_end(&self) -> bool {
        self.taken().places.lacks_end()
    }

    /// Whether the next thing begins a line.
    pub(super) fn starts_line(&self) -> bool {
        self.taken().places.starts_line()
    }

    /// Where the next thing is printed.
    pub(super) fn here(&self) -> Place {
        self.taken().places.here()
    }

    /// Prints something of a record, by a writer that leads here.
    pub(super) fn of_record<T>(&self, print: impl FnOnce() -> T) -> T {
        self.taken().is_of_record = true;
        let printed = print();
        self.taken().is_of_record = false;
        printed
    }

    /// What was printed.
    pub(super) fn text(&self) -> String {
        // A template prints texts, whole ones each time.
        String::from_utf8(std::mem::take(&mut self.taken().bytes)).unwrap_or_default()
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut taken = self.taken();
        if taken.bytes.len() + bytes.len() > taken.most {
            taken.is_full = true;
            return Err(io::Error::other("full"));
        }
        taken.bytes.extend_from_slice(bytes);
        if taken.is_of_record {
            taken.places.pass();
        } else {
            taken.places.read(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
