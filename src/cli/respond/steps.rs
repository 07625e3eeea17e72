//! The steps of a response as changes of a record, in the order of section 55.

use super::RespondArgs;
use crate::cli::context::Context;
use crate::cli::day_word::day_meant;
use crate::cli::failure::{Refusal, Usage};
use crate::cli::text_value::{is_stdin, text_value};
use crate::edit::{Revision, part_at_label};
use crate::schema::{RESPONSE, SENT};
use crate::text::visible;

/// A step that was taken, as it was typed.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// A key of the response.
    Key(&'static str, String),
    /// The explanation of a recommendation, and the key it is written to. `typed`: the `LABEL=TEXT` that it was taken from.
    Explain { item: String, key: &'static str, text: String, typed: Option<String> },
    /// Whether a recommendation is ours.
    Ours { item: String, ours: bool },
    /// A copy sent to somebody else.
    Copy { to: String, on: String },
}

impl Step {
    /// Writes the step down.
    pub(super) fn write(&self, revision: &mut Revision) -> Result<(), Refusal> {
        match self {
            Self::Key(key, value) => revision.set(&format!("response.{key}"), std::slice::from_ref(value))?,
            Self::Explain { item, key, text, typed } => {
                if let Some(typed) = typed
                    && part_at_label(revision.text(), typed)?.0 != item
                {
                    let message =
                        "the labels of the record were changed since it was read; nothing was written";
                    return Err(Refusal::new(message).hint("look at what changed, and run the command again"));
                }
                revision.set(&format!("recommendation[{item}].{key}"), std::slice::from_ref(text))?;
            }
            Self::Ours { item, ours } => {
                revision.set(&format!("recommendation[{item}].ours"), &[ours.to_string()])?;
            }
            Self::Copy { to, on } => revision.add_copy(to, on)?,
        }
        Ok(())
    }
}

/// Refuses what no record could make sense of.
pub(super) fn check(args: &RespondArgs) -> anyhow::Result<()> {
    refuse_two_readers(args)?;
    for (flag, typed) in [("--action", &args.action), ("--no-action", &args.no_action)] {
        for typed in typed {
            part(flag, typed, typed.split_once('='))?;
        }
    }
    for typed in &args.sent_to {
        part("--sent-to", typed, typed.rsplit_once('='))?;
    }
    Ok(())
}

/// The steps that the flags give. `record` is what the record says, where it can be read: it tells where a label ends.
pub(super) fn given(
    args: &RespondArgs,
    record: Option<&str>,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Vec<Step>> {
    let mut steps = Vec::new();
    let mut key = |key: &'static str, typed: &Option<String>, is_text: bool| -> anyhow::Result<()> {
        if let Some(typed) = typed {
            let value = if is_text {
                text_value(typed, context)?
            } else {
                day_meant(&RESPONSE, key, typed, context.today)
            };
            steps.push(Step::Key(key, value));
        }
        Ok(())
    };
    key("invited", &args.invited, false)?;
    key("comments_wanted_by", &args.wanted_by, false)?;
    key("comments_received", &args.received, false)?;
    key("joint", &args.joint, true)?;
    key("local_policing_body", &args.local_policing_body, true)?;
    key("chief_officer", &args.chief_officer, true)?;
    key("reply", &args.reply, true)?;
    key("dated", &args.dated, false)?;
    key("published", &args.published, false)?;
    key("late_because", &args.late_because, true)?;
    key("url", &args.url, false)?;
    key("sent_to_inspectorate", &args.sent_to_inspectorate, false)?;
    key("sent_to_secretary_of_state", &args.sent_to_secretary_of_state, false)?;
    key("portal_reference", &args.portal_reference, false)?;
    key("signed_by", &args.signed_by, false)?;
    key("office_held", &args.office_held, false)?;
    for (items, ours) in [(&args.ours, true), (&args.not_ours, false)] {
        steps.extend(items.iter().map(|item| Step::Ours { item: item.clone(), ours }));
    }
    for (key, typed) in [("action", &args.action), ("no_action_because", &args.no_action)] {
        for typed in typed {
            let (item, text) = match record {
                Some(record) => part_at_label(record, typed).map_err(Refusal::from)?,
                None => typed.split_once('=').unwrap_or((typed, "")),
            };
            let text = text_value(text, context)?;
            steps.push(Step::Explain { item: item.to_owned(), key, text, typed: Some(typed.clone()) });
        }
    }
    for typed in &args.sent_to {
        let (to, on) = part("--sent-to", typed, typed.rsplit_once('='))?;
        steps.push(Step::Copy { to, on: day_meant(&SENT, "on", &on, context.today) });
    }
    Ok(steps)
}

/// `NAME=VALUE` taken apart.
fn part(flag: &str, typed: &str, parted: Option<(&str, &str)>) -> Result<(String, String), Usage> {
    match parted {
        Some((name, value)) if !name.trim().is_empty() => Ok((name.trim().to_owned(), value.to_owned())),
        _ => Err(Usage(format!(
            "{flag} wants a name and a value, as in {flag} \"3a=…\", not `{}`",
            visible(typed)
        ))),
    }
}

fn refuse_two_readers(args: &RespondArgs) -> Result<(), Usage> {
    let texts =
        [&args.joint, &args.local_policing_body, &args.chief_officer, &args.reply, &args.late_because];
    let texts = texts.into_iter().flatten().map(String::as_str);
    let parted =
        args.action.iter().chain(&args.no_action).filter_map(|typed| Some(typed.rsplit_once('=')?.1));
    if texts.chain(parted).filter(|typed| is_stdin(typed)).count() > 1 {
        return Err(Usage("standard input can be read once only".into()));
    }
    Ok(())
}
