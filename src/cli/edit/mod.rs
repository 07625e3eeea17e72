//! `track edit`.

mod editor;

use std::ffi::OsString;

use clap::Args;

use super::Exit;
use super::ask::{ask, confirm};
use super::change::{Chosen, choose, kept_as};
use super::completing::Offer;
use super::context::Context;
use super::failure::Refusal;
use super::output::Format;
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::edit::changed_keys;
use crate::store::{Change, Draft};
use crate::text::{and_list, count, visible};
use crate::view::{json, unified_diff};

/// Open a record in your editor, and check it before it is saved.
///
/// The editor ($VISUAL, else $EDITOR) is given a copy. What passes is saved; faults are shown, and you may go back in.
/// Nothing that was typed is thrown away: a text that is not saved is kept beside the record, and named.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(after_help = "Examples:
  track edit 2020-02-custody
  EDITOR=nano track edit 2020-02-custody
  track edit 2020-02-custody --resume        go on with a text that was kept")]
pub struct EditArgs {
    /// The record
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// Save the text even if it has errors
    #[arg(long)]
    insist: bool,
    /// Go on with the text of an edit that did not end
    #[arg(long, conflicts_with = "anew")]
    resume: bool,
    /// Begin with the record as it stands; a text that was kept stays
    #[arg(long)]
    anew: bool,
    /// Save the text though the record has changed since it was begun: it holds what was changed
    #[arg(long)]
    merged: bool,
    /// Show the change that is made
    #[arg(long)]
    diff: bool,
    /// In which form to say what was done
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &EditArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let chosen = choose(&args.id, context)?;
    let (settings, _) = context.settings(&chosen.repository)?;
    let editor = context.env.editor.clone().ok_or_else(no_editor)?;
    let edit = Edit { chosen: &chosen, settings: &settings, editor, args, old: chosen.read()? };
    let draft = edit.begin(context)?;
    // From here on the copy holds what was typed: whatever goes wrong, it stays and is named.
    edit.go_on(&draft, context).map_err(|error| edit.kept(error, &draft))
}

fn no_editor() -> Refusal {
    Refusal::new("no editor is named; nothing was written")
        .hint("name yours: EDITOR=nano track edit ID; `track set` changes a key without one")
}

/// One edit of a record.
struct Edit<'e> {
    chosen: &'e Chosen,
    settings: &'e Settings,
    editor: OsString,
    args: &'e EditArgs,
    /// The record as it was read.
    old: Vec<u8>,
}

/// What to do with a text that has errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    GoBackIn,
    Write,
    Keep,
}

impl Edit<'_> {
    /// Says where what was typed is kept; a copy that says nothing new goes.
    fn kept(&self, error: anyhow::Error, draft: &Draft) -> anyhow::Error {
        let repository = &self.chosen.repository;
        if draft.began_with(&self.old) {
            // One that cannot be looked at or removed is named below.
            let _ = repository.drop_draft(draft, &self.old);
        }
        if repository.has_draft(draft) { kept_as(error, &draft.path, &self.chosen.id) } else { error }
    }

    /// Lays the copy, or takes up one that is kept.
    fn begin(&self, context: &mut Context<'_, '_>) -> anyhow::Result<Draft> {
        let (repository, path) = (&self.chosen.repository, &self.chosen.path);
        let kept = repository.drafts_of(path)?;
        match kept.first() {
            Some(first) if self.goes_on(&kept, context)? => {
                if kept.len() > 1 {
                    let taken = visible(&first.path);
                    context.note(&format!("Going on with {taken}; {} more kept\n", kept.len() - 1));
                }
                // Should somebody's editor still have it open, it writes elsewhere from now on.
                Ok(repository.take_up_draft(first, path)?)
            }
            None if self.args.resume => {
                let message = format!("no text of an edit of `{}` is kept", self.chosen.id);
                Err(Refusal::new(message).hint("nothing was written").into())
            }
            _ => Ok(repository.lay_draft(path, &self.old, &self.old)?),
        }
    }

    /// Whether a text of an edit that did not end is taken up.
    fn goes_on(&self, kept: &[Draft], context: &mut Context<'_, '_>) -> anyhow::Result<bool> {
        if self.args.resume || self.args.anew {
            return Ok(self.args.resume);
        }
        let paths: Vec<_> = kept.iter().map(|draft| visible(&draft.path).into_owned()).collect();
        let paths = and_list(&paths);
        if !context.can_ask() {
            let message = format!("the text of an edit that did not end is in {paths}; nothing was written");
            let hint = "--resume goes on with it; --anew begins with the record and leaves it there";
            return Err(Refusal::new(message).hint(hint).into());
        }
        let told = "An edit of this record did not end, or somebody is at it now: its text is in";
        context.advise(&format!("{told} {paths}."));
        let question = "Go on with that text (g), or begin with the record and leave it there (n)";
        ask(context, question, |answer| match answer.to_lowercase().as_str() {
            "g" | "go on" => Ok(true),
            "n" | "anew" => Ok(false),
            _ => Err("answer g or n".into()),
        })
    }

    /// The editor, the check, the choice; again until the text is saved or kept.
    fn go_on(&self, draft: &Draft, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
        loop {
            let at_once = editor::open(&self.editor, &draft.file)?;
            let new = match self.chosen.repository.read_draft(draft) {
                Ok(new) => new,
                Err(_) if !self.chosen.repository.has_draft(draft) => {
                    return Err(Refusal::new("the editor left no text; nothing was written").into());
                }
                Err(fault) => {
                    context.tell_findings(&[fault.finding()]);
                    return Err(Refusal::new("the text cannot be taken over; nothing was written").into());
                }
            };
            if new == self.old {
                self.done_with(draft, &new, context);
                let path = visible(&self.chosen.path);
                let said = match self.args.format {
                    Format::Json => json::written_json(&self.chosen.id, &self.chosen.path, &[]),
                    Format::Text => format!("{path} stands as it was: nothing was changed\n"),
                };
                context.env.print(&said)?;
                if at_once {
                    context.note(
                        "If your editor returned at once, tell it to wait, as in EDITOR=\"code --wait\"\n",
                    );
                }
                return Ok(Exit::Well);
            }
            let (errors, news) = self.judge(&new, context)?;
            match self.next(&errors, context)? {
                Next::GoBackIn => {}
                Next::Keep => {
                    let message =
                        format!("the text has {}; nothing was written", count(errors.len(), "error"));
                    return Err(Refusal::new(message).into());
                }
                Next::Write => {
                    self.look_again(draft, &new, context)?;
                    return self.save(draft, &new, &news, context);
                }
            }
        }
    }

    /// The errors of a text, and the warnings that the record has not yet.
    fn judge(&self, new: &[u8], context: &Context<'_, '_>) -> anyhow::Result<(Vec<Finding>, Vec<Finding>)> {
        let Chosen { repository, id, path } = self.chosen;
        let change = Change { id, path, before: None, after: new };
        let mut errors = repository.judge(change, context.today, self.settings)?;
        errors.retain(Finding::is_error);
        let change = Change { before: Some(&self.old), ..change };
        let mut news = repository.judge(change, context.today, self.settings)?;
        news.retain(|finding| !finding.is_error());
        Ok((errors, news))
    }

    fn next(&self, errors: &[Finding], context: &mut Context<'_, '_>) -> anyhow::Result<Next> {
        if errors.is_empty() {
            return Ok(Next::Write);
        }
        context.tell_findings(errors);
        if self.args.insist {
            return Ok(Next::Write);
        }
        if !context.can_ask() {
            return Ok(Next::Keep);
        }
        let errors = count(errors.len(), "error");
        let question =
            format!("{errors}: go back in (Enter), save it all the same (s), or keep it beside (k)");
        ask(context, &question, |answer| match answer.to_lowercase().as_str() {
            "" | "g" | "b" | "e" => Ok(Next::GoBackIn),
            "s" | "save" => Ok(Next::Write),
            "k" | "keep" => Ok(Next::Keep),
            _ => Err("answer with Enter, s or k".into()),
        })
    }

    /// A text may have been begun before somebody else changed the record: the person sees what it would change.
    fn look_again(&self, draft: &Draft, new: &[u8], context: &mut Context<'_, '_>) -> anyhow::Result<()> {
        if draft.began_with(&self.old) || self.args.merged {
            return Ok(());
        }
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let diff = unified_diff(&self.chosen.path, &text(&self.old), &text(new), context.paint);
        context.env.tell(&diff);
        let question =
            "The record has changed since that text was begun; the text would change it so. Save it?";
        if context.can_ask() && confirm(context, question)? {
            return Ok(());
        }
        Err(Refusal::new("the record has changed since that text was begun; nothing was written")
            .hint("put what changed, as shown above, into the text; --merged says that it is there")
            .into())
    }

    /// Takes the copy away once its text stands in the record; one that stays is named, lest it be taken for an edit that did
    /// not end.
    fn done_with(&self, draft: &Draft, text: &[u8], context: &mut Context<'_, '_>) {
        let (path, id) = (visible(&draft.path), &self.chosen.id);
        match self.chosen.repository.drop_draft(draft, text) {
            Ok(true) => {}
            Ok(false) => context.advise(&format!(
                "{path} holds something else by now, and stays. To go on with it: track edit {id} --resume"
            )),
            Err(error) => context.advise(&format!(
                "{path} is left beside the record, which says the same: remove it ({error:#})"
            )),
        }
    }

    fn save(
        &self,
        draft: &Draft,
        new: &[u8],
        news: &[Finding],
        context: &mut Context<'_, '_>,
    ) -> anyhow::Result<Exit> {
        let Chosen { repository, id, path } = self.chosen;
        repository.begin()?.replace(path, &self.old, new)?;
        self.done_with(draft, new, context);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (old, new) = (text(&self.old), text(new));
        let changed = changed_keys(&old, &new);
        let shown = visible(path);
        let said = if self.args.format == Format::Json {
            json::written_json(id, path, &changed)
        } else {
            let diff =
                if self.args.diff { unified_diff(path, &old, &new, context.paint) } else { String::new() };
            format!("{diff}Saved {shown}: {}\n", words(&changed))
        };
        context.env.print(&said).map_err(|error| {
            let words = format!("{shown} is saved and whole, but {error}");
            error.context(words)
        })?;
        context.tell_findings(news);
        Ok(Exit::Well)
    }
}

/// The keys that changed, in short where they are many.
fn words(changed: &[String]) -> String {
    const MOST: usize = 6;
    let shown: Vec<String> = changed.iter().take(MOST).map(|key| visible(key).into_owned()).collect();
    match changed.len() {
        0 => "what it says is the same".into(),
        all if all > MOST => format!("{} and {} more", shown.join(", "), all - MOST),
        _ => shown.join(", "),
    }
}
