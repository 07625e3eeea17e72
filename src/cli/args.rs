//! The command line as a whole.

use clap::{Parser, Subcommand};

use super::context::Context;
use super::failure::{unmade, unwritten};
use super::global::Global;
use super::{
    Exit, add, check, completions, due, edit, endings, explain, fmt, init, list, man, recommendation,
    recommendations, remove, rename, render, respond, schema, set, show, update,
};

/// Answers police inspection reports on time.
///
/// Section 55 of the Police Act 1996 gives a local policing body 56 days to publish its response to a report of the
/// inspectorate, the day of publication being the first. Each inspection and its response is one text file under
/// records/; track lists them, counts the days, and says what is missing.
#[derive(Parser, Debug)]
#[command(name = "track", version = env!("TRACK_VERSION"), max_term_width = 100)]
#[command(after_help = endings())]
pub struct Cli {
    /// What stands before or after every command.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
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
    Set(set::SetArgs),
    Update(update::UpdateArgs),
    Respond(Box<respond::RespondArgs>),
    Recommendation(recommendation::RecommendationArgs),
    Edit(edit::EditArgs),
    Rename(rename::RenameArgs),
    Remove(remove::RemoveArgs),
    Fmt(fmt::FmtArgs),
    Render(Box<render::RenderArgs>),
    Check(check::CheckArgs),
    Explain(explain::ExplainArgs),
    Init(init::InitArgs),
    Schema(schema::SchemaArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl Command {
    /// Runs it.
    pub(super) fn run(&self, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
        match self {
            Self::List(args) => list::run(args, context),
            Self::Recommendations(args) => recommendations::run(args, context),
            Self::Show(args) => show::run(args, context),
            Self::Due(args) => due::run(args, context),
            Self::Add(args) => add::run(args, context).map_err(unwritten),
            Self::Set(args) => set::run(args, context).map_err(unwritten),
            Self::Update(args) => update::run(args, context).map_err(unwritten),
            Self::Respond(args) => respond::run(args, context).map_err(unwritten),
            Self::Recommendation(args) => recommendation::run(args, context).map_err(unwritten),
            Self::Edit(args) => edit::run(args, context).map_err(unwritten),
            Self::Rename(args) => rename::run(args, context).map_err(unwritten),
            Self::Remove(args) => remove::run(args, context).map_err(unwritten),
            Self::Fmt(args) => fmt::run(args, context).map_err(unwritten),
            Self::Render(args) => render::run(args, context),
            Self::Check(args) => check::run(args, context),
            Self::Explain(args) => explain::run(args, context),
            Self::Init(args) => init::run(args, context).map_err(unmade),
            Self::Schema(args) => schema::run(args, context),
            Self::Completions(args) => completions::run(args, context),
            Self::Man(args) => man::run(args, context),
        }
    }
}
