//! `track render --layout`: one that is built in, or the office's own.

use crate::cli::failure::Refusal;
use crate::document::{
    DOCUMENT_FORMATS, DocumentFormat, LAYOUTS, Layout, LayoutFault, OwnLayout, Subject, TEMPLATE_FORMATS,
    compose, find_format, find_layout,
};
use crate::store::{Repository, StoreError, TEMPLATES};
use crate::text::{and_list, or_list, visible};

/// A layout that was found by its name.
pub(super) enum Found {
    /// It is built in.
    Built(&'static Layout),
    /// It is the office's own: its name, and its templates with the format of each.
    Own(String, Vec<(&'static DocumentFormat, Vec<u8>)>),
}

/// A layout in the format that was asked for.
pub(super) enum Wanted {
    /// One that is built in, and the format.
    Built(&'static Layout, &'static DocumentFormat),
    /// The office's own.
    Own(OwnLayout),
}

impl Found {
    /// Looks for the layout of a name; a refusal with those that there are.
    pub(super) fn of(name: &str, repository: &Repository) -> anyhow::Result<Self> {
        if let Some(layout) = find_layout(name) {
            return refuse_namesake(layout, repository).map(|()| Self::Built(layout));
        }
        let formats = DOCUMENT_FORMATS.into_iter().filter(|format| TEMPLATE_FORMATS.contains(&format.name));
        let templates: Vec<_> = formats
            .filter_map(|format| {
                let bytes = repository.template(&format!("{name}.{}", format.name)).transpose()?;
                Some(bytes.map(|bytes| (format, bytes)))
            })
            .collect::<Result<_, StoreError>>()?;
        if templates.is_empty() {
            return Err(unknown(name, repository).into());
        }
        Ok(Self::Own(name.to_owned(), templates))
    }

    /// The form of its documents where nothing is said.
    pub(super) fn usual_format(&self) -> &'static DocumentFormat {
        let own = match self {
            Self::Built(_) => None,
            Self::Own(_, templates) => templates.first().map(|(format, _)| *format),
        };
        own.or_else(|| find_format("txt")).unwrap_or(DOCUMENT_FORMATS[0])
    }

    /// The layout in a format; a refusal where an office's own has none of it.
    pub(super) fn wanted(self, format: &'static DocumentFormat) -> Result<Wanted, Refusal> {
        let (name, templates) = match self {
            Self::Built(layout) => return Ok(Wanted::Built(layout, format)),
            Self::Own(name, templates) => (name, templates),
        };
        let there: Vec<&str> = templates.iter().map(|(format, _)| format.name).collect();
        let Some((format, bytes)) = templates.into_iter().find(|(there, _)| std::ptr::eq(*there, format))
        else {
            return Err(Refusal::new(format!(
                "the layout `{name}` has no template for {}; nothing was written",
                format.name
            ))
            .hint(format!("it has {}: --format {}", and_list(&there), or_list(&there))));
        };
        let file = format!("{TEMPLATES}/{name}.{}", format.name);
        Ok(Wanted::Own(OwnLayout::new(&file, format, &bytes).map_err(refusal)?))
    }
}

impl Wanted {
    /// Whether it quotes the office's own statement of the duty.
    pub(super) fn quotes_statement(&self) -> bool {
        match self {
            Self::Built(layout, _) => layout.quotes_statement,
            Self::Own(layout) => layout.quotes_statement(),
        }
    }

    /// The document of a record.
    pub(super) fn print(&self, subject: &Subject<'_>) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::Built(layout, format) => Ok((format.write)(&compose(subject, layout))),
            Self::Own(layout) => layout.print(subject).map(String::into_bytes).map_err(refusal),
        }
    }
}

/// Refuses a template that bears the name of a layout that is built in: it would never be filled.
fn refuse_namesake(layout: &Layout, repository: &Repository) -> anyhow::Result<()> {
    let is_namesake =
        |file: &String| TEMPLATE_FORMATS.iter().any(|ending| *file == format!("{}.{ending}", layout.name));
    let Some(file) = repository.template_names().into_iter().find(is_namesake) else { return Ok(()) };
    let words =
        format!("`{TEMPLATES}/{file}` has the name of a layout that is built in; nothing was written");
    Err(Refusal::new(words).hint("give the file another name, and name that with --layout").into())
}

/// Says of a name that no layout has it, with those that there are.
fn unknown(name: &str, repository: &Repository) -> Refusal {
    let names: Vec<&str> = LAYOUTS.iter().map(|layout| layout.name).collect();
    let files = TEMPLATE_FORMATS.map(|ending| format!("{TEMPLATES}/NAME.{ending}"));
    let refusal = Refusal::new(format!("there is no layout `{}`", visible(name)))
        .hint(format!("layouts: {}", or_list(&names)))
        .hint(format!("one of your own is a file {}, NAME in small letters", or_list(&files)));
    let own = repository.template_names();
    if own.is_empty() { refusal } else { refusal.hint(format!("in {TEMPLATES}/: {}", and_list(&own))) }
}

fn refusal(fault: LayoutFault) -> Refusal {
    let refusal = Refusal::new(fault.to_string());
    if fault.hint.is_empty() { refusal } else { refusal.hint(fault.hint) }
}
