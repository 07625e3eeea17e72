//! Writes a new record as TOML 1.0, commented for the person who will fill it in.

use std::fmt::Write;

use crate::model::{Forces, Inspection, PartialDate, Recommendation};
use crate::text::is_hidden;

/// Writes a new record: what is known as keys, what is still wanted as comments. Reads back as the same record.
///
/// `notes` stand at the head as comments; what follows is the report, its recommendations, and an empty response.
pub fn compose(inspection: &Inspection<'_>, notes: &[String]) -> String {
    let mut text = String::new();
    for note in notes {
        let _ = writeln!(text, "# {}", crate::text::visible(note)); // writing to a String cannot fail
    }
    text.push_str("# A line that begins with # is a note. Take the # away to use the key behind it.\n");
    text.push_str("# Dates: 2020-03-09, \"2020-03\", \"2020\", or \"unknown\" if nobody knows.\n\n");
    report(&mut text, inspection);
    if inspection.recommendations.is_empty() {
        text.push_str("\n# [[recommendation]]           # one of these for each\n# text = \"…\"\n");
    }
    for item in &inspection.recommendations {
        recommendation(&mut text, item);
    }
    text.push_str(RESPONSE);
    text
}

/// What to fill in of a response, in the order of section 55.
const RESPONSE: &str = r#"
[response]
# invited = 2020-03-11           # the chief officer's comments: section 55(4)
# comments_wanted_by = 2020-04-08
# comments_received = 2020-04-06 # or "none": invited, none submitted
# local_policing_body = """      # your comments: section 55(5)(a)
# """
# chief_officer = """            # the chief officer's comments: section 55(5)(b)
# """
# reply = """                    # your reply to them: section 55(5)(c)
# """
# published = 2020-04-20         # the first day on which all of it was public
# url = "https://…"
# sent_to_inspectorate = 2020-04-20          # section 55(6)
# sent_to_secretary_of_state = 2020-04-20
"#;

fn report(text: &mut String, inspection: &Inspection<'_>) {
    key(text, "title", &quoted(&inspection.title));
    key(text, "type", &quoted(inspection.inspection_type.as_str()));
    optional(
        text,
        "type_as_printed",
        inspection.type_as_printed.as_deref(),
        "the type in the document's own words",
    );
    key(text, "published", &date(inspection.published));
    match &inspection.forces {
        None => text.push_str("# forces = [\"…\"]               # whom it concerns, or \"all\"\n"),
        Some(Forces::All) => key(text, "forces", "\"all\""),
        Some(Forces::Named(names)) => {
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            key(text, "forces", &format!("[{}]", names.join(", ")));
        }
    }
    optional(text, "url", inspection.url.as_deref(), "where the report is");
    match inspection.recommendations_made {
        None => text.push_str("# recommendations_made = 8       # in the whole report, to everybody\n"),
        Some(made) => key(text, "recommendations_made", &made.to_string()),
    }
    match inspection.recommendations_for_police {
        None => text.push_str("# recommendations_for_police = 1\n"),
        Some(police) => key(text, "recommendations_for_police", &police.to_string()),
    }
    match &inspection.key_findings {
        None => text.push_str("# key_findings = \"\"\"\n# \"\"\"\n"),
        Some(findings) => key(text, "key_findings", &prose(findings)),
    }
}

fn recommendation(text: &mut String, item: &Recommendation<'_>) {
    text.push_str("\n[[recommendation]]\n");
    optional(text, "label", item.label.as_deref(), "as printed, such as \"3a\"");
    key(text, "text", &prose(&item.text));
    match item.ours {
        None => text
            .push_str("# ours = true                    # for this force or local policing body to act on\n"),
        Some(ours) => key(text, "ours", &ours.to_string()),
    }
    optional(text, "deadline", item.deadline.as_deref(), "the phrase as printed, such as \"by March 2021\"");
    optional(text, "owner", item.owner.as_deref(), "who has it");
    text.push_str("# action = \"\"\"                   # done or proposed: section 55(5B)(a)\n# \"\"\"\n");
    text.push_str(
        "# no_action_because = \"\"\"        # or why there is none: section 55(5B)(b)\n# \"\"\"\n",
    );
}

fn key(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "{key} = {value}"); // writing to a String cannot fail
}

fn optional(text: &mut String, name: &str, value: Option<&str>, hint: &str) {
    if let Some(value) = value {
        key(text, name, &quoted(value));
    } else {
        let head = format!("# {name} = \"…\"");
        let _ = writeln!(text, "{head:32} # {hint}");
    }
}

fn date(date: PartialDate) -> String {
    if date.day().is_some() { date.to_string() } else { format!("\"{date}\"") }
}

/// A text on one line, in quotes.
fn quoted(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for c in text.chars() {
        match c {
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c => push(&mut written, c),
        }
    }
    written.push('"');
    written
}

/// A text of several lines in triple quotes; one line in plain quotes.
fn prose(text: &str) -> String {
    if !text.contains('\n') {
        return quoted(text);
    }
    let mut written = String::with_capacity(text.len() + 8);
    written.push_str("\"\"\"\n");
    for c in text.chars() {
        if c == '\n' { written.push('\n') } else { push(&mut written, c) }
    }
    written.push_str("\"\"\"");
    written
}

/// A character as TOML 1.0 writes it; what steers or hides is spelt out, so that it can be seen in the file.
fn push(written: &mut String, c: char) {
    match c {
        '"' => written.push_str("\\\""),
        '\\' => written.push_str("\\\\"),
        '\r' => written.push_str("\\r"),
        c if is_hidden(c) && u32::from(c) > 0xffff => {
            let _ = write!(written, "\\U{:08X}", u32::from(c));
        }
        c if is_hidden(c) => {
            let _ = write!(written, "\\u{:04X}", u32::from(c));
        }
        c => written.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{InspectionType, Response};
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
        for says in [
            "published = 2020-03-09\n",
            "# forces = [",
            "[[recommendation]]\n",
            "section 55(5B)(a)",
            "[response]\n",
        ] {
            assert!(text.contains(says), "{says}\n{text}");
        }
    }
}
