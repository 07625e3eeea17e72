//! Writes any number of made-up records, to measure and to try things with.
//!
//! ```text
//! cargo run --release --example generate -- N DIR
//! ```
//!
//! It writes N records of 2 to 6 KB, 4 KB on average, as `DIR/records/YEAR/ID.toml`, over the years 2005 to 2026. DIR is
//! made if it is missing, and refused if anything lies in it.
//!
//! The records are lifelike in size and shape, not in what they say: every force, officer and finding is invented. They
//! stand in every state, with month dates and unknown ones, items of all kinds, updates, judgments and references that
//! resolve. None has an error. As of 23 November 2026 about one in ten has a warning, and about three in a hundred are
//! overdue.
//!
//! A record depends on its number alone: the first thousand of ten thousand are the thousand that `generate 1000` writes,
//! on any machine, byte by byte.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example talks to the terminal")]

use std::path::PathBuf;
use std::process::ExitCode;

mod plan;
mod prose;
mod records;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [number, dir] = arguments.as_slice() else { return refuse("usage: generate N DIR") };
    let Ok(number) = number.parse::<u32>() else { return refuse("N is a number, such as 1000") };
    match records::write(number, &PathBuf::from(dir)) {
        Ok(bytes) => {
            println!("wrote {number} records, {bytes} bytes, in {dir}");
            ExitCode::SUCCESS
        }
        Err(error) => refuse(&format!("{dir}: {error}")),
    }
}

fn refuse(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}
