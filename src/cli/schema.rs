//! `track schema`.

use clap::Args;

use super::Exit;
use super::context::Context;
use crate::view::json;

/// Print the JSON Schema of a record, for editors.
///
/// An editor that knows it completes the keys of a record, says what each means, and marks what is wrong while it is
/// typed. `track init` writes it into a new folder, with the settings that make editors find it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track schema
  track schema > .track/record.schema.json    renews that of track init")]
pub struct SchemaArgs {}

pub(super) fn run(_: &SchemaArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    context.env.print(&json::record_schema())?;
    Ok(Exit::Well)
}
