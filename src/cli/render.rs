//! `track render`.

mod answers;
mod format;
mod layout;
mod place;

use std::collections::BTreeMap;

use clap::Args;

use answers::Reports;
use format::FormatArgs;
use layout::{Found, Wanted};
use place::Place;

use super::Exit;
use super::context::{Context, id_of};
use super::failure::{Refusal, Usage};
use super::filter::FilterArgs;
use crate::check::wrong_citation;
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::document::{Sources, Subject};
use crate::model::{PartialDate, parse_typed_date};
use crate::query::{Filter, Row};
use crate::schema::{Reading, read};
use crate::store::Repository;
use crate::text::{count, visible};

/// Write the response document of an inspection, as the office publishes it.
///
/// A document whose response is not published, and whose record is not complete, is marked DRAFT, with a list of what is
/// missing. Of a published one the gaps are told on standard error. Nothing that is missing is made up.
///
/// Several inspections are written into a folder, a file each.
///
/// A layout of the office's own is a template, an HTML or a Markdown file in which `{{ report.title }}` stands for the title:
/// docs/reference/templates.md has an example and all that such a file may say.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track render 2020-03-prevent
  track render 2020-03-prevent --format docx --output prevent.docx
  track render prevent -o prevent.odt --layout statutory
  track render prevent --final -o response.html
  track render --year 2020 --format html --output responses/
  track render prevent -o response.html --layout our-own")]
pub struct RenderArgs {
    #[command(flatten)]
    filter: FilterArgs,
    /// Every inspection
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    format: FormatArgs,
    /// The layout: statutory, cumbria, letter, or the office's own in templates/LAYOUT.html and templates/LAYOUT.md;
    /// default: that of track.toml, else statutory
    #[arg(long, value_name = "LAYOUT")]
    layout: Option<String>,
    /// Refuse while anything that the record can show is missing; in a folder the others are written
    #[arg(long = "final")]
    is_final: bool,
    /// The date of the response; default: that of its publication
    #[arg(long, value_name = "DATE", value_parser = typed_date)]
    date: Option<PartialDate>,
}

fn typed_date(typed: &str) -> Result<PartialDate, String> {
    parse_typed_date(typed)
        .map_err(|_| "a date is typed as 2020-04-01, 1/4/2020, \"1 April 2020\" or \"April 2020\"".into())
}

impl RenderArgs {
    /// Refuses a date that was given and lies before a report that is answered: it can only be mistyped.
    fn refuse_date_before(&self, rows: &[Row]) -> Result<(), Refusal> {
        let Some(date) = self.date else { return Ok(()) };
        let is_before = |row: &&Row| {
            date.latest().zip(row.published.earliest()).is_some_and(|(date, report)| date < report)
        };
        rows.iter().find(is_before).map_or(Ok(()), |row| {
            Err(Refusal::new(format!(
                "the response cannot be of {}, before the report of {} ({}); nothing was written",
                date.in_words(),
                visible(&row.id),
                row.published.in_words()
            )))
        })
    }
}

/// All that documents are made with, whatever the record.
struct Press<'p> {
    args: &'p RenderArgs,
    repository: &'p Repository,
    settings: &'p Settings,
    layout: Wanted,
    reports: Reports,
}

pub(super) fn run(args: &RenderArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    args.format.understand()?;
    let repository = context.repository()?;
    let (settings, faults) = context.settings(&repository)?;
    let layout = Found::of(args.layout.as_deref().unwrap_or(&settings.documents.layout), &repository)?;
    let filter = args.filter.filter(&repository)?;
    if filter == Filter::default() && !args.all {
        return Err(
            Usage("which inspection? name its id, a filter such as --year 2020, or --all".into()).into()
        );
    }
    let mut survey = repository.survey(&filter, context.today, &settings)?;
    if !filter.ids.is_empty() {
        survey.left_out.retain(|finding| filter.ids.iter().any(|id| id == id_of(&finding.place.path)));
    }
    let mut told = context.left_out(&survey.left_out, &faults);
    if leave_out_twins(&mut survey.rows, context)? {
        told = Exit::Refused;
    }
    let reports = Reports::of(&repository, &survey.rows, context.today, &settings)?;
    let mut rows = survey.rows;
    if rows.is_empty() {
        context.note("no inspection was rendered\n");
        return Ok(told);
    }
    args.refuse_date_before(&rows)?;
    let may_be_many = filter.ids.len() != 1;
    let usual = layout.usual_format();
    let place = args.format.place(&rows, may_be_many, usual, &repository, context)?;
    let layout = layout.wanted(args.format.format(&place, usual))?;
    let press = Press { args, repository: &repository, settings: &settings, layout, reports };
    let refusal = if args.is_final { press.leave_out_gaps(&mut rows, &place, context)? } else { None };
    press.remark_on_citation(context);
    if press.print_all(&rows, &place, context)? < rows.len() {
        told = Exit::Refused;
    }
    refusal.map_or(Ok(told), |refusal| Err(refusal.into()))
}

/// Leaves out records that bear the same id, and says so: none of them can be named, and their documents would bear the
/// same name. A refusal where no other is left.
fn leave_out_twins(rows: &mut Vec<Row>, context: &mut Context<'_, '_>) -> Result<bool, Refusal> {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows.iter() {
        *ids.entry(row.id.clone()).or_default() += 1;
    }
    ids.retain(|_, records| *records > 1);
    if ids.is_empty() {
        return Ok(false);
    }
    rows.retain(|row| !ids.contains_key(&row.id));
    let twins = ids.iter().map(|(id, records)| format!("{records} records bear the id `{}`", visible(id)));
    let twins = crate::text::and_list(&twins.collect::<Vec<_>>());
    if rows.is_empty() {
        return Err(Refusal::new(format!("{twins}; nothing was written"))
            .hint("`track check` shows them; give each an id of its own"));
    }
    context.env.tell(&format!("left out: {twins}; `track check` shows them\n"));
    Ok(true)
}

impl Press<'_> {
    /// Reads a record and takes what is made of it; the finding instead where it has changed into one that cannot be read.
    fn with<T>(
        &self,
        row: &Row,
        context: &mut Context<'_, '_>,
        take: impl FnOnce(&Subject<'_>) -> T,
    ) -> Option<T> {
        let today = context.today;
        let bytes = match self.repository.read(&row.path) {
            Ok(bytes) => bytes,
            Err(fault) => {
                context.tell_findings(&[fault.finding()]);
                return None;
            }
        };
        let taken = read(&row.path, &bytes, |reading: &Reading<'_>| {
            if let Some(error) = reading.first_error() {
                return Err(Box::new(error.clone()));
            }
            let others = self.reports.others(row, &reading.inspection);
            Ok(take(&Subject::new(Sources {
                inspection: &reading.inspection,
                row,
                findings: self.reports.findings(&row.path),
                others: &others,
                settings: self.settings,
                today,
                date: self.args.date,
            })))
        });
        taken.map_err(|finding: Box<Finding>| context.tell_findings(&[*finding])).ok()
    }

    /// Refuses what lacks something that comes before publication. In a folder the others stay, and are written first.
    fn leave_out_gaps(
        &self,
        rows: &mut Vec<Row>,
        place: &Place,
        context: &mut Context<'_, '_>,
    ) -> anyhow::Result<Option<Refusal>> {
        let mut hints = Vec::new();
        let all = rows.len();
        rows.retain(|row| {
            let gaps = self.with(row, context, |subject| subject.gaps().to_vec()).unwrap_or_default();
            let before = gaps.iter().filter(|gap| !gap.comes_after);
            let lacks: Vec<String> = before.map(|gap| format!("{}: {gap}", visible(&row.id))).collect();
            let is_whole = lacks.is_empty();
            hints.extend(lacks);
            is_whole
        });
        let out = all - rows.len();
        if out == 0 {
            return Ok(None);
        }
        let message = match (out, all) {
            (_, 1) => "the record shows that the response is not complete; nothing was written".to_owned(),
            _ if rows.is_empty() => {
                format!("the records show that none of the {all} responses is complete; nothing was written")
            }
            (1, _) => {
                format!("the record shows that 1 of {all} responses is not complete; it was not written")
            }
            _ => format!(
                "the records show that {out} of {all} responses are not complete; they were not written"
            ),
        };
        let refusal = Refusal { message, hints };
        if rows.is_empty() || !place.is_folder() { Err(refusal.into()) } else { Ok(Some(refusal)) }
    }

    /// Says of the office's own statement that it cites another section than the one that the duty stands in.
    fn remark_on_citation(&self, context: &mut Context<'_, '_>) {
        let statement = self.settings.documents.duty_statement.as_deref().unwrap_or_default();
        if self.layout.quotes_statement()
            && let Some(cited) = wrong_citation(statement)
        {
            context.note(&format!(
                "note: the office's statement of the duty cites {}; the duty to respond is section 55(5), the 56 days section \
                 55(5A) of the Police Act 1996 (`documents.duty_statement` in track.toml)\n",
                visible(cited)
            ));
        }
    }

    /// Writes the documents of records, and says how many could be.
    fn print_all(&self, rows: &[Row], place: &Place, context: &mut Context<'_, '_>) -> anyhow::Result<usize> {
        let mut written = 0;
        for row in rows {
            match self.print(row, place, context) {
                Ok(is_written) => written += usize::from(is_written),
                Err(error) if written > 0 => {
                    let before = count(written, "document");
                    let words = format!("{error}; {before} before it stand written and whole");
                    return Err(error.context(words));
                }
                Err(error) => return Err(error),
            }
        }
        if place.is_folder() {
            context.note(&format!("{} in `{}`\n", count(written, "document"), place.shown()));
        }
        Ok(written)
    }

    /// Writes the document of a record; `false` where it could not be read any more.
    fn print(&self, row: &Row, place: &Place, context: &mut Context<'_, '_>) -> anyhow::Result<bool> {
        let made = self.with(row, context, |subject| {
            let lacks = if subject.is_published() { subject.gaps().to_vec() } else { Vec::new() };
            (self.layout.print(subject), subject.is_draft(), lacks)
        });
        let Some((printed, draft, lacks)) = made else { return Ok(false) };
        let bytes = printed?;
        place.write(&row.id, &bytes, self.repository, context)?;
        let id = visible(&row.id);
        if draft {
            context.note(&format!("note: {id} is a draft: its document lists what is missing\n"));
        }
        for gap in lacks {
            context.note(&format!("note: {id} lacks, as far as the record can show: {gap}\n"));
        }
        Ok(true)
    }
}
