//! `track recommendations`.

use clap::Args;

use super::Exit;
use super::closed::word_of;
use super::completing::Offer;
use super::context::{Context, complete_ids};
use super::list::Format;
use crate::model::{ItemKind, Status};
use crate::query::{Filter, ItemFilter, ItemRow, ItemSortKey, sort_items};
use crate::text::count;
use crate::view::{items_csv, items_markdown, items_table, json};

/// List recommendations and other items over all inspections.
///
/// Overdue ones come first. Filters combine.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(after_help = "Examples:
  track recs --open                   ours, and not done
  track recs --overdue --owner \"Head of Custody\"
  track recs custody                  those of one inspection
  track recs --status pending-sign-off --format csv")]
pub struct RecommendationsArgs {
    /// Only items of these records; a unique part of an id is enough
    #[arg(value_name = "ID", add = Offer::Ids)]
    ids: Vec<String>,
    /// Only items that are ours and not done
    #[arg(long)]
    open: bool,
    /// Only open items whose deadline is certainly past
    #[arg(long)]
    overdue: bool,
    /// Only items for us to act on
    #[arg(long)]
    ours: bool,
    /// Only items for which nobody has decided whether they are ours
    #[arg(long)]
    undecided: bool,
    /// Only items of this owner, by a part of the name
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Only this status; may be given several times
    #[arg(long, value_name = "STATUS", value_parser = word_of(Status::LIST, Status::from_word))]
    status: Vec<Status>,
    /// Only this kind; may be given several times
    #[arg(long, value_name = "KIND", value_parser = word_of(ItemKind::LIST, ItemKind::from_word))]
    kind: Vec<ItemKind>,
    /// By what to sort
    #[arg(long, value_name = "KEY", default_value = "action", value_parser = word_of(ItemSortKey::LIST, ItemSortKey::from_word))]
    sort: ItemSortKey,
    /// In which form
    #[arg(long, value_name = "FORM", default_value = "table")]
    format: Format,
}

pub(super) fn run(args: &RecommendationsArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let repository = context.repository()?;
    let (_, faults) = context.settings(&repository)?;
    let filter = Filter { ids: complete_ids(&args.ids, &repository)?, ..Filter::default() };
    let items = ItemFilter {
        open: args.open,
        overdue: args.overdue,
        ours: args.ours,
        undecided: args.undecided,
        owner: args.owner.clone(),
        statuses: args.status.clone(),
        kinds: args.kind.clone(),
    };
    let mut survey = repository.survey_items(&filter, &items, context.today)?;
    sort_items(&mut survey.rows, args.sort);
    let rows = &survey.rows;
    let exit = context.left_out(&survey.left_out, &faults);
    let text = match args.format {
        Format::Table if rows.is_empty() => "No recommendation or other item fits.\n".into(),
        Format::Table => items_table(rows, context.paint),
        Format::Json => {
            json::items_json(rows, &[faults.as_slice(), &survey.left_out].concat(), context.today)
        }
        Format::Csv => items_csv(rows),
        Format::Markdown => items_markdown(rows),
    };
    context.env.print(&text)?;
    if args.format == Format::Table && !rows.is_empty() {
        context.below(&format!("\n{}\n", tally(rows)))?;
    }
    Ok(exit)
}

fn tally(rows: &[ItemRow]) -> String {
    let counted = |fits: fn(&ItemRow) -> bool| rows.iter().filter(|row| fits(row)).count();
    format!(
        "{}: {} open, {} past the deadline, {} undecided.",
        count(rows.len(), "item"),
        counted(|row| row.standing.open),
        counted(|row| row.standing.overdue),
        counted(|row| row.standing.undecided),
    )
}
