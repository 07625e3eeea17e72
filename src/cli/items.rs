//! The items of a record as a person chooses from them.

use super::ask::ask;
use super::context::Context;
use super::failure::Refusal;
use super::interview::Interview;
use crate::duty::ItemStanding;
use crate::edit::Revision;
use crate::schema::read;
use crate::text::visible;

/// The longest piece of an item's text that is shown in a list.
const SHORT: usize = 60;

/// Asks which items are meant: by label, by `#N`, or by a bare number that is no label; all as `#N`, so that no two labels
/// are taken for one another.
pub(super) fn ask_which(
    interview: &Interview<'_>,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Vec<String>> {
    let lines = lines(interview, context);
    if lines.is_empty() {
        let id = interview.id();
        return Err(Refusal::new(format!("`{id}` has no recommendations; nothing was written"))
            .hint(format!("to add one: track recommendation add {id}"))
            .into());
    }
    for line in &lines {
        context.env.tell(&format!("  {line}\n"));
    }
    let revision = interview.revision();
    ask(context, "Which (labels or #N, with commas between; or all)", |answer| {
        if answer.eq_ignore_ascii_case("all") {
            return Ok((1..=lines.len()).map(|position| format!("#{position}")).collect());
        }
        let names = answer.split(',').map(str::trim).filter(|name| !name.is_empty());
        let found: Result<Vec<String>, String> = names.map(|name| position(name, revision)).collect();
        match found {
            Ok(found) if found.is_empty() => Err("name one at least".into()),
            found => found,
        }
    })
}

fn position(name: &str, revision: &Revision) -> Result<String, String> {
    let found = revision.position(name).or_else(|fault| match name.parse::<usize>() {
        Ok(number) => revision.position(&format!("#{number}")).map_err(|_| fault),
        Err(_) => Err(fault),
    });
    found
        .map(|index| format!("#{}", index + 1))
        .map_err(|fault| [&[fault.message], &fault.hints[..]].concat().join("; "))
        .map_err(|fault| visible(&fault).into_owned())
}

/// A line on each item.
fn lines(interview: &Interview<'_>, context: &Context<'_, '_>) -> Vec<String> {
    read("", interview.seen(), |reading| {
        let published = reading.inspection.published;
        let items = reading.inspection.recommendations.iter().enumerate();
        items
            .map(|(index, item)| {
                let standing = ItemStanding::of(item, published, context.today);
                let mut text: String = item.text.split_whitespace().collect::<Vec<_>>().join(" ");
                if text.chars().count() > SHORT {
                    text = text.chars().take(SHORT - 1).collect::<String>() + "…";
                }
                let label = item.label.as_deref().map(|label| format!("  {}", visible(label)));
                let label = label.unwrap_or_default();
                format!("#{}{label}  ({}) {}", index + 1, standing.status, visible(&text))
            })
            .collect()
    })
}
