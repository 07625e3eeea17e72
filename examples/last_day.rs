//! Tells the last day on which a response must be published, for a date as people type it.
//!
//! ```text
//! cargo run --example last_day -- "9 March 2020"
//! ```
#![allow(clippy::print_stdout, reason = "an example talks to the terminal")]

use std::process::ExitCode;

use track::duty::{POLICE_ACT_55, last_day};
use track::model::{day_in_words, parse_typed_date};

fn main() -> ExitCode {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let typed = if typed.is_empty() { "9 March 2020".to_owned() } else { typed.join(" ") };
    let Ok(published) = parse_typed_date(&typed) else {
        println!("\"{}\" is no date", track::text::visible(&typed));
        return ExitCode::FAILURE;
    };
    println!("report published: {}", published.in_words());
    let Some(range) = last_day(&POLICE_ACT_55, published) else {
        println!("no last day: the limit of 56 days did not apply, or the day is not known");
        return ExitCode::SUCCESS;
    };
    println!("last day: {} at the earliest", day_in_words(range.earliest));
    println!("last day: {} at the latest", day_in_words(range.latest));
    ExitCode::SUCCESS
}
