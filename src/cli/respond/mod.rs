//! `track respond`.

mod asked;
mod steps;

use clap::Args;

use super::Exit;
use super::change::{Chosen, Done, Saving, change, change_seen, choose, row_of, saved_but};
use super::completing::Offer;
use super::context::Context;
use super::failure::Refusal;
use super::interview::Interview;
use super::output::Format;
use crate::config::Settings;
use crate::edit::Revision;
use crate::query::missing_steps;
use crate::schema::read;
use crate::view::{json, still_missing};
use steps::Step;

/// Write down the steps of the response, in the order of section 55.
///
/// Each step has its flag; those given are written, and what is still missing is said, with the last day. Without a flag,
/// the steps not yet taken are asked for on a terminal. A text is what stands in a file (@FILE), what comes on standard
/// input (-), or the words themselves.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track respond 2020-02-custody --invited 2020-02-13 --wanted-by 2020-03-10
  track respond 2020-02-custody --received 2020-03-09 \\
            --chief-officer @comments.txt
  track respond 2020-02-custody --local-policing-body @comments.txt \\
            --action 3a=@action.txt --no-action \"3b=The contract has ended.\"
  track respond 2020-02-custody --published \"1 April 2020\" \\
            --url https://example.org/responses/custody
  track respond 2020-02-custody --sent-to-inspectorate 2020-04-01 \\
            --sent-to-secretary-of-state 2020-04-01
  track respond 2020-02-custody       asks for what is not yet done")]
pub struct RespondArgs {
    /// The record
    #[arg(value_name = "ID", add = Offer::Ids)]
    id: String,
    /// When the chief officer was invited to comment: section 55(4)
    #[arg(long, value_name = "DATE", help_heading = "Steps")]
    invited: Option<String>,
    /// By when the comments were wanted
    #[arg(long, value_name = "DATE", help_heading = "Steps")]
    wanted_by: Option<String>,
    /// When the comments came; "none": invited, none submitted
    #[arg(long, value_name = "DATE", help_heading = "Steps")]
    received: Option<String>,
    /// One text of both, in place of the three below
    #[arg(long, value_name = "TEXT", help_heading = "Steps")]
    joint: Option<String>,
    /// The local policing body's comments: section 55(5)(a)
    #[arg(long, value_name = "TEXT", help_heading = "Steps")]
    local_policing_body: Option<String>,
    /// The chief officer's comments: section 55(5)(b)
    #[arg(long, value_name = "TEXT", help_heading = "Steps")]
    chief_officer: Option<String>,
    /// The reply to them: section 55(5)(c)
    #[arg(long, value_name = "TEXT", help_heading = "Steps")]
    reply: Option<String>,
    /// A recommendation that is for this force or local policing body to act on; may be given several times
    #[arg(long, value_name = "LABEL", help_heading = "Steps", add = Offer::Items)]
    ours: Vec<String>,
    /// One that is for others; may be given several times
    #[arg(long, value_name = "LABEL", help_heading = "Steps", add = Offer::Items)]
    not_ours: Vec<String>,
    /// What is done or proposed about a recommendation, section 55(5B)(a); may be given several times
    #[arg(long, value_name = "LABEL=TEXT", help_heading = "Steps", add = Offer::ItemsBefore)]
    action: Vec<String>,
    /// Why no action is taken on a recommendation, section 55(5B)(b); may be given several times
    #[arg(long, value_name = "LABEL=TEXT", help_heading = "Steps", add = Offer::ItemsBefore)]
    no_action: Vec<String>,
    /// The document's own date
    #[arg(long, value_name = "DATE", help_heading = "Steps")]
    dated: Option<String>,
    /// Who signed it
    #[arg(long, value_name = "NAME", help_heading = "Steps")]
    signed_by: Option<String>,
    /// The office they held
    #[arg(long, value_name = "OFFICE", help_heading = "Steps")]
    office_held: Option<String>,
    /// The first day on which all of it was public: section 55(5A)
    #[arg(long, value_name = "DATE", help_heading = "Steps")]
    published: Option<String>,
    /// Where it is
    #[arg(long, value_name = "ADDRESS", help_heading = "Steps")]
    url: Option<String>,
    /// Why it was late
    #[arg(long, value_name = "TEXT", help_heading = "Steps")]
    late_because: Option<String>,
    /// When a copy went to the inspectorate: section 55(6)
    #[arg(long, value_name = "DATE", help_heading = "Steps")]
    sent_to_inspectorate: Option<String>,
    /// When a copy went to the Secretary of State: section 55(6)
    #[arg(long, value_name = "DATE", help_heading = "Steps")]
    sent_to_secretary_of_state: Option<String>,
    /// When a copy went to somebody else; may be given several times
    #[arg(long, value_name = "WHOM=DATE", help_heading = "Steps")]
    sent_to: Vec<String>,
    /// The number in the inspectorate's portal
    #[arg(long, value_name = "NUMBER", help_heading = "Steps")]
    portal_reference: Option<String>,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &RespondArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    args.saving.check()?;
    steps::check(args)?;
    let chosen = choose(&args.id, context)?;
    // One that cannot be read is told when it shall be changed.
    let seen = chosen.read().ok().and_then(|bytes| Revision::of(&chosen.path, &bytes).ok());
    let given = steps::given(args, seen.as_ref().map(Revision::text), context)?;
    if !given.is_empty() {
        let done = change(&chosen, &args.saving, context, |revision| Ok(write(&given, revision)?))?;
        return finish(&chosen, &done, args, context);
    }
    if context.can_ask() {
        let interview = Interview::begin(&chosen, context)?;
        let steps = asked::asked(&interview, context)?;
        if !steps.is_empty() {
            let made = |revision: &mut Revision| steps.iter().try_for_each(|step| step.write(revision));
            let seen = Some(interview.seen());
            let done =
                change_seen(&chosen, seen, &args.saving, context, |revision| Ok(write(&steps, revision)?))
                    .map_err(|error| interview.kept(error, &made))?;
            return finish(&chosen, &done, args, context);
        }
    }
    // Nothing to write down: what is missing is the answer.
    let text = String::from_utf8_lossy(&chosen.read()?).into_owned();
    if args.saving.format == Format::Json {
        context.env.print(&json::answer_json(&chosen.id, &chosen.path, &[], false))?;
    }
    let (settings, _) = chosen.repository.settings()?;
    tell_missing(&chosen, &text, &settings, &args.saving, context)?;
    Ok(Exit::Well)
}

/// Writes the steps down, in their order.
fn write(steps: &[Step], revision: &mut Revision) -> Result<Option<String>, Refusal> {
    steps.iter().try_for_each(|step| step.write(revision))?;
    Ok(None)
}

/// Says what is missing after a change.
fn finish(
    chosen: &Chosen,
    done: &Done,
    args: &RespondArgs,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Exit> {
    let told = tell_missing(chosen, &done.text, &done.settings, &args.saving, context);
    told.map_err(|error| saved_but(chosen, error))?;
    Ok(done.exit)
}

/// Says what is still missing for a complete response, and by when.
fn tell_missing(
    chosen: &Chosen,
    text: &str,
    settings: &Settings,
    saving: &Saving,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    if saving.dry_run || saving.format == Format::Json {
        return Ok(());
    }
    let row = row_of(chosen, text, settings, context)?;
    let missing = read(&chosen.path, text.as_bytes(), |reading| {
        missing_steps(&reading.inspection, row.response, context.today)
    });
    let said = still_missing(&row, &missing, settings, context.paint);
    context.below(&said)
}
