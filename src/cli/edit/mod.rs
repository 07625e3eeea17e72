//! `track edit`.

mod editor;

use std::ffi::OsString;

use clap::Args;

use super::Exit;
use super::ask::{ask, confirm};
use super::change::{Chosen, choose};
use super::context::Context;
use super::failure::Refusal;
use super::output::Format;
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::edit::changed_keys;
use crate::store::{Change, Draft, WriteError};
use crate::text::{count, visible};
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
    #[arg(value_name = "ID")]
    id: String,
    /// Save the text even if it has errors
    #[arg(long)]
    insist: bool,
    /// Go on with the text of an edit that did not end
    #[arg(long, conflicts_with = "anew")]
    resume: bool,
    /// Begin with the record as it stands; a text that was kept stays, under another name
    #[arg(long)]
    anew: bool,
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
    let draft = chosen.repository.draft_of(&chosen.path);
    let resumed = edit.begin(&draft, context)?;
    // From here on the copy holds what was typed: whatever goes wrong, it stays and is named.
    edit.go_on(&draft, resumed, context).map_err(|error| edit.kept(error, &draft))
}

fn no_editor() -> Refusal {
    Refusal::new("no editor is named; nothing was written")
        .hint("name yours: EDITOR=nano track edit ID; `track set` changes a key without one")
}

/// Where a text that was not saved is kept.
struct Kept {
    path: String,
    id: String,
}

impl Kept {
    /// Adds it to an error: as hints of a refusal, else in its words.
    fn on(&self, error: anyhow::Error) -> anyhow::Error {
        let text = format!("what was typed is kept whole in {}", visible(&self.path));
        let next = format!("to go on with it: track edit {} --resume", self.id);
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
        if repository.read_draft(draft).is_ok_and(|text| text == self.old) {
            let _ = repository.drop_draft(draft);
        }
        if matches!(repository.has_draft(draft), Ok(false)) {
            return error;
        }
        Kept { path: draft.path.clone(), id: self.chosen.id.clone() }.on(error)
    }

    /// Lays the copy, or takes up the one that is there; true where it is taken up.
    fn begin(&self, draft: &Draft, context: &mut Context<'_, '_>) -> anyhow::Result<bool> {
        let repository = &self.chosen.repository;
        if repository.has_draft(draft)? {
            if self.goes_on_with(draft, context)? {
                return Ok(true);
            }
            let aside = repository.set_draft_aside(draft, &self.chosen.path)?;
            context.note(&format!("The text that was there is kept in {}\n", visible(&aside)));
        } else if self.args.resume {
            let message = format!("no text of an edit of `{}` is kept", self.chosen.id);
            return Err(Refusal::new(message).hint("nothing was written").into());
        }
        repository.lay_draft(draft, &self.chosen.path, &self.old)?;
        Ok(false)
    }

    /// Whether the text of an edit that did not end is taken up.
    fn goes_on_with(&self, draft: &Draft, context: &mut Context<'_, '_>) -> anyhow::Result<bool> {
        if self.args.resume || self.args.anew {
            return Ok(self.args.resume);
        }
        let path = visible(&draft.path);
        if !context.can_ask() {
            let message = format!("the text of an edit that did not end is in {path}; nothing was written");
            let hint = "--resume goes on with it; --anew keeps it under another name";
            return Err(Refusal::new(message).hint(hint).into());
        }
        let told = "An edit of this record did not end, or somebody is at it now: its text is in";
        context.advise(&format!("{told} {path}."));
        let question = "Go on with that text (g), or begin anew and keep it under another name (n)";
        ask(context, question, |answer| match answer.to_lowercase().as_str() {
            "g" | "go on" => Ok(true),
            "n" | "anew" => Ok(false),
            _ => Err("answer g or n".into()),
        })
    }

    /// The editor, the check, the choice; again until the text is saved or kept.
    fn go_on(&self, draft: &Draft, resumed: bool, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
        loop {
            editor::open(&self.editor, &draft.file)?;
            let new = match self.chosen.repository.read_draft(draft) {
                Ok(new) => new,
                Err(_) if matches!(self.chosen.repository.has_draft(draft), Ok(false)) => {
                    return Err(Refusal::new("the editor left no text; nothing was written").into());
                }
                Err(fault) => {
                    context.tell_findings(&[fault.finding()]);
                    return Err(Refusal::new("the text cannot be taken over; nothing was written").into());
                }
            };
            if new == self.old {
                self.chosen.repository.drop_draft(draft)?;
                let path = visible(&self.chosen.path);
                context.env.print(&format!("{path} stands as it was: nothing was changed\n"))?;
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
                    self.look_again(&new, resumed, context)?;
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

    /// A text that was kept may be older than the record: the person sees what it would change.
    fn look_again(&self, new: &[u8], resumed: bool, context: &mut Context<'_, '_>) -> anyhow::Result<()> {
        if !resumed || self.args.insist {
            return Ok(());
        }
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let diff = unified_diff(&self.chosen.path, &text(&self.old), &text(new), context.paint);
        context.env.tell(&diff);
        let question = "The record may have changed since that text was begun. Save this?";
        if context.can_ask() && confirm(context, question)? {
            return Ok(());
        }
        Err(Refusal::new("the record may have changed since that text was begun; nothing was written")
            .hint("look at the difference above; --insist saves it")
            .into())
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
        // Its text stands in the record now; a copy that cannot be removed is offered the next time.
        let _ = repository.drop_draft(draft);
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
