//! Writes a new record as TOML 1.0, commented for the person who will fill it in.

use std::fmt::Write;

use super::written::{date, prose, quoted};
use crate::model::{Forces, Inspection, Recommendation};

/// Writes a new record: what is known as keys, what is still wanted named in notes. Reads back as the same record.
///
/// It is the report, its recommendations, and an empty response. Its first line names the JSON Schema of a record to editors,
/// where one stands: `schema` is the way to it from the record's folder. A note only names keys and commands: it stays right
/// whatever is filled in or changed below it, so no day that follows from another is written.
pub fn compose(inspection: &Inspection<'_>, schema: Option<&str>) -> String {
    let mut text = schema.map_or_else(String::new, |way| format!("#:schema {way}\n"));
    text.push_str(HEAD);
    report(&mut text, inspection);
    if inspection.recommendations.is_empty() {
        text.push_str("\n## `track recommendation add` adds a recommendation.\n");
    }
    for (index, item) in inspection.recommendations.iter().enumerate() {
        text.push('\n');
        text.push_str(if index == 0 { RECOMMENDATION } else { "" });
        recommendation(&mut text, item);
    }
    text.push_str(RESPONSE);
    text
}

const HEAD: &str = "\
## Lines that begin with # are notes. A date is written 2020-03-09, \"2020-03\", \"2020\", or \"unknown\".
## What else is known of the report: type_as_printed, forces (or \"all\"), url, recommendations_made,
## recommendations_for_police, key_findings.

";

const RECOMMENDATION: &str = "\
## Of each recommendation: label as printed; ours, true if it is for this force or local policing body;
## deadline, the phrase as printed; owner; action or no_action_because, as section 55(5B) asks.
";

/// What a response is made of, in the order of section 55.
const RESPONSE: &str = r#"
## The response, in the order of section 55 (`track respond` writes it):
## invited, comments_wanted_by, comments_received ("none" if none were submitted): section 55(4)
## local_policing_body, chief_officer, reply; or joint, one text of both: section 55(5)
## published, the first day on which all of it was public; url: section 55(5A)
## sent_to_inspectorate, sent_to_secretary_of_state: section 55(6)
[response]
"#;

fn report(text: &mut String, inspection: &Inspection<'_>) {
    key(text, "title", &quoted(&inspection.title));
    key(text, "type", &quoted(inspection.inspection_type.as_str()));
    known(text, "type_as_printed", inspection.type_as_printed.as_deref().map(quoted));
    key(text, "published", &date(inspection.published));
    let forces = inspection.forces.as_ref().map(|forces| match forces {
        Forces::All => "\"all\"".to_owned(),
        Forces::Named(names) => {
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            format!("[{}]", names.join(", "))
        }
    });
    known(text, "forces", forces);
    known(text, "url", inspection.url.as_deref().map(quoted));
    let number = |count: Option<u32>| count.map(|count| count.to_string());
    known(text, "recommendations_made", number(inspection.recommendations_made));
    known(text, "recommendations_for_police", number(inspection.recommendations_for_police));
    known(text, "key_findings", inspection.key_findings.as_deref().map(prose));
}

fn recommendation(text: &mut String, item: &Recommendation<'_>) {
    text.push_str("[[recommendation]]\n");
    known(text, "label", item.label.as_deref().map(quoted));
    key(text, "text", &prose(&item.text));
    known(text, "ours", item.ours.map(|ours| ours.to_string()));
    known(text, "deadline", item.deadline.as_deref().map(quoted));
    known(text, "owner", item.owner.as_deref().map(quoted));
}

fn key(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "{key} = {value}"); // writing to a String cannot fail
}

/// A key with its value, where that is known.
fn known(text: &mut String, name: &str, value: Option<String>) {
    if let Some(value) = value {
        key(text, name, &value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{InspectionType, PartialDate, Response};
    use crate::schema::{TABLES, read};
    use proptest::prelude::*;

    fn reads_back(inspection: &Inspection<'_>) {
        let text = compose(inspection, Some("../.track/record.schema.json"));
        assert!(text.starts_with("#:schema ../.track/record.schema.json\n## Lines"), "{text}");
        let text = compose(inspection, None);
        assert!(!text.starts_with("#:"), "{text}");
        let plain: Result<toml::Table, _> = toml::from_str(&text);
        assert!(plain.is_ok(), "{text}\n{plain:?}");
        read("records/x.toml", text.as_bytes(), |reading| {
            assert_eq!(reading.findings, Vec::new(), "{text}");
            assert_eq!(&reading.inspection, inspection, "{text}");
        });
    }

    proptest! {
        #[test]
        fn any_text_reads_back_identical(
            title in "\\PC{0,40}x|(?s).{1,30}x",
            words in proptest::collection::vec("(?s).{1,60}x", 0..3),
            label in proptest::option::of("(?s).{0,5}"),
            made in proptest::option::of(0u32..9999),
            month in 1u32..=12,
        ) {
            let mut inspection = Inspection::new(title.into(), InspectionType::Joint, PartialDate::Month(2020, month));
            inspection.response = Some(Response::default());
            inspection.recommendations_made = made;
            inspection.forces = (!words.is_empty()).then(|| Forces::Named(words.iter().cloned().map(Into::into).collect()));
            inspection.key_findings = words.first().cloned().map(Into::into);
            for text in words {
                inspection.recommendations.push(Recommendation {
                    label: label.clone().map(Into::into),
                    text: text.into(),
                    ours: made.map(|made| made % 2 == 0),
                    ..Recommendation::default()
                });
            }
            reads_back(&inspection);
        }
    }

    #[test]
    fn a_new_record_is_commented_for_the_person_who_fills_it_in() {
        let mut inspection = Inspection::new(
            "Custody".into(),
            InspectionType::Custody,
            "2020-03-09".parse().map(PartialDate::Day).unwrap(),
        );
        inspection.response = Some(Response::default());
        inspection.recommendations =
            vec![Recommendation { text: "Do it.".into(), ..Recommendation::default() }];
        reads_back(&inspection);
        let text = compose(&inspection, None);
        // Every key that the notes name is one of a record.
        let keys = |word: &str| TABLES.iter().any(|table| table.field(word).is_some());
        let notes = text.lines().filter(|line| line.starts_with("##"));
        let words = notes.flat_map(|line| line.split(|c: char| !c.is_ascii_lowercase() && c != '_'));
        let named: Vec<&str> = words.filter(|word| word.contains('_')).collect();
        assert!(named.len() > 10 && named.iter().all(|word| keys(word)), "{named:?}");
        for says in
            ["published = 2020-03-09\n", "[[recommendation]]\ntext = ", "section 55(5B)", "[response]\n"]
        {
            assert!(text.contains(says), "{says}\n{text}");
        }
    }
}
