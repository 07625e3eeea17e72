//! `track recommendation add` and `track recommendation remove`.

use clap::{Args, Subcommand};

use super::Exit;
use super::ask::{ask_needed_text, ask_optional, confirm_optional, explain_texts};
use super::change::{Saving, change, change_seen, choose};
use super::completing::Offer;
use super::context::Context;
use super::day_word::day_meant;
use super::failure::{Refusal, Usage};
use super::gone::may_go;
use super::interview::Interview;
use super::text_value::text_value;
use super::update::tell_what_is_left;
use crate::edit::Revision;
use crate::model::{ItemKind, Outcome};
use crate::schema::RECOMMENDATION;
use crate::text::visible;

/// Add a recommendation to a record, or remove one.
#[derive(Args, Debug)]
pub struct RecommendationArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Add(Box<AddItemArgs>),
    Remove(RemoveItemArgs),
}

/// Add a recommendation, an area for improvement or another item to a record.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track recommendation add 2020-02-custody --label 3a --ours yes \\
            --deadline \"by March 2021\" --text @recommendation.txt
  track recommendation add 2024-02-peel --text @afi.txt \\
            --kind area-for-improvement
  track recommendation add 2020-02-custody        asks for everything")]
struct AddItemArgs {
    /// The record
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// The label as printed, such as 3a
    #[arg(long, value_name = "LABEL")]
    label: Option<String>,
    /// The kind; a recommendation by default
    #[arg(long, value_name = "KIND", add = Offer::Words(ItemKind::LIST))]
    kind: Option<String>,
    /// The label of the cause of concern it stands under
    #[arg(long, value_name = "LABEL", add = Offer::Items)]
    under: Option<String>,
    /// The text as printed; @FILE is what stands in a file, - what comes on standard input
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Whom it is addressed to, as printed; may be given several times
    #[arg(long, value_name = "WHOM")]
    addressed_to: Vec<String>,
    /// Whether it is for this force or local policing body: yes or no
    #[arg(long, value_name = "YES|NO", add = Offer::YesNo)]
    ours: Option<String>,
    /// The deadline as printed, such as "by March 2021"
    #[arg(long, value_name = "PHRASE")]
    deadline: Option<String>,
    /// What the phrase means, where it cannot be read from it
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    /// Who has it
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// What was decided about it
    #[arg(long, value_name = "OUTCOME", add = Offer::Words(Outcome::LIST))]
    outcome: Option<String>,
    /// What is done or proposed: section 55(5B)(a)
    #[arg(long, value_name = "TEXT")]
    action: Option<String>,
    /// Why no action is taken: section 55(5B)(b)
    #[arg(long, value_name = "TEXT")]
    no_action: Option<String>,
    #[command(flatten)]
    saving: Saving,
}

/// Remove an item from a record, with its updates.
///
/// Refused while another item stands under it, and where git does not have the record as it stands.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track recommendation remove 2020-02-custody 3a
  track recommendation remove 2020-02-custody \"#2\" --dry-run")]
struct RemoveItemArgs {
    /// The record
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// The item, by its label, or by "#N", its position
    #[arg(value_name = "LABEL", add = Offer::Items)]
    label: String,
    /// Remove it even if git does not have it: then it cannot be got back
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &RecommendationArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    match &args.what {
        What::Add(args) => args.saving.check().map_err(Into::into).and_then(|()| add(args, context)),
        What::Remove(args) => args.saving.check().map_err(Into::into).and_then(|()| remove(args, context)),
    }
}

fn add(args: &AddItemArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    if args.text.is_none() && !context.can_ask() {
        return Err(Usage("--text must be given: there is nobody to ask".into()).into());
    }
    let chosen = choose(&args.id, context)?;
    let given = given(args, context)?;
    let done = if args.text.is_some() {
        change(&chosen, &args.saving, context, |revision| add_item(revision, &given))?
    } else {
        let interview = Interview::begin(&chosen, context)?;
        let refused = |fault: String| Refusal::new(format!("{fault}; nothing was written"));
        let likely: Said = given.iter().cloned().chain([("text", "…".to_owned())]).collect();
        interview.tries(&|revision| added(revision, &likely).map(drop)).map_err(refused)?;
        let said = asked(args, given, context)?;
        let seen = Some(interview.seen());
        change_seen(&chosen, seen, &args.saving, context, |revision| add_item(revision, &said))
            .map_err(|error| interview.kept(error, &|revision| added(revision, &said).map(drop)))?
    };
    tell_what_is_left(&chosen, &done, &args.saving, context)?;
    Ok(done.exit)
}

fn added(revision: &mut Revision, said: &Said) -> Result<usize, Refusal> {
    let entries: Vec<(&'static str, &str)> = said.iter().map(|(key, value)| (*key, value.as_str())).collect();
    Ok(revision.add_recommendation(&entries)?)
}

fn add_item(revision: &mut Revision, said: &Said) -> anyhow::Result<Option<String>> {
    let position = added(revision, said)?;
    let label = said.iter().find(|(key, _)| *key == "label").map(|(_, label)| label.trim());
    let label = label.map(|label| format!(", labelled {}", visible(label))).unwrap_or_default();
    Ok(Some(format!("added #{position}{label}")))
}

type Said = Vec<(&'static str, String)>;

/// The keys that were given, in the order of the table of fields.
fn given(args: &AddItemArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Said> {
    let mut said: Said = Vec::new();
    let mut push = |key: &'static str, value: &Option<String>| {
        said.extend(value.clone().map(|value| (key, value)));
    };
    push("label", &args.label);
    push("kind", &args.kind);
    push("under", &args.under);
    push("text", &args.text);
    for whom in &args.addressed_to {
        push("addressed_to", &Some(whom.clone()));
    }
    push("ours", &args.ours);
    push("deadline", &args.deadline);
    push("due", &args.due);
    push("owner", &args.owner);
    push("outcome", &args.outcome);
    push("action", &args.action);
    push("no_action_because", &args.no_action);
    for (key, value) in &mut said {
        if matches!(*key, "text" | "action" | "no_action_because") {
            *value = text_value(value, context)?;
        }
        *value = day_meant(&RECOMMENDATION, key, value, context.today);
    }
    Ok(said)
}

/// Asks for the text, and for what is not given of what most items have.
fn asked(args: &AddItemArgs, mut said: Said, context: &mut Context<'_, '_>) -> anyhow::Result<Said> {
    let plain = |answer: &str| Ok(answer.to_owned());
    if args.label.is_none() {
        let label = ask_optional(context, "Label as printed (Enter: none)", plain)?;
        said.extend(label.map(|label| ("label", label)));
    }
    explain_texts(context);
    let text = ask_needed_text(context, "Text as printed")?;
    said.push(("text", text));
    if args.ours.is_none() {
        let ours = confirm_optional(
            context,
            "For this force or local policing body to act on? [y/n, Enter: undecided]",
        )?;
        said.extend(ours.map(|ours| ("ours", ours.to_string())));
    }
    if args.deadline.is_none() {
        let deadline = ask_optional(context, "Deadline as printed (Enter: none)", plain)?;
        said.extend(deadline.map(|deadline| ("deadline", deadline)));
    }
    if args.owner.is_none() {
        let owner = ask_optional(context, "Who has it (Enter: nobody yet)", plain)?;
        said.extend(owner.map(|owner| ("owner", owner)));
    }
    let place = |key: &str| RECOMMENDATION.field(key).map(|(place, _)| place);
    said.sort_by_key(|(key, _)| place(key));
    Ok(said)
}

fn remove(args: &RemoveItemArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let chosen = choose(&args.id, context)?;
    // The person is asked before the lock is taken, so that nobody waits for the answer.
    let seen = chosen.read()?;
    let mut back = None;
    if let Ok(mut revision) = Revision::of(&chosen.path, &seen) {
        revision.remove_recommendation(&args.label).map_err(Refusal::from)?;
        if !args.saving.dry_run {
            back = may_go(&chosen, &seen, args.force, context)?;
        }
    }
    let done = change(&chosen, &args.saving, context, |revision| {
        if revision.before().as_bytes() != seen {
            let path = visible(&chosen.path);
            return Err(Refusal::new(format!("`{path}` was changed by somebody else; nothing was written"))
                .hint("look at what changed, and run the command again")
                .into());
        }
        let name = revision.remove_recommendation(&args.label).map_err(Refusal::from)?;
        Ok(Some(format!("removed {}", visible(&name))))
    })?;
    if let Some(back) = back {
        context.note(&format!("{back}\n"));
    }
    tell_what_is_left(&chosen, &done, &args.saving, context)?;
    Ok(done.exit)
}
