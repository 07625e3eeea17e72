//! The world as a command sees it: streams, the day, the terminal. Only `main` makes one from the real world.

use std::ffi::OsString;
use std::io::{BufRead, Write};
use std::path::PathBuf;

use chrono::NaiveDate;

/// The world as a command sees it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Env<'e> {
    /// Standard input.
    pub stdin: Box<dyn BufRead + 'e>,
    /// Standard output: data.
    pub stdout: Box<dyn Write + 'e>,
    /// Standard error: all else.
    pub stderr: Box<dyn Write + 'e>,
    /// The date in London; `None` where the clock cannot be right.
    pub today: Option<NaiveDate>,
    /// The working directory.
    pub folder: PathBuf,
    /// Whether standard output may be coloured, if nobody says otherwise.
    pub colour_out: bool,
    /// Whether standard error may be coloured, if nobody says otherwise.
    pub colour_err: bool,
    /// The columns of the terminal; `None` where output goes elsewhere.
    pub width: Option<usize>,
    /// Whether standard output is a terminal, whatever its columns.
    pub out_is_terminal: bool,
    /// Whether a person can be asked: standard input and error are a terminal.
    pub can_ask: bool,
    /// Whether the terminal may be asked to mark what is pasted; one that knows no sequences may not.
    pub marks_pastes: bool,
    /// The person's editor, as the shell is to call it.
    pub editor: Option<OsString>,
    /// The file in which a job on GitHub gathers what its page shows.
    pub job_summary: Option<PathBuf>,
}
