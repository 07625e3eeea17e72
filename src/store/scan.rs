//! Reads all records, each into a value, over as many threads as pay.

use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use super::fault::{self, FileFault, FileFaultKind};
use super::folder::Folder;
use super::listing::{Listed, Listing};
use super::read::Reader;
use super::trail::Trail;
use super::{Repository, StoreError};
use crate::model::RecordId;

/// A record's file, just read.
#[derive(Debug, Clone, Copy)]
pub struct RecordFile<'f> {
    /// Its path from the root, with `/`.
    pub path: &'f str,
    /// The id that its name says.
    pub id: &'f RecordId,
    /// What stands in it.
    pub bytes: &'f [u8],
}

/// What a scan has made of the records.
#[derive(Debug)]
pub struct Scan<T> {
    /// What was made of each record that could be read, in the order of paths.
    pub records: Vec<T>,
    /// What could not be read, in the order of paths.
    pub faults: Vec<FileFault>,
}

impl<T> Default for Scan<T> {
    fn default() -> Self {
        Self { records: Vec::new(), faults: Vec::new() }
    }
}

/// As many files as are worth a thread of their own.
const WORTH_A_THREAD: usize = 256;

impl Repository {
    /// Reads every record and lets `visit` make a value of it.
    ///
    /// Without a number of threads it takes what the machine has, and one for few files. What comes out is the
    /// same for any number.
    pub fn scan<T: Send>(
        &self,
        threads: Option<usize>,
        visit: &(dyn Fn(&RecordFile<'_>) -> T + Sync),
    ) -> Result<Scan<T>, StoreError> {
        let Some(records) = self.open_records()? else { return Ok(Scan::default()) };
        let mut listing = self.list(&records)?;
        let threads = threads.unwrap_or_else(|| threads_for(listing.len())).clamp(1, listing.len().max(1));
        let mut scan = in_chunks(&records, &listing, threads, visit);
        if !listing.faults.is_empty() {
            scan.faults.append(&mut listing.faults);
            fault::sort(&mut scan.faults);
        }
        Ok(scan)
    }
}

fn threads_for(files: usize) -> usize {
    let wanted = files / WORTH_A_THREAD + 1;
    // Asking the system reads files of its own: not for a handful of records.
    if wanted == 1 { 1 } else { thread::available_parallelism().map_or(1, NonZero::get).min(wanted) }
}

/// Gives each thread a run of neighbours, and this one the first.
fn in_chunks<T: Send>(
    records: &Folder,
    listing: &Listing,
    threads: usize,
    visit: &(dyn Fn(&RecordFile<'_>) -> T + Sync),
) -> Scan<T> {
    let border = |n: usize| listing.len() * n / threads;
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads)
            .map(|n| scope.spawn(move || read_chunk(records, listing, border(n)..border(n + 1), visit)))
            .collect();
        let mut scan = read_chunk(records, listing, 0..border(1), visit);
        scan.records.reserve(listing.len() - border(1));
        for other in others {
            let mut part = other.join().unwrap_or_else(|panic| resume_unwind(panic));
            scan.records.append(&mut part.records);
            scan.faults.append(&mut part.faults);
        }
        scan
    })
}

fn read_chunk<T>(
    records: &Folder,
    listing: &Listing,
    chunk: Range<usize>,
    visit: &(dyn Fn(&RecordFile<'_>) -> T + Sync),
) -> Scan<T> {
    let mut scan = Scan { records: Vec::with_capacity(chunk.len()), faults: Vec::new() };
    let (mut trail, mut reader) = (Trail::new(records), Reader::default());
    for listed in chunk.map(|index| listing.get(index)) {
        match read_one(&mut trail, &mut reader, listed, visit) {
            Ok(made) => scan.records.push(made),
            Err(kind) => scan.faults.push(FileFault { path: listed.path.to_owned(), kind }),
        }
    }
    scan
}

fn read_one<T>(
    trail: &mut Trail<'_>,
    reader: &mut Reader,
    listed: Listed<'_>,
    visit: &(dyn Fn(&RecordFile<'_>) -> T + Sync),
) -> Result<T, FileFaultKind> {
    let id = RecordId::new(listed.id).map_err(FileFaultKind::BadName)?;
    let (folder, name) = listed.split();
    let bytes = reader.read(trail.folder(folder)?, name.as_ref())?;
    Ok(visit(&RecordFile { path: listed.path, id: &id, bytes }))
}
