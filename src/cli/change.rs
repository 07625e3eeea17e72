//! How every command changes a record: under the lock, read, changed, judged, written, told.

use clap::Args;

use super::ask::confirm;
use super::context::Context;
use super::failure::{Refusal, Usage, unwritten};
use super::output::Format;
use super::replaced::tell_replaced;
use super::{Exit, context};
use crate::config::Settings;
use crate::edit::{EditFault, Revision, labels_now_shared};
use crate::query::{Row, resolve_id};
use crate::schema::read;
use crate::store::{Change, FileFault, Listing, Repository, WriteError};
use crate::text::{and_list, visible};
use crate::view::{changed_words, json, unified_diff};

/// How a change is made and told.
#[derive(Args, Debug)]
pub(super) struct Saving {
    /// Show the change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Show the change as it is made
    #[arg(long)]
    pub diff: bool,
    /// In which form to say what was done
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub format: Format,
}

impl Saving {
    /// Refuses what cannot go together, before anything is asked or read.
    pub(super) fn check(&self) -> Result<(), Usage> {
        if self.diff && self.format == Format::Json {
            return Err(Usage("--diff is for people: it has no form as JSON".into()));
        }
        Ok(())
    }
}

/// A record that shall be changed.
pub(super) struct Chosen {
    pub repository: Repository,
    pub id: String,
    pub path: String,
}

impl Chosen {
    /// Reads the record as it stands.
    pub(super) fn read(&self) -> anyhow::Result<Vec<u8>> {
        Ok(self
            .repository
            .read(&self.path)
            .map_err(|fault| Refusal::new(format!("{fault}; nothing was written")))?)
    }

    /// Begins a change of the record as it was read; one that is misread is refused, and its faults are told.
    pub(super) fn revision(&self, bytes: &[u8], context: &mut Context<'_, '_>) -> Result<Revision, Refusal> {
        Revision::of(&self.path, bytes).map_err(|findings| {
            context.tell_findings(&findings);
            let id = &self.id;
            Refusal::new(format!("`{id}` cannot be changed while its file is misread; nothing was written"))
                .hint(format!("to mend it: track edit {id}"))
        })
    }
}

/// The row of a record with the text that it has now, or would have.
pub(super) fn row_of(
    chosen: &Chosen,
    text: &str,
    settings: &Settings,
    context: &Context<'_, '_>,
) -> anyhow::Result<Row> {
    let soon = settings.days_soon;
    let row = read(&chosen.path, text.as_bytes(), |reading| {
        Row::of(&chosen.id, &chosen.path, &reading.inspection, context.today, soon)
    });
    if row.answered_by.is_some() {
        let answered = chosen.repository.answered_row(&chosen.id, &chosen.path, context.today, settings)?;
        return Ok(answered.unwrap_or(row));
    }
    Ok(row)
}

/// Finds the record that a command shall change; what is wrong with the settings is told.
///
/// The id must be whole: a part of one is offered on a terminal, and refused elsewhere.
pub(super) fn choose(wanted: &str, context: &mut Context<'_, '_>) -> anyhow::Result<Chosen> {
    let repository = context.repository()?;
    let listing = repository.list_paths()?;
    let id = whole_id(wanted, &listing, context)?;
    let paths: Vec<String> =
        listing.records().filter(|listed| listed.id == id).map(|listed| listed.path.to_owned()).collect();
    match paths.as_slice() {
        [path] => Ok(Chosen { repository, id, path: path.clone() }),
        several => {
            let shown: Vec<String> = several.iter().map(|path| format!("`{}`", visible(path))).collect();
            Err(Refusal::new(format!("{} files have the id `{id}`; nothing was written", several.len()))
                .hint(format!("give all but one of them another name: {}", and_list(&shown)))
                .into())
        }
    }
}

/// The id that is meant: a whole one, or on a terminal a part of one that the person confirms.
pub(super) fn whole_id(
    wanted: &str,
    listing: &Listing,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<String> {
    if listing.records().any(|listed| listed.id == wanted) {
        return Ok(wanted.to_owned());
    }
    let ids: Vec<&str> = listing.records().map(|listed| listed.id).collect();
    let found = match resolve_id(wanted, &ids) {
        Ok(found) => found,
        Err(fault) => {
            // What could not be looked at may be where the record is.
            let unseen: Vec<_> = listing.faults.iter().map(FileFault::finding).collect();
            context.tell_findings(&unseen);
            return Err(context::no_id_to_change(wanted, &fault, ids.len()).into());
        }
    };
    if context.can_ask() && confirm(context, &format!("`{found}` is meant?"))? {
        return Ok(found.to_owned());
    }
    Err(Refusal::new(format!("no record has the id `{}`; nothing was written", visible(wanted)))
        .hint(format!("did you mean `{found}`? A command that writes wants the whole id"))
        .into())
}

/// What a change came to.
pub(super) struct Done {
    /// The exit status.
    pub exit: Exit,
    /// The record as it stands now; as it would stand, where nothing was to be written.
    pub text: String,
    /// The settings by which it was judged: what is told below a change reads nothing once more that could fail.
    pub settings: Settings,
}

/// Changes a record and says so.
///
/// `make` is called under the lock, with the record as it stands then; it may say in words what it did. Nothing is written
/// where the record would have an error that it has not yet; new warnings are told.
pub(super) fn change(
    chosen: &Chosen,
    saving: &Saving,
    context: &mut Context<'_, '_>,
    make: impl FnOnce(&mut Revision) -> anyhow::Result<Option<String>>,
) -> anyhow::Result<Done> {
    change_seen(chosen, None, saving, context, make)
}

/// The same after a person was asked: refused where the record is no more the one that was seen then.
pub(super) fn change_seen(
    chosen: &Chosen,
    seen: Option<&[u8]>,
    saving: &Saving,
    context: &mut Context<'_, '_>,
    make: impl FnOnce(&mut Revision) -> anyhow::Result<Option<String>>,
) -> anyhow::Result<Done> {
    let Chosen { repository, id, path } = chosen;
    let (settings, faults) = context.settings(repository)?;
    let writing = if saving.dry_run { None } else { Some(repository.begin()?) };
    let old = match repository.read(path) {
        Ok(old) => old,
        Err(fault) => {
            context.tell_findings(&[fault.finding()]);
            return Err(Refusal::new(format!("`{id}` cannot be changed; nothing was written")).into());
        }
    };
    if seen.is_some_and(|seen| seen != old) {
        let message = format!("`{id}` was changed by somebody else in the meantime; nothing was written");
        return Err(Refusal::new(message).into());
    }
    let mut revision = chosen.revision(&old, context)?;
    let words = make(&mut revision)?;
    let change = Change { id, path, before: Some(&old), after: revision.text().as_bytes() };
    let news = if revision.text() == revision.before() {
        Vec::new()
    } else {
        repository.judge(change, context.today, &settings)?
    };
    if news.iter().any(crate::diagnostic::Finding::is_error) {
        context.tell_findings(&news);
        return Err(Refusal::new("the record would have errors; nothing was written").into());
    }
    if let Some(writing) = writing {
        writing.replace(path, &old, revision.text().as_bytes())?;
    }
    let shown_path = visible(path);
    let standing = if saving.dry_run { "nothing was written" } else { "the record is saved and whole" };
    let said = told(&revision, words, chosen, saving, context);
    // Whoever is told that something failed is told what stands on the disk.
    context.env.print(&said).map_err(|error| {
        let words = format!("{shown_path}: {standing}, but {error}");
        error.context(words)
    })?;
    context.tell_findings(&news);
    if !saving.dry_run {
        tell_replaced(chosen, &revision, context);
    }
    for (label, items) in labels_now_shared(revision.before(), revision.text()) {
        let label = visible(&label);
        context.note(&format!("note: {items} items have the label {label} now: name them by #N\n"));
    }
    let exit = if faults.is_empty() { Exit::Well } else { Exit::Refused };
    Ok(Done { exit, text: revision.text().to_owned(), settings })
}

/// Says where a text that could not be saved is kept: as hints of a refusal, else in the words of the error.
pub(super) fn kept_as(error: anyhow::Error, path: &str, id: &str) -> anyhow::Error {
    let text = format!("what was typed is kept whole in {}", visible(path));
    let next = format!("to go on with it: track edit {id} --resume");
    let error = unwritten(error);
    let refused = error.downcast_ref::<WriteError>().is_some_and(WriteError::is_refusal);
    match error.downcast::<Refusal>() {
        Ok(refusal) => refusal.hint(text).hint(next).into(),
        Err(error) if refused => Refusal::new(error.to_string()).hint(text).hint(next).into(),
        Err(error) => {
            let words = format!("{error}; {text}");
            error.context(words)
        }
    }
}

/// Says of a failure that came after a change that the record is saved all the same.
pub(super) fn saved_but(chosen: &Chosen, error: anyhow::Error) -> anyhow::Error {
    let words = format!("{} is saved and whole, but {error}", visible(&chosen.path));
    error.context(words)
}

/// What was done, in words or as JSON.
fn told(
    revision: &Revision,
    words: Option<String>,
    chosen: &Chosen,
    saving: &Saving,
    context: &Context<'_, '_>,
) -> String {
    let Chosen { id, path, .. } = chosen;
    if saving.format == Format::Json {
        let written = !saving.dry_run && revision.text() != revision.before();
        return json::answer_json(id, path, revision.changed(), written);
    }
    let mut said = String::new();
    if saving.diff || saving.dry_run {
        said.push_str(&unified_diff(path, revision.before(), revision.text(), context.paint));
    }
    let path = visible(path);
    let words = words.unwrap_or_else(|| changed_words(revision.changed(), revision.text()));
    let line = if revision.text() == revision.before() {
        format!("{path} says so already: nothing to change")
    } else if saving.dry_run {
        format!("Would change {path}: {words}")
    } else {
        format!("Saved {path}: {words}")
    };
    said.push_str(&context.paint.fitted(&line));
    said.push('\n');
    said
}

impl From<EditFault> for Refusal {
    fn from(fault: EditFault) -> Self {
        let refusal = Self::new(format!("{}; nothing was written", visible(&fault.message)));
        fault.hints.iter().fold(refusal, |refusal, hint| refusal.hint(visible(hint).into_owned()))
    }
}
