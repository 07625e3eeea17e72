//! The command line as a whole.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::context::Context;
use super::{Exit, add, check, due, explain, list, recommendations, show};
use crate::model::parse_typed_date;

/// Answers police inspection reports on time.
///
/// Section 55 of the Police Act 1996 gives a local policing body 56 days to publish its response to a report of the
/// inspectorate, the day of publication being the first. Each inspection and its response is one text file under
/// records/; track lists them, counts the days, and says what is missing.
#[derive(Parser, Debug)]
#[command(name = "track", version = env!("TRACK_VERSION"), max_term_width = 100)]
#[command(
    after_help = "Exit status: 0 well; 1 refused, impossible, or records have errors; 2 the command line cannot \
                        be understood; 3 the machine failed."
)]
pub struct Cli {
    /// What stands before or after every command.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

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

/// The commands. Each takes its help from the doc comment of its arguments.
#[derive(Subcommand, Debug)]
#[expect(missing_docs, reason = "a doc comment here would hide that of the arguments from the help")]
pub enum Command {
    List(list::ListArgs),
    #[command(visible_alias = "recs")]
    Recommendations(recommendations::RecommendationsArgs),
    Show(show::ShowArgs),
    Due(due::DueArgs),
    Add(add::AddArgs),
    Check(check::CheckArgs),
    Explain(explain::ExplainArgs),
}

impl Command {
    /// Runs it.
    pub(super) fn run(&self, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
        match self {
            Self::List(args) => list::run(args, context),
            Self::Recommendations(args) => recommendations::run(args, context),
            Self::Show(args) => show::run(args, context),
            Self::Due(args) => due::run(args, context),
            Self::Add(args) => add::run(args, context),
            Self::Check(args) => check::run(args, context),
            Self::Explain(args) => explain::run(args, context),
        }
    }
}
