//! The page of a rule.

use super::Paint;
use super::prose::prose;
use crate::diagnostic::{Example, File, Rule, When};

/// The page of a rule: what is found, why it matters, a record that breaks it and one that does not.
pub fn explain_rule(rule: &Rule, paint: Paint) -> String {
    let width = paint.prose_width();
    let head = format!("{} {} ({})", rule.code, rule.name, rule.severity.as_str());
    let mut page = format!(
        "{}\n\n{}\n{}",
        paint.heading(&head),
        prose(rule.summary, 0, width),
        prose(rule.why, 0, width)
    );
    say_otherwise(&mut page, rule, width);
    match rule.example {
        Example::Records { today, bad, good } => {
            page.push_str(&format!("\n{}\n", paint.heading(&format!("Raises it, on {today}"))));
            files(&mut page, bad, paint);
            page.push_str(&format!("\n{}\n", paint.heading("Does not")));
            files(&mut page, good, paint);
        }
        Example::Words { bad, good } => {
            page.push_str(&format!("\n{}\n{}", paint.heading("Raises it"), prose(bad, 4, width)));
            page.push_str(&format!("\n{}\n{}", paint.heading("Does not"), prose(good, 4, width)));
        }
    }
    page
}

/// How an office says otherwise: what to write, below a sentence; nothing where a rule is always looked for.
fn say_otherwise(page: &mut String, rule: &Rule, width: usize) {
    let mut say = |words: &str, lines: &[String]| {
        page.push_str(&format!("\n{}", prose(words, 0, width)));
        for line in lines {
            page.push_str(&format!("    {line}\n"));
        }
    };
    let level = |level: &str| {
        let line = format!("{} = {{ level = \"{level}\", because = \"REASON\" }}", rule.name);
        ["[checks]".to_owned(), line]
    };
    match rule.when {
        When::Always => {}
        When::UnlessTurnedOff => {
            let comment = format!("# track: allow {}: REASON", rule.name);
            say(
                "A comment in a record allows it there, above what it is about or above the first key:",
                &[comment],
            );
            say("track.toml settles it for all records:", &level("off"));
        }
        When::WhereTurnedOn => {
            say("It is looked for only where track.toml says so:", &level(rule.severity.as_str()));
        }
    }
}

fn files(page: &mut String, files: &[File], paint: Paint) {
    for (index, (path, text)) in files.iter().enumerate() {
        if index > 0 {
            page.push('\n');
        }
        page.push_str(&format!("    {}\n", paint.faint(&format!("# {path}"))));
        for line in text.lines() {
            page.push_str(format!("    {line}").trim_end());
            page.push('\n');
        }
    }
}

/// Every rule on a line: code, severity, name and what is found.
pub fn list_rules<'r>(rules: impl Iterator<Item = &'r Rule>, paint: Paint) -> String {
    let rules: Vec<&Rule> = rules.collect();
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for rule in rules {
        let severity = if rule.when == When::WhereTurnedOn { "off" } else { rule.severity.as_str() };
        let head = format!("{}  {severity:7}  {:width$}  ", rule.code, rule.name);
        match paint.width {
            Some(columns) if columns < head.len() + rule.summary.len() => {
                let rest = prose(rule.summary, 6, columns);
                text.push_str(&format!("{}\n{rest}", paint.heading(head.trim_end())));
            }
            _ => text.push_str(&format!("{}{}\n", paint.heading(&head), rule.summary)),
        }
    }
    text
}
