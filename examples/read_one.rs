//! Reads a record from its text and prints every finding with its place.
//!
//! ```text
//! cargo run --example read_one -- records/2020-03-prevent.toml
//! ```
#![allow(clippy::print_stdout, reason = "an example talks to the terminal")]

use chrono::NaiveDate;
use track::check::check_record;
use track::config::Settings;
use track::schema::read;

/// A record with three slips, for want of a file.
const SAMPLE: &str = "title = \"Custody: a visit\"\ntype = \"custdy\"\npublished = 30/02/2020\ncolour = 1\n";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (path, bytes) = match std::env::args().nth(1) {
        Some(path) => (path.clone(), std::fs::read(path)?),
        None => ("records/2020-02-custody.toml".to_owned(), SAMPLE.into()),
    };
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    // What was read borrows from the bytes; it is looked at while they are there.
    read(&path, &bytes, |reading| {
        println!("{}: {}", reading.inspection.inspection_type, reading.inspection.title);
        let findings = check_record("2020-02-custody", reading, today, &Settings::default());
        for finding in &findings {
            let (place, rule) = (&finding.place, finding.rule);
            println!("{path}:{}:{}: {} {}", place.line, place.column, rule.code, finding.message);
            if let Some(help) = &finding.help {
                println!("    {help}");
            }
        }
        println!("{} findings", findings.len());
    });
    Ok(())
}
