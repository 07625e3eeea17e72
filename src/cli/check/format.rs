//! `track check --format` and `--output`: in which form findings are told, and where.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::cli::context::Context;
use crate::cli::failure::Usage;
use crate::cli::output::OutputArgs;
use crate::store::{JobSummary, OutputFile, Repository};
use crate::view::{CHECK_FORMATS, CheckFormat, CheckReport, Paint, find_check_format, tally};

/// The most that GitHub takes of a step's summary.
const LARGEST_SUMMARY: u64 = 1024 * 1024;

/// In which form, and where.
#[derive(Args, Debug)]
pub(super) struct FormatArgs {
    /// In which form; paths are from the root of the records, for code hosts from the top of the git repository
    #[arg(long, value_name = "FORM", default_value = "text", value_parser = forms())]
    pub format: &'static CheckFormat,
    #[command(flatten)]
    output: OutputArgs,
}

/// The forms, with what each is for as their help.
fn forms() -> impl TypedValueParser<Value = &'static CheckFormat> {
    let names = CHECK_FORMATS.iter().map(|form| PossibleValue::new(form.name).help(form.says));
    // The parser lets only names of the table through.
    PossibleValuesParser::new(names).map(|name| find_check_format(&name).unwrap_or(CHECK_FORMATS[0]))
}

impl FormatArgs {
    /// Refuses options that do not go together.
    pub(super) fn understand(&self) -> Result<(), Usage> {
        self.output.understand()
    }

    /// Looks at the place of the output before anything is done; a file has no colour and no width.
    pub(super) fn begin(
        &self,
        repository: &Repository,
        context: &mut Context<'_, '_>,
    ) -> anyhow::Result<Option<OutputFile>> {
        let output = self.output.place(repository, &context.env.folder)?;
        if output.is_some() {
            context.paint = Paint::plain();
        }
        Ok(output)
    }

    /// Tells what was made of a report, and what a job shall show of it.
    pub(super) fn end(
        &self,
        text: &str,
        report: &CheckReport<'_>,
        output: Option<&OutputFile>,
        context: &mut Context<'_, '_>,
    ) -> anyhow::Result<()> {
        match output {
            None => context.env.print(text)?,
            Some(output) => {
                output.write(text.as_bytes())?;
                let counts = tally(report.files.len(), report.errors(), report.warnings());
                context.note(&format!("{counts}; written to `{}`\n", output.shown()));
            }
        }
        self.summarise(report, context)
    }

    /// Appends to the summary of a job that asks for one.
    fn summarise(&self, report: &CheckReport<'_>, context: &mut Context<'_, '_>) -> anyhow::Result<()> {
        let (Some(write), Some(path)) = (self.format.job_summary, context.env.job_summary.as_ref()) else {
            return Ok(());
        };
        let path = context.env.folder.join(path);
        let summary = JobSummary(&path);
        let room = LARGEST_SUMMARY.saturating_sub(summary.length()?);
        let text = write(report, usize::try_from(room).unwrap_or(usize::MAX));
        if text.is_empty() {
            context.note("note: the job summary is full; the log has all findings\n");
            return Ok(());
        }
        Ok(summary.append(&text)?)
    }
}
