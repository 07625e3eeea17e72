//! `track update`.

use chrono::NaiveDate;
use clap::Args;

use super::ask::{ask_optional, ask_text, choose_optional, explain_texts};
use super::change::{Chosen, Saving, change, choose, row_of, saved_but};
use super::context::Context;
use super::failure::{Refusal, Usage};
use super::output::Format;
use super::text_value::text_value;
use super::{Exit, items};
use crate::edit::{Entry, Items, Progress, typed_date};
use crate::model::{PartialDate, Status};
use crate::text::visible;
use crate::view::{noted_words, stands_now};

/// Add a dated update to a recommendation.
///
/// Updates are a history: they are added, never rewritten. Without a status or a note, they are asked for on a terminal.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track update 2020-02-custody 3a --status in-progress --by \"Head of Custody\"
  track update 2020-02-custody 3a --status closed --note \"All boards are in use.\"
  track update 2020-02-custody \"#2\" --note @note.txt --date \"1 June 2020\"
  track update 2020-02-custody --all-open --status awaiting-allocation
  track update 2020-02-custody 3a --superseded-by 2021-05-custody
  track update 2020-02-custody        asks which, and what")]
pub struct UpdateArgs {
    /// The record
    #[arg(value_name = "ID")]
    id: String,
    /// The recommendation, by its label, or by "#N", its position; several are updated alike
    #[arg(value_name = "LABEL")]
    labels: Vec<String>,
    /// Update all that are open
    #[arg(long, conflicts_with = "labels")]
    all_open: bool,
    /// The status from that day
    #[arg(long, value_name = "STATUS")]
    status: Option<String>,
    /// What happened; @FILE is what stands in a file, - what comes on standard input
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Who says so
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The day, in any form; today by default
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Who signed it off
    #[arg(long, value_name = "NAME")]
    signed_off_by: Option<String>,
    /// The inspectorate's own word for the status
    #[arg(long, value_name = "TEXT")]
    inspectorate_status: Option<String>,
    /// The office's own date to be done by
    #[arg(long, value_name = "DATE")]
    target: Option<String>,
    /// The deadline, where the inspectorate itself moved it
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    /// The record that takes it up: the status becomes superseded
    #[arg(long, value_name = "ID")]
    superseded_by: Option<String>,
    /// The note may stand on public pages
    #[arg(long)]
    public: bool,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &UpdateArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let mut said = Said::of(args, context)?;
    let date = day(args.date.as_deref(), context.today)?;
    if !context.can_ask() {
        said.must_be_enough()?;
    }
    let chosen = choose(&args.id, context)?;
    let labels = if args.labels.is_empty() && !args.all_open {
        items::ask_which(&chosen, context)?
    } else {
        args.labels.clone()
    };
    if context.can_ask() {
        said.ask(context)?;
        said.must_be_enough()?;
    }
    let items = if args.all_open { Items::AllOpen } else { Items::Named(&labels) };
    let progress = Progress { date, entries: said.entries() };
    let done = change(&chosen, &args.saving, context, |revision| {
        let noted = revision.note_progress(items, &progress).map_err(Refusal::from)?;
        Ok(Some(noted_words(&noted, args.date.is_some().then_some(date))))
    })?;
    tell_what_is_left(&chosen, &done.text, &args.saving, context)?;
    Ok(done.exit)
}

/// What was said of the update: its keys, as they were typed.
struct Said {
    status: Option<String>,
    note: Option<String>,
    others: Vec<(&'static str, String)>,
}

impl Said {
    fn of(args: &UpdateArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Self> {
        let mut status = args.status.clone();
        if args.superseded_by.is_some() {
            let superseded = Status::Superseded.as_str();
            if status.as_deref().is_some_and(|status| !status.eq_ignore_ascii_case(superseded)) {
                return Err(Usage(format!("--superseded-by makes the status {superseded}")).into());
            }
            status = Some(superseded.to_owned());
        }
        let note = args.note.as_deref().map(|note| text_value(note, context)).transpose()?;
        let others = [
            ("inspectorate_status", args.inspectorate_status.clone()),
            ("by", args.by.clone()),
            ("signed_off_by", args.signed_off_by.clone()),
            ("target", args.target.clone()),
            ("due", args.due.clone()),
            ("superseded_by", args.superseded_by.clone()),
            ("public", args.public.then(|| "true".to_owned())),
        ];
        let others = others.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        Ok(Self { status, note, others })
    }

    /// Asks for what is missing: status and note where neither is given, the note where it closes.
    fn ask(&mut self, context: &mut Context<'_, '_>) -> anyhow::Result<()> {
        let nothing = self.status.is_none() && self.note.is_none();
        if nothing {
            self.status =
                choose_optional(context, "Status (Enter: unchanged)", Status::WORDS)?.map(str::to_owned);
        }
        let closes = self.status.as_deref().is_some_and(|word| word.eq_ignore_ascii_case("closed"));
        if self.note.is_none() && (nothing || closes) {
            explain_texts(context);
            self.note = ask_text(context, if closes { "What was done?" } else { "What happened?" })?;
        }
        if nothing && !self.others.iter().any(|(key, _)| *key == "by") {
            let by =
                ask_optional(context, "Who says so (Enter: nobody named)", |answer| Ok(answer.to_owned()))?;
            self.others.extend(by.map(|by| ("by", by)));
        }
        Ok(())
    }

    fn must_be_enough(&self) -> Result<(), Usage> {
        if self.status.is_none() && self.note.is_none() {
            return Err(Usage(
                "--status or --note must be given: an update says one of them at least".into(),
            ));
        }
        Ok(())
    }

    /// The keys in the order of the table of fields.
    fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = Vec::new();
        entries.extend(self.status.as_deref().map(|status| ("status", status)));
        entries.extend(self.note.as_deref().map(|note| ("note", note)));
        entries.extend(self.others.iter().map(|(key, value)| (*key, value.as_str())));
        let place = |key: &str| crate::schema::UPDATE.field(key).map(|(place, _)| place);
        entries.sort_by_key(|(key, _)| place(key));
        entries
    }
}

/// The day of the update.
fn day(typed: Option<&str>, today: NaiveDate) -> anyhow::Result<NaiveDate> {
    let Some(typed) = typed else { return Ok(today) };
    match typed_date(typed).map_err(Refusal::new)? {
        PartialDate::Day(day) => Ok(day),
        _ => Err(Refusal::new(format!("--date must be a day, and `{}` is none", visible(typed)))
            .hint("nothing was written")
            .into()),
    }
}

/// Says below a change what is left to do of the items.
pub(super) fn tell_what_is_left(
    chosen: &Chosen,
    text: &str,
    saving: &Saving,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    if saving.dry_run || saving.format == Format::Json {
        return Ok(());
    }
    let told =
        row_of(chosen, text, context).and_then(|row| context.below(&format!("{}\n", stands_now(&row))));
    told.map_err(|error| saved_but(chosen, error))
}
