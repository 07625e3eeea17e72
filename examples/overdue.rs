//! Lists what is overdue in a repository, or may be, on a day: the library as a scheduled job would use it.
//!
//! ```text
//! cargo run --example overdue -- 2026-11-23
//! ```
#![allow(clippy::print_stdout, reason = "an example talks to the terminal")]

use std::error::Error;

use chrono::NaiveDate;
use track::query::{Filter, SortKey, sort_rows};
use track::store::Repository;
use track::view::state_words;

fn main() -> Result<(), Box<dyn Error>> {
    // The library never asks the clock: the day is an argument.
    let day = std::env::args().nth(1).unwrap_or_else(|| "2026-11-23".to_owned());
    let today: NaiveDate = day.parse()?;
    let repository = Repository::find(&std::env::current_dir()?)?;
    let (settings, _) = repository.settings()?;
    let filter = Filter { overdue: true, ..Filter::default() };
    let mut survey = repository.survey(&filter, today, &settings)?;
    sort_rows(&mut survey.rows, SortKey::LastDay);
    for row in &survey.rows {
        println!("{}: {}", row.id, state_words(row.requirement, &row.standing));
    }
    for finding in &survey.left_out {
        println!("left out: {}:{}: {}", finding.place.path, finding.place.line, finding.message);
    }
    println!("{} of {} records", survey.rows.len(), survey.records);
    Ok(())
}
