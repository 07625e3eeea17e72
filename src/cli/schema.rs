//! `track schema`.

use clap::{Args, ValueEnum};

use super::Exit;
use super::context::Context;
use crate::view::json;

/// Print a JSON Schema for editors: that of a record, or that of track.toml.
///
/// An editor that knows it completes the keys, says what each means, and marks what is wrong while it is typed. `track init`
/// writes both into a new folder, with the settings that make editors find them. `track check` says more than a schema can.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track schema
  track schema > .track/record.schema.json    renews that of track init
  track schema settings > .track/settings.schema.json")]
pub struct SchemaArgs {
    /// Of what
    #[arg(value_name = "WHAT", default_value = "record")]
    what: What,
}

/// What there is a schema of.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// A record.
    Record,
    /// The settings of an office: track.toml.
    Settings,
}

pub(super) fn run(args: &SchemaArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let schema = match args.what {
        What::Record => json::record_schema(),
        What::Settings => json::settings_schema(),
    };
    context.env.print(&schema)?;
    Ok(Exit::Well)
}
