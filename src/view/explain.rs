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
    if let Some(words) = when_words(rule) {
        page.push_str(&format!("\n{}", prose(&words, 0, width)));
    }
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

/// When a rule is looked for, in words; nothing where that goes without saying.
pub(super) fn when_words(rule: &Rule) -> Option<String> {
    match rule.when {
        When::Always => None,
        When::UnlessTurnedOff => Some(format!(
            "To allow it in one record, write there the comment `# track: allow {0}: REASON`; to settle it for all, \
             in track.toml under [checks]: {0} = {{ level = \"off\", because = \"REASON\" }}.",
            rule.name
        )),
        When::WhereTurnedOn => Some(format!(
            "It is looked for only where track.toml says so, under [checks]: {} = {{ level = \"{}\", because = \
             \"REASON\" }}.",
            rule.name,
            rule.severity.as_str()
        )),
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
