//! The prose of a record: what stands where, and how it is quoted.

use crate::model::{Inspection, Text};
use crate::schema::Steps;
use crate::text::visible;

/// The way to a text; made only when there is something to say about it.
pub(super) type Way<'w> = &'w dyn Fn() -> Steps;

/// How many characters of a record's text a message quotes.
const QUOTED: usize = 60;

/// Whether a text is there and not blank.
pub(super) fn says(text: Option<&Text<'_>>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// A text of a record as a message quotes it: short, and nothing hidden.
pub(super) fn shown(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        None => visible(text).into_owned(),
        Some((end, _)) => format!("{}…", visible(&text[..end])),
    }
}

/// Walks what the office itself writes for the public: its comments, reasons and actions.
pub(super) fn office_prose(inspection: &Inspection<'_>, visit: &mut impl FnMut(&str, Way<'_>)) {
    text(inspection.recommendations_intro.as_ref(), &|| Steps::root("recommendations_intro"), visit);
    for (index, item) in inspection.recommendations.iter().enumerate() {
        text(item.action.as_ref(), &|| Steps::item(index).key("action"), visit);
        text(item.no_action_because.as_ref(), &|| Steps::item(index).key("no_action_because"), visit);
    }
    if let Some(response) = &inspection.response {
        for (key, part) in response.texts() {
            text(part, &|| Steps::response(key), visit);
        }
        text(response.because.as_ref(), &|| Steps::response("because"), visit);
        text(response.late_because.as_ref(), &|| Steps::response("late_because"), visit);
    }
}

/// Walks what pages print of the report: its title, its key findings, what it asks for.
pub(super) fn report_prose(inspection: &Inspection<'_>, visit: &mut impl FnMut(&str, Way<'_>)) {
    visit(&inspection.title, &|| Steps::root("title"));
    text(inspection.key_findings.as_ref(), &|| Steps::root("key_findings"), visit);
    for (index, item) in inspection.recommendations.iter().enumerate() {
        visit(&item.text, &|| Steps::item(index).key("text"));
    }
}

/// Walks the texts of the response, each with its key.
pub(super) fn response_prose(inspection: &Inspection<'_>, visit: &mut impl FnMut(&str, &'static str)) {
    for (key, part) in inspection.response.iter().flat_map(|response| response.texts()) {
        if let Some(text) = part {
            visit(text, key);
        }
    }
}

/// Walks the other texts: the report's own, the names and the notes. What is quoted word by word from the inspectorate's
/// tables, a deadline or a status, is left out.
pub(super) fn other_prose(inspection: &Inspection<'_>, visit: &mut impl FnMut(&str, Way<'_>)) {
    visit(&inspection.title, &|| Steps::root("title"));
    text(inspection.type_as_printed.as_ref(), &|| Steps::root("type_as_printed"), visit);
    text(inspection.key_findings.as_ref(), &|| Steps::root("key_findings"), visit);
    for (index, judgment) in inspection.judgments.iter().enumerate() {
        let steps = |key| Steps::root("judgment").at(index).key(key);
        visit(&judgment.question, &|| steps("question"));
        visit(&judgment.grade, &|| steps("grade"));
    }
    for (index, item) in inspection.recommendations.iter().enumerate() {
        visit(&item.text, &|| Steps::item(index).key("text"));
        text(item.owner.as_ref(), &|| Steps::item(index).key("owner"), visit);
        for (at, update) in item.updates.iter().enumerate() {
            text(update.note.as_ref(), &|| Steps::update(index, at).key("note"), visit);
            text(update.by.as_ref(), &|| Steps::update(index, at).key("by"), visit);
            text(update.signed_off_by.as_ref(), &|| Steps::update(index, at).key("signed_off_by"), visit);
        }
    }
    if let Some(response) = &inspection.response {
        text(response.signed_by.as_ref(), &|| Steps::response("signed_by"), visit);
        text(response.office_held.as_ref(), &|| Steps::response("office_held"), visit);
    }
}

fn text(text: Option<&Text<'_>>, way: Way<'_>, visit: &mut impl FnMut(&str, Way<'_>)) {
    if let Some(text) = text {
        visit(text, way);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_texts_are_short_and_hide_nothing() {
        assert_eq!(shown("3a"), "3a");
        assert_eq!(shown("a\u{1b}[31m\n"), "a\\u{1b}[31m\\n");
        assert_eq!(shown(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
        assert!(says(Some(&"x".into())) && !says(Some(&" \n".into())) && !says(None));
    }
}
