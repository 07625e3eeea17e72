//! Writes a new record as TOML 1.0, commented for the person who will fill it in.

use std::fmt::Write;

use super::written::{date, prose, quoted};
use crate::model::{Forces, Inspection, Recommendation};

/// Writes a new record: what is known as keys, what is still wanted as keys behind a `#`. Reads back as the same record.
///
/// `notes` stand at the head as comments; what follows is the report, its recommendations, and an empty response. A key
/// behind a `#` has no value that could be left standing by mistake: a date is blank, a text is empty.
pub fn compose(inspection: &Inspection<'_>, notes: &[String]) -> String {
    let mut text = String::new();
    for note in notes {
        let _ = writeln!(text, "## {}", crate::text::visible(note)); // writing to a String cannot fail
    }
    text.push_str(HEAD);
    report(&mut text, inspection);
    if inspection.recommendations.is_empty() {
        text.push_str(FIRST_RECOMMENDATION);
    }
    for item in &inspection.recommendations {
        recommendation(&mut text, item);
    }
    text.push_str(RESPONSE);
    text
}

const HEAD: &str = "\
## Lines that begin with ## are notes. Take a single # away to use the key behind it.
## A date is written 2020-03-09, \"2020-03\", \"2020\", or \"unknown\" if nobody knows.

";

const FIRST_RECOMMENDATION: &str = "
## One of these for each recommendation of the report:
#[[recommendation]]
#text = \"\"
";

/// What to fill in of a response, in the order of section 55.
const RESPONSE: &str = r#"
[response]
## The chief officer's comments are invited: section 55(4). "none" received: invited, none submitted.
#invited =
#comments_wanted_by =
#comments_received =
## Your comments: section 55(5)(a).
#local_policing_body = """
#"""
## The chief officer's comments: section 55(5)(b).
#chief_officer = """
#"""
## Your reply to them: section 55(5)(c).
#reply = """
#"""
## The first day on which all of it was public, and where: section 55(5A).
#published =
#url = ""
## The copies: section 55(6).
#sent_to_inspectorate =
#sent_to_secretary_of_state =
"#;

fn report(text: &mut String, inspection: &Inspection<'_>) {
    key(text, "title", &quoted(&inspection.title));
    key(text, "type", &quoted(inspection.inspection_type.as_str()));
    let printed = inspection.type_as_printed.as_deref().map(quoted);
    known_or(text, "type_as_printed", printed, "\"\"", "the type in the document's own words");
    key(text, "published", &date(inspection.published));
    let forces = inspection.forces.as_ref().map(|forces| match forces {
        Forces::All => "\"all\"".to_owned(),
        Forces::Named(names) => {
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            format!("[{}]", names.join(", "))
        }
    });
    known_or(text, "forces", forces, "[\"\"]", "the forces it concerns, or \"all\"");
    known_or(text, "url", inspection.url.as_deref().map(quoted), "\"\"", "where the report is");
    let number = |count: Option<u32>| count.map(|count| count.to_string());
    known_or(
        text,
        "recommendations_made",
        number(inspection.recommendations_made),
        "",
        "in the whole report",
    );
    known_or(
        text,
        "recommendations_for_police",
        number(inspection.recommendations_for_police),
        "",
        "of those",
    );
    match &inspection.key_findings {
        None => text.push_str("#key_findings = \"\"\"\n#\"\"\"\n"),
        Some(findings) => key(text, "key_findings", &prose(findings)),
    }
}

fn recommendation(text: &mut String, item: &Recommendation<'_>) {
    text.push_str("\n[[recommendation]]\n");
    known_or(text, "label", item.label.as_deref().map(quoted), "\"\"", "as printed, such as 3a");
    key(text, "text", &prose(&item.text));
    let ours = item.ours.map(|ours| ours.to_string());
    known_or(text, "ours", ours, "true", "for this force or local policing body to act on");
    let deadline = item.deadline.as_deref().map(quoted);
    known_or(text, "deadline", deadline, "\"\"", "the phrase as printed, such as by March 2021");
    known_or(text, "owner", item.owner.as_deref().map(quoted), "\"\"", "who has it");
    text.push_str(
        "## What is done or proposed, section 55(5B)(a); or why there is none, section 55(5B)(b).\n",
    );
    text.push_str("#action = \"\"\"\n#\"\"\"\n#no_action_because = \"\"\"\n#\"\"\"\n");
}

fn key(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "{key} = {value}"); // writing to a String cannot fail
}

/// A key with its value; where that is not known, the key behind a `#` with what it is for.
fn known_or(text: &mut String, name: &str, value: Option<String>, blank: &str, hint: &str) {
    if let Some(value) = value {
        key(text, name, &value);
    } else {
        let head = format!("#{name} = {blank}");
        let _ = writeln!(text, "{head:32} # {hint}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{InspectionType, PartialDate, Response};
    use crate::schema::read;
    use proptest::prelude::*;

    fn reads_back(inspection: &Inspection<'_>) {
        let text = compose(inspection, &["A note\nwith an end of line".to_owned()]);
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
        let text = compose(&inspection, &[]);
        let taken_away: String = text
            .lines()
            .filter(|line| !line.starts_with("##"))
            .map(|line| line.trim_start_matches('#').to_owned() + "\n")
            .collect();
        read("records/x.toml", taken_away.as_bytes(), |reading| {
            let unknown = reading.findings.iter().find(|found| found.rule.name == "unknown-key");
            assert_eq!(unknown, None, "every key behind a # is one of a record");
            assert!(!reading.is_sound, "a blank date cannot be left standing");
        });
        for says in [
            "published = 2020-03-09\n",
            "#forces = [",
            "[[recommendation]]\n",
            "section 55(5B)(a)",
            "[response]\n",
        ] {
            assert!(text.contains(says), "{says}\n{text}");
        }
    }
}
