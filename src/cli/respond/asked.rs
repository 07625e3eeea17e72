//! The steps not yet taken, asked for one by one.

use super::steps::Step;
use crate::cli::ask::{ask_date, ask_optional, ask_text, confirm, confirm_optional, explain_texts};
use crate::cli::context::Context;
use crate::cli::interview::Interview;
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
}

/// Asks for every step that is not yet taken; Enter leaves one for later.
pub(super) fn asked(interview: &Interview<'_>, context: &mut Context<'_, '_>) -> anyhow::Result<Vec<Step>> {
    let known = known(interview);
    context
        .advise("What is not yet written down, in the order of section 55. Enter leaves a step for later.");
    explain_texts(context);
    let chief = interview.chief_officer();
    let mut asking = Asking { known, interview, steps: Vec::new() };
    asking.key("invited", &format!("The {chief} was invited to comment on"), context)?;
    asking.key("comments_wanted_by", "Comments were wanted by", context)?;
    asking.key("comments_received", "They came on", context)?;
    asking.texts(&chief, context)?;
    let not_ours = asking.items(context)?;
    asking.explanations(&not_ours, context)?;
    asking.key("published", "All of it was public on", context)?;
    asking.key("url", "Address of the response", context)?;
    asking.key("sent_to_inspectorate", "A copy went to the inspectorate on", context)?;
    asking.key("sent_to_secretary_of_state", "A copy went to the Secretary of State on", context)?;
    Ok(asking.steps)
}

/// The steps answered so far, and what they are tried on.
struct Asking<'a> {
    known: Known,
    interview: &'a Interview<'a>,
    steps: Vec<Step>,
}

impl Asking<'_> {
    /// Tries a step on the record, after those before it.
    fn tries(&self, step: &Step) -> Result<(), String> {
        self.interview
            .tries(&|revision| self.steps.iter().chain([step]).try_for_each(|step| step.write(revision)))
    }

    fn has(&self, key: &str) -> bool {
        self.known.keys.contains(&key)
    }

    /// Asks for a key of the response that is not there, until the answer is one that the record may hold.
    fn key(
        &mut self,
        key: &'static str,
        question: &str,
        context: &mut Context<'_, '_>,
    ) -> anyhow::Result<()> {
        if self.has(key) {
            return Ok(());
        }
        let step = |answer: &str| Step::Key(key, answer.to_owned());
        let answer = match key {
            "url" => ask_optional(context, question, web_address)?,
            "comments_received" => self.received(question, context)?,
            _ => ask_date(context, question, |answer| self.tries(&step(answer)))?,
        };
        self.steps.extend(answer.as_deref().map(step));
        Ok(())
    }

    /// When the comments came, or that none were submitted.
    fn received(&self, question: &str, context: &mut Context<'_, '_>) -> anyhow::Result<Option<String>> {
        match confirm_optional(context, "Were comments submitted? [y/n, Enter: not yet]")? {
            None => Ok(None),
            Some(false) => Ok(Some("none".to_owned())),
            Some(true) => ask_date(context, question, |answer| {
                self.tries(&Step::Key("comments_received", answer.to_owned()))
            }),
        }
    }

    /// The comments: one text of both, or the parts.
    fn texts(&mut self, chief: &str, context: &mut Context<'_, '_>) -> anyhow::Result<()> {
        if self.has("joint") {
            return Ok(());
        }
        let parts = ["local_policing_body", "chief_officer", "reply"];
        let apart = parts.iter().any(|key| self.has(key));
        if !apart && confirm(context, "One joint text of both, rather than each their own?")? {
            let joint = ask_text(context, "The joint text")?;
            self.steps.extend(joint.map(|text| Step::Key("joint", text)));
            return Ok(());
        }
        for key in parts {
            let question = match key {
                _ if self.has(key) => continue,
                "local_policing_body" => "The local policing body's comments".to_owned(),
                "chief_officer" => format!("The {chief}'s comments"),
                _ => "The reply to them".to_owned(),
            };
            self.steps.extend(ask_text(context, &question)?.map(|text| Step::Key(key, text)));
        }
        Ok(())
    }

    /// Whose each undecided item is; returns the positions of those that are not ours.
    fn items(&mut self, context: &mut Context<'_, '_>) -> anyhow::Result<Vec<usize>> {
        let mut not_ours = Vec::new();
        for (position, shown) in &self.known.undecided {
            context.advise(&format!("  {shown}"));
            let question = "For this force or local policing body to act on? [y/n, Enter: later]";
            let ours = confirm_optional(context, question)?;
            if ours == Some(false) {
                not_ours.push(*position);
            }
            self.steps.extend(ours.map(|ours| Step::Ours { item: format!("#{position}"), ours }));
        }
        Ok(not_ours)
    }

    /// The explanation of each recommendation: section 55(5B).
    fn explanations(&mut self, not_ours: &[usize], context: &mut Context<'_, '_>) -> anyhow::Result<()> {
        let items = self.known.unexplained.iter().filter(|(position, _)| !not_ours.contains(position));
        for (position, shown) in items {
            context.advise(&format!("  {shown}"));
            let item = format!("#{position}");
            if let Some(text) = ask_text(context, "The action taken or proposed, section 55(5B)(a)")? {
                self.steps.push(Step::Explain { item, key: "action", text, typed: None });
            } else if let Some(text) = ask_text(context, "Or why there is none, section 55(5B)(b)")? {
                self.steps.push(Step::Explain { item, key: "no_action_because", text, typed: None });
            }
        }
        Ok(())
    }
}

fn known(interview: &Interview<'_>) -> Known {
    read("", interview.seen(), |reading| {
        let tree = reading.tree();
        let response = tree.get(tree.root(), RESPONSE.path);
        let there = |key: &&'static str| response.is_some_and(|response| tree.get(response, key).is_some());
        let keys = RESPONSE.fields.iter().map(|field| field.key).filter(there).collect();
        let inspection = &reading.inspection;
        Known {
            keys,
            undecided: listed(inspection, |item| item.ours.is_none() && item.kind() != ItemKind::Practice),
            unexplained: listed(inspection, |item| item.wants_explanation() && !item.is_explained()),
        }
    })
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
