//! The items of a record as a person chooses from them.

use super::ask::ask;
use super::change::Chosen;
use super::context::Context;
use super::failure::{Refusal, Usage};
use crate::duty::ItemStanding;
use crate::schema::read;
use crate::text::visible;

/// The longest piece of an item's text that is shown in a list.
const SHORT: usize = 60;

/// Asks which items are meant; `#N` for each, so that no two labels are taken for one another.
pub(super) fn ask_which(chosen: &Chosen, context: &mut Context<'_, '_>) -> anyhow::Result<Vec<String>> {
    if !context.can_ask() {
        return Err(Usage("say which: a LABEL, \"#N\", or --all-open".into()).into());
    }
    let items = listed(chosen, context)?;
    if items.is_empty() {
        return Err(Refusal::new(format!("`{}` has no recommendations", chosen.id))
            .hint(format!("to add one: track recommendation add {}", chosen.id))
            .into());
    }
    for (at, (_, line)) in items.iter().enumerate() {
        context.env.tell(&format!("  {:>2} {line}\n", at + 1));
    }
    ask(context, "Which (numbers or labels, with commas between; all)", |answer| {
        if answer.eq_ignore_ascii_case("all") {
            return Ok((1..=items.len()).map(|position| format!("#{position}")).collect());
        }
        let names = answer.split(',').map(str::trim).filter(|name| !name.is_empty());
        let found: Result<Vec<String>, String> = names.map(|name| position(name, &items)).collect();
        match found {
            Ok(found) if found.is_empty() => Err("name one at least".into()),
            found => found,
        }
    })
}

/// A label, else a number of the list.
fn position(name: &str, items: &[(Option<String>, String)]) -> Result<String, String> {
    let bare = name.strip_prefix('#').unwrap_or(name);
    let labelled: Vec<usize> = (0..items.len()).filter(|at| items[*at].0.as_deref() == Some(name)).collect();
    let number = bare.parse::<usize>().ok().filter(|number| (1..=items.len()).contains(number));
    match (labelled.as_slice(), number) {
        // Where a label is a number of the list as well, it must be the same item.
        ([at], Some(number)) if at + 1 != number && !name.starts_with('#') => Err(format!(
            "{} is a label and a number of the list: write #{} for the label, #{number} for the number",
            visible(name),
            at + 1
        )),
        ([at], _) => Ok(format!("#{}", at + 1)),
        (_, Some(number)) => Ok(format!("#{number}")),
        ([], None) => Err(format!("{} is none of these", visible(name))),
        (several, None) => {
            let places: Vec<String> = several.iter().map(|at| format!("#{}", at + 1)).collect();
            Err(format!("several have this label: {}", places.join(", ")))
        }
    }
}

/// The items with their labels, and a line on each.
fn listed(chosen: &Chosen, context: &Context<'_, '_>) -> anyhow::Result<Vec<(Option<String>, String)>> {
    let bytes = chosen.read()?;
    Ok(read(&chosen.path, &bytes, |reading| {
        let published = reading.inspection.published;
        let items = reading.inspection.recommendations.iter();
        items
            .map(|item| {
                let standing = ItemStanding::of(item, published, context.today);
                let mut text: String = item.text.split_whitespace().collect::<Vec<_>>().join(" ");
                if text.chars().count() > SHORT {
                    text = text.chars().take(SHORT - 1).collect::<String>() + "…";
                }
                let label = item.label.as_ref().map(ToString::to_string);
                let name = label.as_deref().map(|label| format!("{} ", visible(label))).unwrap_or_default();
                (label, format!("{name}({}) {}", standing.status, visible(&text)))
            })
            .collect()
    }))
}
