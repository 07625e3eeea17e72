//! The steps not yet taken, asked for one by one.

use super::steps::Step;
use crate::cli::ask::{ask_date, ask_optional, ask_text, confirm, confirm_optional, explain_texts};
use crate::cli::change::Chosen;
use crate::cli::context::Context;
use crate::edit::web_address;
use crate::model::{Inspection, ItemKind};
use crate::schema::{RESPONSE, read};
use crate::text::visible;

/// What of a record decides which steps are asked for.
struct Known {
    /// The keys of the response that are there.
    keys: Vec<&'static str>,
    /// The items nobody has decided about, and those without an explanation: position and name with text.
    undecided: Vec<(usize, String)>,
    unexplained: Vec<(usize, String)>,
    chief_officer: String,
}

/// Asks for every step that is not yet taken; Enter leaves one for later.
pub(super) fn asked(chosen: &Chosen, context: &mut Context<'_, '_>) -> anyhow::Result<Vec<Step>> {
    let known = known(chosen)?;
    let mut steps = Vec::new();
    context
        .advise("What is not yet written down, in the order of section 55. Enter leaves a step for later.");
    explain_texts(context);
    let chief = known.chief_officer.clone();
    key(&known, "invited", &format!("The {chief} was invited to comment on"), &mut steps, context)?;
    key(&known, "comments_wanted_by", "Comments were wanted by", &mut steps, context)?;
    key(&known, "comments_received", "They came on", &mut steps, context)?;
    texts(&known, &chief, &mut steps, context)?;
    let not_ours = items(&known, &mut steps, context)?;
    explanations(&known, &not_ours, &mut steps, context)?;
    key(&known, "published", "All of it was public on", &mut steps, context)?;
    key(&known, "url", "Address of the response", &mut steps, context)?;
    key(&known, "sent_to_inspectorate", "A copy went to the inspectorate on", &mut steps, context)?;
    key(
        &known,
        "sent_to_secretary_of_state",
        "A copy went to the Secretary of State on",
        &mut steps,
        context,
    )?;
    Ok(steps)
}

/// Asks for a key of the response that is not there, until the answer is one that it may hold.
fn key(
    known: &Known,
    key: &'static str,
    question: &str,
    steps: &mut Vec<Step>,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    if known.keys.contains(&key) {
        return Ok(());
    }
    let answer = match key {
        "url" => ask_optional(context, question, web_address)?,
        "comments_received" => received(context, question)?,
        _ => ask_date(context, question)?,
    };
    steps.extend(answer.map(|answer| Step::Key(key, answer)));
    Ok(())
}

/// When the comments came, or that none were submitted.
fn received(context: &mut Context<'_, '_>, question: &str) -> anyhow::Result<Option<String>> {
    match confirm_optional(context, "Were comments submitted? [y/n, Enter: not yet]")? {
        None => Ok(None),
        Some(false) => Ok(Some("none".to_owned())),
        Some(true) => ask_date(context, question),
    }
}

/// The comments: one text of both, or the parts.
fn texts(
    known: &Known,
    chief: &str,
    steps: &mut Vec<Step>,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    let has = |key: &str| known.keys.contains(&key);
    if has("joint") {
        return Ok(());
    }
    let parts = ["local_policing_body", "chief_officer", "reply"];
    let apart = parts.iter().any(|key| has(key));
    if !apart && confirm(context, "One joint text of both, rather than each their own?")? {
        let joint = ask_text(context, "The joint text")?;
        steps.extend(joint.map(|text| Step::Key("joint", text)));
        return Ok(());
    }
    for key in parts.into_iter().filter(|key| !has(key)) {
        let question = match key {
            "local_policing_body" => "The local policing body's comments".to_owned(),
            "chief_officer" => format!("The {chief}'s comments"),
            _ => "The reply to them".to_owned(),
        };
        steps.extend(ask_text(context, &question)?.map(|text| Step::Key(key, text)));
    }
    Ok(())
}

/// Whose each undecided item is; returns the positions of those that are not ours.
fn items(known: &Known, steps: &mut Vec<Step>, context: &mut Context<'_, '_>) -> anyhow::Result<Vec<usize>> {
    let mut not_ours = Vec::new();
    for (position, shown) in &known.undecided {
        context.advise(&format!("  {shown}"));
        let ours = confirm_optional(
            context,
            "For this force or local policing body to act on? [y/n, Enter: later]",
        )?;
        if ours == Some(false) {
            not_ours.push(*position);
        }
        steps.extend(ours.map(|ours| Step::Ours { item: format!("#{position}"), ours }));
    }
    Ok(not_ours)
}

/// The explanation of each recommendation: section 55(5B).
fn explanations(
    known: &Known,
    not_ours: &[usize],
    steps: &mut Vec<Step>,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<()> {
    for (position, shown) in known.unexplained.iter().filter(|(position, _)| !not_ours.contains(position)) {
        context.advise(&format!("  {shown}"));
        let item = format!("#{position}");
        if let Some(text) = ask_text(context, "The action taken or proposed, section 55(5B)(a)")? {
            steps.push(Step::Explain { item, key: "action", text });
        } else if let Some(text) = ask_text(context, "Or why there is none, section 55(5B)(b)")? {
            steps.push(Step::Explain { item, key: "no_action_because", text });
        }
    }
    Ok(())
}

fn known(chosen: &Chosen) -> anyhow::Result<Known> {
    let (settings, _) = chosen.repository.settings()?;
    let bytes = chosen.read()?;
    let chief_officer = visible(&settings.office.chief_officer).into_owned();
    Ok(read(&chosen.path, &bytes, |reading| {
        let tree = reading.tree();
        let response = tree.get(tree.root(), RESPONSE.path);
        let there = |key: &&'static str| response.is_some_and(|response| tree.get(response, key).is_some());
        let keys = RESPONSE.fields.iter().map(|field| field.key).filter(there).collect();
        let inspection = &reading.inspection;
        Known {
            keys,
            undecided: listed(inspection, |item| item.ours.is_none() && item.kind() != ItemKind::Practice),
            unexplained: listed(inspection, |item| item.wants_explanation() && !item.is_explained()),
            chief_officer,
        }
    }))
}

/// The items of which something holds: position, and name with text.
fn listed(
    inspection: &Inspection<'_>,
    holds: impl Fn(&crate::model::Recommendation<'_>) -> bool,
) -> Vec<(usize, String)> {
    let items = inspection.recommendations.iter().enumerate().filter(|(_, item)| holds(item));
    items
        .map(|(index, item)| {
            let text = item.text.split_whitespace().collect::<Vec<_>>().join(" ");
            (index + 1, format!("{}: {}", visible(&item.name(index + 1)), visible(&text)))
        })
        .collect()
}
