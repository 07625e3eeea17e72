//! `track explain`.

use clap::{Args, ValueEnum};

use super::Exit;
use super::completing::Offer;
use super::context::Context;
use super::failure::Refusal;
use crate::check::{find_rule, rules};
use crate::text::{nearest, visible};
use crate::view::{explain_rule, list_rules};

/// Explain a rule of `check`: what it finds, why it matters, a record that breaks it and one that does not.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  track explain                       every rule on a line
  track explain T040
  track explain response-overdue
  track explain all                   every page")]
pub struct ExplainArgs {
    /// The rule, by its code or its name; `all` for every page
    #[arg(value_name = "CODE", add = Offer::Rules)]
    code: Option<String>,
    /// In which form
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Format,
}

/// The forms of a page.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    /// For people.
    Text,
}

pub(super) fn run(args: &ExplainArgs, context: &mut Context<'_, '_>) -> anyhow::Result<Exit> {
    let Format::Text = args.format;
    let text = match args.code.as_deref() {
        None => list_rules(rules(), context.paint),
        Some("all") => {
            let pages: Vec<String> = rules().map(|rule| explain_rule(rule, context.paint)).collect();
            pages.join("\n\n")
        }
        Some(code) => match find_rule(code) {
            Some(rule) => explain_rule(rule, context.paint),
            None => return Err(no_such_rule(code).into()),
        },
    };
    context.env.print(&text)?;
    Ok(Exit::Well)
}

fn no_such_rule(code: &str) -> Refusal {
    let refusal = Refusal::new(format!("there is no rule `{}`", visible(code)));
    match nearest(code, rules().flat_map(|rule| [rule.name, rule.code])) {
        Some(near) => refusal.hint(format!("did you mean `{near}`?")),
        None => refusal.hint("`track explain` lists every rule"),
    }
}
