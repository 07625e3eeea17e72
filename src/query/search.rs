//! Whether a record says something.

use crate::model::{Forces, Inspection, Text};

/// Whether every word of `wanted` stands somewhere in the record, in any letter case and as a part of a word.
pub fn mentions(id: &str, inspection: &Inspection<'_>, wanted: &str) -> bool {
    let words: Vec<String> = wanted.split_whitespace().map(fold).collect();
    let mut open: Vec<&String> = words.iter().collect();
    each_text(id, inspection, &mut |text| {
        if !open.is_empty() {
            let text = fold(text);
            open.retain(|word| !text.contains(word.as_str()));
        }
    });
    open.is_empty()
}

fn fold(text: &str) -> String {
    text.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase).collect()
}

fn each_text(id: &str, inspection: &Inspection<'_>, see: &mut dyn FnMut(&str)) {
    see(id);
    see(&inspection.title);
    let mut optional = |texts: &[Option<&Text<'_>>]| texts.iter().flatten().for_each(|text| see(text));
    optional(&[
        inspection.type_as_printed.as_ref(),
        inspection.key_findings.as_ref(),
        inspection.recommendations_intro.as_ref(),
        inspection.url.as_ref(),
    ]);
    if let Some(Forces::Named(names)) = &inspection.forces {
        for name in names {
            optional(&[Some(name)]);
        }
    }
    for name in &inspection.inspectorates {
        optional(&[Some(name)]);
    }
    for judgment in &inspection.judgments {
        optional(&[Some(&judgment.question), Some(&judgment.grade)]);
    }
    for item in &inspection.recommendations {
        optional(&[
            item.label.as_ref(),
            Some(&item.text),
            item.deadline.as_ref(),
            item.owner.as_ref(),
            item.action.as_ref(),
            item.no_action_because.as_ref(),
        ]);
        for name in &item.addressed_to {
            optional(&[Some(name)]);
        }
        for update in &item.updates {
            optional(&[update.note.as_ref(), update.by.as_ref(), update.inspectorate_status.as_ref()]);
        }
    }
    if let Some(response) = &inspection.response {
        response.texts().iter().for_each(|(_, text)| optional(&[*text]));
        optional(&[
            response.because.as_ref(),
            response.late_because.as_ref(),
            response.url.as_ref(),
            response.portal_reference.as_ref(),
            response.signed_by.as_ref(),
        ]);
    }
}
