//! `track render --format` and `--output`.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::place::Place;
use crate::cli::context::Context;
use crate::cli::failure::{Refusal, Usage};
use crate::cli::output::{named_file, overwrites_a_file};
use crate::document::{DOCUMENT_FORMATS, DocumentFormat, find_format};
use crate::query::Row;
use crate::store::Repository;
use crate::text::{or_list, visible};

/// In which form, and where.
#[derive(Args, Debug)]
pub(super) struct FormatArgs {
    /// In which form; default: the one that FILE ends like, else txt, or what the office's own layout has
    #[arg(long, value_name = "FORM", value_parser = forms())]
    format: Option<&'static DocumentFormat>,
    /// Write it to this file, or into this folder; `-` is standard output
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace files that are there
    #[arg(long)]
    overwrite: bool,
}

/// What is said of a form that many will ask for.
const NO_PDF: &str =
    "this release writes no PDF: write a .odt or .docx, and export that as PDF in LibreOffice or Word";

/// The forms, with what each is as their help. One more is known, to say that it is none.
fn forms() -> impl TypedValueParser<Value = &'static DocumentFormat> {
    let names = DOCUMENT_FORMATS
        .iter()
        .map(|form| PossibleValue::new(form.name).help(form.summary).aliases(form.also.iter().copied()));
    PossibleValuesParser::new(names.chain([PossibleValue::new("pdf").hide(true)]))
        .try_map(|name| find_format(&name).ok_or(NO_PDF))
}

impl FormatArgs {
    /// The file or folder that was named; none for standard output.
    fn named(&self) -> Option<&Path> {
        named_file(self.output.as_deref())
    }

    /// Refuses options that do not go together.
    pub(super) fn understand(&self) -> Result<(), Usage> {
        overwrites_a_file(self.overwrite, self.output.as_deref())?;
        if let (Some(format), Some(ending)) = (self.format, self.ending())
            && let Some(other) = find_format(ending)
            && !std::ptr::eq(format, other)
        {
            return Err(Usage(format!(
                "--format {} does not go with a file that ends in .{}: leave --format out, or name another file",
                format.name,
                visible(ending)
            )));
        }
        Ok(())
    }

    /// How the file that was named ends.
    fn ending(&self) -> Option<&str> {
        self.named()?.extension()?.to_str()
    }

    /// The form of the documents; `usual` where nothing is said.
    pub(super) fn format(&self, place: &Place, usual: &'static DocumentFormat) -> &'static DocumentFormat {
        let by_name = if place.is_folder() { None } else { self.ending().and_then(find_format) };
        self.format.or(by_name).unwrap_or(usual)
    }

    /// Says that the name of the file does not tell its form.
    fn no_form(&self) -> Usage {
        if self.ending().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
            return Usage(NO_PDF.into());
        }
        let endings: Vec<String> =
            DOCUMENT_FORMATS.iter().map(|format| format!(".{}", format.name)).collect();
        Usage(format!("in which form? name it with --format, or let the file end in {}", or_list(&endings)))
    }

    /// Where the documents of some records go, looked at before anything is made. Where there may be many, those that happen
    /// to be one go into a folder too.
    pub(super) fn place(
        &self,
        rows: &[Row],
        may_be_many: bool,
        usual: &'static DocumentFormat,
        repository: &Repository,
        context: &Context<'_, '_>,
    ) -> anyhow::Result<Place> {
        let named = self.named().map(|path| (path, context.env.folder.join(path)));
        let Some((typed, path)) = named else {
            if rows.len() > 1 {
                return Err(Refusal::new(format!("{} inspections fit; nothing was written", rows.len()))
                    .hint(
                        "name a folder for their documents with --output FOLDER, or one inspection by its id",
                    )
                    .into());
            }
            let format = self.format.unwrap_or(usual);
            if !format.is_text && context.env.out_is_terminal {
                return Err(Refusal::new(format!("a terminal cannot show {}", format.summary))
                    .hint(format!("write it to a file: --output response.{}", format.name))
                    .into());
            }
            return Ok(Place::StandardOutput);
        };
        let ends_as_file = self.ending().and_then(find_format).is_some();
        let ends_as_folder = typed.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]);
        let is_folder = ends_as_folder || path.is_dir();
        if rows.len() > 1 && ends_as_file && !is_folder {
            let words = format!(
                "`{}` is the name of one file, and {} inspections fit; nothing was written",
                visible(&typed.to_string_lossy()),
                rows.len()
            );
            return Err(Refusal::new(words).hint("name a folder for their documents").into());
        }
        if is_folder || rows.len() > 1 || (may_be_many && !ends_as_file) {
            let format = self.format.unwrap_or(usual);
            return Place::folder(path, format.name, self.overwrite, rows, repository);
        }
        if self.format.is_none() && self.ending().and_then(find_format).is_none() {
            return Err(self.no_form().into());
        }
        Ok(Place::File(repository.output(&path, self.overwrite)?))
    }
}
