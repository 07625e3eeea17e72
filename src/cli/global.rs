//! What stands before or after every command.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::failure::Usage;
use crate::model::{PartialDate, parse_typed_date};
use crate::text::visible;

/// Options of every command.
#[derive(Args, Debug)]
pub struct Global {
    /// The folder that holds the records; otherwise the nearest one at or above the working directory
    #[arg(long, global = true, value_name = "DIR", env = "TRACK_REPO", hide_env_values = true)]
    #[arg(help_heading = "Everywhere")]
    pub repo: Option<PathBuf>,
    /// The day to ask about, in place of today's date in London
    #[arg(long, global = true, value_name = "DATE", env = "TRACK_TODAY", hide_env_values = true)]
    #[arg(help_heading = "Everywhere")]
    pub today: Option<String>,
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

impl Global {
    /// The day asked about, if one was named.
    pub(super) fn day(&self) -> Result<Option<NaiveDate>, Usage> {
        let Some(typed) = &self.today else { return Ok(None) };
        match parse_typed_date(typed).ok().and_then(PartialDate::day) {
            Some(day) => Ok(Some(day)),
            None => Err(Usage(format!(
                "`{}` is no day to ask about; write one such as 2020-05-10 or \"10 May 2020\" (--today, TRACK_TODAY)",
                visible(typed)
            ))),
        }
    }
}
