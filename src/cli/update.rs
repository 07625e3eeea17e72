//! `track update`.

use chrono::NaiveDate;
use clap::Args;

use super::ask::{ask_needed_text, ask_optional, ask_text, choose_optional, explain_texts};
use super::change::{Chosen, Done, Saving, change, change_seen, choose, row_of, saved_but};
use super::completing::Offer;
use super::context::Context;
use super::day_word::day_meant;
use super::failure::{Refusal, Usage};
use super::interview::Interview;
use super::output::Format;
use super::text_value::text_value;
use super::{Exit, items};
use crate::edit::{Entry, Items, Noted, Progress, Revision, typed_date};
use crate::model::{PartialDate, Status};
use crate::schema::UPDATE;
use crate::text::visible;
use crate::view::{noted_words, stands_now};

/// Add a dated update to a recommendation.
///
/// Updates are a history: they are added, never rewritten. Without a status or a note, they are asked for on a terminal.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track update 2020-02-custody 3a --status in-progress \\
            --by \"Head of Custody\"
  track update 2020-02-custody 3a --status closed --note \"All boards hang.\"
  track update 2020-02-custody \"#2\" --note @note.txt --date \"1 June 2020\"
  track update 2020-02-custody --all-open --status awaiting-allocation
  track update 2020-02-custody 3a --superseded-by 2021-05-custody
  track update 2020-02-custody        asks which, and what")]
pub struct UpdateArgs {
    /// The record
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// The recommendation, by its label, or by "#N", its position; several are updated alike
    #[arg(value_name = "LABEL", add = Offer::Items)]
    labels: Vec<String>,
    /// Update all that are open
    #[arg(long, conflicts_with = "labels")]
    all_open: bool,
    /// The status from that day
    #[arg(long, value_name = "STATUS", add = Offer::Words(Status::LIST))]
    status: Option<String>,
    /// What happened; @FILE is what stands in a file, - what comes on standard input
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Who says so
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The day, in any form, yesterday too; today by default
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
    #[arg(long, value_name = "ID", add = Offer::Ids)]
    superseded_by: Option<String>,
    /// The note may stand on public pages
    #[arg(long)]
    public: bool,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &UpdateArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    args.saving.check()?;
    let said = Said::of(args, context)?;
    let date = day(args.date.as_deref(), context.today)?;
    let names_none = args.labels.is_empty() && !args.all_open;
    if context.can_ask() && (names_none || said.wants_more()) {
        return asked(args, said, date, context);
    }
    if said.says_nothing() {
        return Err(
            Usage("--status or --note must be given: an update says one of them at least".into()).into()
        );
    }
    if names_none {
        return Err(Usage("say which: a LABEL, \"#N\", or --all-open".into()).into());
    }
    let chosen = choose(&args.id, context)?;
    let today = context.today;
    let progress = Progress { date, entries: said.entries() };
    let done = change(&chosen, &args.saving, context, |revision| {
        let noted = revision.note_progress(args.items(&args.labels), &progress).map_err(Refusal::from)?;
        Ok(Some(args.words(&noted, date, today)))
    })?;
    tell_what_is_left(&chosen, &done, &args.saving, context)?;
    Ok(done.exit)
}

/// Asks for what is missing: which items, and what happened. What cannot be is told before a text is typed.
fn asked(
    args: &UpdateArgs,
    mut said: Said,
    date: NaiveDate,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Exit> {
    let chosen = choose(&args.id, context)?;
    let interview = Interview::begin(&chosen, context)?;
    let labels = if args.labels.is_empty() && !args.all_open {
        items::ask_which(&interview, context)?
    } else {
        args.labels.clone()
    };
    let refused = |fault: String| Refusal::new(format!("{fault}; nothing was written"));
    interview
        .tries(&|revision| note(revision, args.items(&labels), date, &said.likely()))
        .map_err(refused)?;
    said.ask(context)?;
    if said.says_nothing() {
        return Err(Refusal::new("neither a status nor a note; nothing was written").into());
    }
    let entries = said.entries();
    let made = |revision: &mut Revision| note(revision, args.items(&labels), date, &entries);
    let progress = Progress { date, entries: entries.clone() };
    let (seen, today) = (Some(interview.seen()), context.today);
    let done = change_seen(&chosen, seen, &args.saving, context, |revision| {
        let noted = revision.note_progress(args.items(&labels), &progress).map_err(Refusal::from)?;
        Ok(Some(args.words(&noted, date, today)))
    })
    .map_err(|error| interview.kept(error, &made))?;
    tell_what_is_left(&chosen, &done, &args.saving, context)?;
    Ok(done.exit)
}

fn note(
    revision: &mut Revision,
    items: Items<'_>,
    date: NaiveDate,
    entries: &[Entry<'_>],
) -> Result<(), Refusal> {
    revision.note_progress(items, &Progress { date, entries: entries.to_vec() })?;
    Ok(())
}

impl UpdateArgs {
    fn items<'l>(&self, labels: &'l [String]) -> Items<'l> {
        if self.all_open { Items::AllOpen } else { Items::Named(labels) }
    }

    fn words(&self, noted: &[Noted], date: NaiveDate, today: NaiveDate) -> String {
        noted_words(noted, self.date.is_some().then_some(date), today)
    }
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
        let meant = |key: &str, value: &str| day_meant(&UPDATE, key, value, context.today);
        let others = others.into_iter().filter_map(|(key, value)| Some((key, meant(key, &value?)))).collect();
        Ok(Self { status, note, others })
    }

    fn says_nothing(&self) -> bool {
        self.status.is_none() && self.note.is_none()
    }

    fn closes(&self) -> bool {
        self.status.as_deref().is_some_and(|word| word.eq_ignore_ascii_case(Status::Closed.as_str()))
    }

    /// Whether a person would be asked for more.
    fn wants_more(&self) -> bool {
        self.says_nothing() || (self.closes() && self.note.is_none())
    }

    /// The keys that are known already, with a note where one will be asked for.
    fn likely(&self) -> Vec<Entry<'_>> {
        let mut entries = self.entries();
        if self.note.is_none() {
            entries.push(("note", "…"));
        }
        entries
    }

    /// Asks for what is missing: status and note where neither is given, the note where it closes.
    fn ask(&mut self, context: &mut Context<'_, '_>) -> anyhow::Result<()> {
        let nothing = self.says_nothing();
        if nothing {
            let status = choose_optional(context, "Status (Enter: unchanged)", Status::WORDS)?;
            self.status = status.map(str::to_owned);
        }
        if self.note.is_none() && self.closes() {
            explain_texts(context);
            self.note = Some(ask_needed_text(context, "What was done?")?);
        } else if self.note.is_none() && nothing {
            explain_texts(context);
            self.note = ask_text(context, "What happened?")?;
        }
        if nothing && !self.says_nothing() && !self.others.iter().any(|(key, _)| *key == "by") {
            let by =
                ask_optional(context, "Who says so (Enter: nobody named)", |answer| Ok(answer.to_owned()))?;
            self.others.extend(by.map(|by| ("by", by)));
        }
        Ok(())
    }

    /// The keys in the order of the table of fields.
    fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = Vec::new();
        entries.extend(self.status.as_deref().map(|status| ("status", status)));
        entries.extend(self.note.as_deref().map(|note| ("note", note)));
        entries.extend(self.others.iter().map(|(key, value)| (*key, value.as_str())));
        let place = |key: &str| UPDATE.field(key).map(|(place, _)| place);
        entries.sort_by_key(|(key, _)| place(key));
        entries
    }
}

/// The day of the update.
fn day(typed: Option<&str>, today: NaiveDate) -> anyhow::Result<NaiveDate> {
    let Some(typed) = typed else { return Ok(today) };
    match typed_date(&day_meant(&UPDATE, "date", typed, today)).map_err(Refusal::new)? {
        PartialDate::Day(day) => Ok(day),
        _ => Err(Refusal::new(format!("--date must be a day, and `{}` is none", visible(typed)))
            .hint("nothing was written")
            .into()),
    }
}

/// Says below a change what is left to do of the items.
pub(super) fn tell_what_is_left(
    chosen: &Chosen,
    done: &Done,
    saving: &Saving,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    if saving.dry_run || saving.format == Format::Json {
        return Ok(());
    }
    let told = row_of(chosen, &done.text, &done.settings, context)
        .and_then(|row| context.below(&format!("{}\n", stands_now(&row))));
    told.map_err(|error| saved_but(chosen, error))
}
