//! Archives, taken apart.

use std::io::{Cursor, Read};

use track::document::{Document, find_format};
use zip::{CompressionMethod, ZipArchive};

use crate::xml::{Element, parse};

/// A part of an archive.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) is_stored: bool,
}

/// The file of a document in a form.
pub(crate) fn written(document: &Document, format: &str) -> Vec<u8> {
    (find_format(format).unwrap().write)(document)
}

/// The parts of a file, in their order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<Part> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut entry = archive.by_index(at).unwrap();
            let stamp = entry.last_modified().unwrap();
            assert_eq!((stamp.year(), stamp.month(), stamp.day(), stamp.hour()), (1980, 1, 1, 0));
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            let is_stored = entry.compression() == CompressionMethod::Stored;
            Part { name: entry.name().unwrap().to_string(), text, is_stored }
        })
        .collect()
}

/// A part of a file, read.
pub(crate) fn part(bytes: &[u8], name: &str) -> Element {
    parse(
        &parts(bytes).into_iter().find(|part| part.name == name).unwrap_or_else(|| panic!("no {name}")).text,
    )
}
