//! Rules as SARIF describes them.

use super::log::{Configuration, Descriptor, Message, RuleProperties};
use super::message;
use crate::diagnostic::{Example, File, Rule, When};
use crate::view::{Paint, explain_rule};

/// A rule with its page: what is found, why it matters, what breaks it and what does not.
pub(super) fn descriptor(rule: &'static Rule) -> Descriptor {
    let (enabled, when) = match rule.when {
        When::Always => (true, "always"),
        When::UnlessTurnedOff => (true, "unless-turned-off"),
        When::WhereTurnedOn => (false, "where-turned-on"),
    };
    let level = rule.severity.as_str();
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: message::plain(rule.summary),
        full_description: message::plain(rule.why),
        help: Message { markdown: Some(page(rule)), ..message::plain(&explain_rule(rule, Paint::plain())) },
        default_configuration: Configuration { enabled, level },
        properties: RuleProperties { severity: level, when },
    }
}

/// The page in Markdown. A rule's own words are written with backticks for what stands in a record, and nothing else of it.
fn page(rule: &Rule) -> String {
    let mut page = format!("{}\n\n{}\n", rule.summary, rule.why);
    match rule.example {
        Example::Records { today, bad, good } => {
            page.push_str(&format!("\nRaises it, on {today}:\n{}\nDoes not:\n{}", files(bad), files(good)));
        }
        Example::Words { bad, good } => {
            page.push_str(&format!("\nRaises it:\n\n{bad}\n\nDoes not:\n\n{good}\n"));
        }
    }
    page
}

fn files(files: &[File]) -> String {
    let block = |(path, text): &File| format!("\n```toml\n# {path}\n{}\n```\n", text.trim_end());
    files.iter().map(block).collect()
}
