//! What stands before or after every command.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::model::parse_typed_date;

/// Options of every command.
#[derive(Args, Debug)]
pub struct Global {
    /// The folder that holds the records; otherwise the nearest one at or above the working directory
    #[arg(long, global = true, value_name = "DIR", env = "TRACK_REPO", hide_env_values = true)]
    #[arg(help_heading = "Everywhere")]
    pub repo: Option<PathBuf>,
    /// The day to ask about, in place of today's date in London
    #[arg(long, global = true, value_name = "DATE", env = "TRACK_TODAY", hide_env_values = true, value_parser = day)]
    #[arg(help_heading = "Everywhere")]
    pub today: Option<NaiveDate>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Everywhere")]
    pub color: Color,
    /// Say nothing but data and errors
    #[arg(short, long, global = true, help_heading = "Everywhere")]
    pub quiet: bool,
    /// Never ask, even on a terminal
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub no_input: bool,
}

/// When to use colour.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

fn day(typed: &str) -> Result<NaiveDate, String> {
    let day = parse_typed_date(typed).ok().and_then(crate::model::PartialDate::day);
    day.ok_or_else(|| "a day belongs here, such as 2020-05-10 or \"10 May 2020\"".to_owned())
}
