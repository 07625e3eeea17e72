//! The words of a record that its document must hold, in the order of each layout.

use track::model::{Forces, Inspection, Recommendation, Text};
use track::text::visible_prose;

/// The words of a text as they are shown, without the marks of its list.
pub(crate) fn shown(text: &str) -> Vec<String> {
    let lines = visible_prose(text).lines().map(str::trim).map(str::to_owned).collect::<Vec<_>>();
    let marked =
        |line: &str| ["- ", "• "].into_iter().find_map(|mark| line.strip_prefix(mark).map(str::to_owned));
    lines
        .into_iter()
        .map(|line| marked(&line).unwrap_or(line))
        .flat_map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// The words in the order of a layout.
pub(crate) fn expected(layout: &str, inspection: &Inspection<'_>) -> Vec<String> {
    let mut texts: Vec<&str> = Vec::new();
    match layout {
        "cumbria" => cumbria(inspection, &mut texts),
        "statutory" => statutory(inspection, &mut texts),
        "letter" => letter(inspection, &mut texts),
        other => panic!("say here in which order the layout {other} has the words of a record"),
    }
    texts.into_iter().flat_map(shown).collect()
}

fn push<'i>(texts: &mut Vec<&'i str>, each: &[&'i Option<Text<'_>>]) {
    texts.extend(each.iter().filter_map(|text| text.as_deref()));
}

fn cumbria<'i>(inspection: &'i Inspection<'_>, texts: &mut Vec<&'i str>) {
    texts.push(&inspection.title);
    push(texts, &[&inspection.type_as_printed]);
    findings(inspection, texts);
    push(texts, &[&inspection.recommendations_intro]);
    for item in &inspection.recommendations {
        whole(item, texts);
    }
    response(inspection, texts);
    let Some(response) = &inspection.response else { return };
    push(texts, &[&response.late_because, &response.signed_by, &response.office_held]);
}

fn statutory<'i>(inspection: &'i Inspection<'_>, texts: &mut Vec<&'i str>) {
    texts.push(&inspection.title);
    push(texts, &[&inspection.type_as_printed]);
    if let Some(Forces::Named(names)) = &inspection.forces {
        texts.extend(names.iter().map(AsRef::as_ref));
    }
    findings(inspection, texts);
    response(inspection, texts);
    late(inspection, texts);
    push(texts, &[&inspection.recommendations_intro]);
    inspection.recommendations.iter().for_each(|item| whole(item, texts));
    let Some(response) = &inspection.response else { return };
    push(texts, &[&response.signed_by, &response.office_held]);
    texts.extend(response.sent_to.iter().map(|sent| sent.to.as_ref()));
}

fn letter<'i>(inspection: &'i Inspection<'_>, texts: &mut Vec<&'i str>) {
    texts.push(&inspection.title);
    if let Some(response) = &inspection.response {
        push(texts, &[&response.signed_by, &response.office_held]);
        texts.extend(response.sent_to.iter().map(|sent| sent.to.as_ref()));
    }
    response(inspection, texts);
    late(inspection, texts);
    findings(inspection, texts);
    push(texts, &[&inspection.recommendations_intro]);
    inspection.recommendations.iter().for_each(|item| whole(item, texts));
}

fn findings<'i>(inspection: &'i Inspection<'_>, texts: &mut Vec<&'i str>) {
    push(texts, &[&inspection.key_findings]);
    for judgment in &inspection.judgments {
        texts.extend([judgment.question.as_ref(), judgment.grade.as_ref()]);
    }
}

fn response<'i>(inspection: &'i Inspection<'_>, texts: &mut Vec<&'i str>) {
    let Some(response) = &inspection.response else { return };
    push(texts, &[&response.joint, &response.local_policing_body, &response.chief_officer, &response.reply]);
}

fn late<'i>(inspection: &'i Inspection<'_>, texts: &mut Vec<&'i str>) {
    if let Some(because) = inspection.response.as_ref().and_then(|response| response.late_because.as_deref())
    {
        texts.push(because);
    }
}

/// An item with all that is said of it in short.
fn whole<'i>(item: &'i Recommendation<'_>, texts: &mut Vec<&'i str>) {
    push(texts, &[&item.label]);
    texts.push(&item.text);
    texts.extend(item.addressed_to.iter().map(AsRef::as_ref));
    push(texts, &[&item.deadline]);
    said(item, texts);
}

/// What the office says of an item, and the notes that are for the public.
fn said<'i>(item: &'i Recommendation<'_>, texts: &mut Vec<&'i str>) {
    push(texts, &[&item.action, &item.no_action_because]);
    let public = item.updates.iter().filter(|update| update.public == Some(true));
    texts.extend(public.filter_map(|update| update.note.as_deref()));
}
