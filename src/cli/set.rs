//! `track set`.

use clap::Args;

use super::Exit;
use super::change::{Saving, change, choose};
use super::completing::Offer;
use super::context::Context;
use super::day_word::day_of_kind;
use super::failure::{Refusal, Usage};
use super::text_value::{is_stdin, text_value};
use crate::edit::Target;
use crate::schema::tree::Tree;

/// Set one key of a record.
///
/// The value is checked as the reader checks it before anything is written, and no other line changes. A date may be
/// typed in any form, as today or yesterday too. A key of a recommendation is named by its label or its position.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track set 2020-02-custody response.sent_to_inspectorate 2020-05-01
  track set 2020-02-custody published \"11 February 2020\"
  track set 2020-02-custody \"recommendation[3a].owner\" \"Head of Custody\"
  track set 2020-02-custody \"recommendation[#2].action\" @action.md
  track set 2020-02-custody forces \"Cumbria Constabulary\" \\
            \"Humberside Police\"
  track set 2020-02-custody \"recommendation[3a].due\" --unset")]
pub struct SetArgs {
    /// The record
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// The key, as in title, response.published or "recommendation[3a].owner"; a shell wants quotes around brackets
    #[arg(value_name = "KEY", add = Offer::Keys)]
    key: String,
    /// The value; several for a key that holds a list. @FILE is what stands in a file, - what comes on standard input
    #[arg(value_name = "VALUE", allow_negative_numbers = true, add = Offer::Values)]
    values: Vec<String>,
    /// Take the key away
    #[arg(long)]
    unset: bool,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &SetArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    args.saving.check()?;
    if args.unset && !args.values.is_empty() {
        return Err(Usage("--unset takes no value".into()).into());
    }
    if !args.unset && args.values.is_empty() {
        return Err(Usage("a value is missing; --unset takes the key away".into()).into());
    }
    let chosen = choose(&args.id, context)?;
    let values = values(args, context)?;
    let today = context.today;
    let done = change(&chosen, &args.saving, context, |revision| {
        let values = match Target::find(&args.key, &Tree::read(revision.text()).0) {
            Ok(target) => values.iter().map(|value| day_of_kind(target.field.kind, value, today)).collect(),
            Err(_) => values, // said below
        };
        let made = if args.unset { revision.unset(&args.key) } else { revision.set(&args.key, &values) };
        made.map_err(Refusal::from)?;
        Ok(None)
    })?;
    Ok(done.exit)
}

/// The values as they were typed or read from elsewhere.
fn values(args: &SetArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Vec<String>> {
    if args.values.iter().filter(|value| is_stdin(value)).count() > 1 {
        return Err(Usage("standard input can be read once only".into()).into());
    }
    args.values.iter().map(|value| text_value(value, context)).collect()
}
