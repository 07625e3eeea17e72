//! Archives of parts, which DOCX and ODT documents are: the same parts give the same bytes, on any machine and day.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A part of an archive.
#[derive(Debug)]
pub(super) struct Part {
    /// Where it stands in the archive.
    pub(super) name: &'static str,
    /// What it says.
    pub(super) text: String,
    /// Whether it stands there as it is; the others are deflated.
    pub(super) is_stored: bool,
}

impl Part {
    /// Makes a part that is deflated.
    pub(super) fn new(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, text: text.into(), is_stored: false }
    }

    /// Makes a part that stands as it is.
    pub(super) fn stored(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, text: text.into(), is_stored: true }
    }
}

/// Puts parts into an archive, in their order.
pub(super) fn package(parts: &[Part]) -> Vec<u8> {
    // Writing to memory cannot fail, and no part is near the 4 GiB that an entry can hold.
    write(parts).unwrap_or_default()
}

fn write(parts: &[Part]) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        let method = if part.is_stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        // Without these it would name the system and the hour that it was made on.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .system(System::Unix);
        archive.start_file(part.name, options)?;
        archive.write_all(part.text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
