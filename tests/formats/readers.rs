//! Second readers: a JSON Schema for what is JSON, an XML reader, and the grammar of workflow commands.

use std::collections::BTreeMap;

use jsonschema::Validator;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::Value as Json;

fn validator(schema: &str) -> Validator {
    let schema: Json = serde_json::from_str(schema).unwrap();
    jsonschema::draft7::meta::validate(&schema).unwrap();
    jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap()
}

/// Checks documents against the schema of SARIF.
pub(crate) fn sarif_schema() -> Validator {
    // Its patterns of languages have a bracket too many, a slip that strict readers of patterns refuse.
    validator(&include_str!("../support/sarif/sarif-schema-2.1.0.json").replace("]?$", "$"))
}

/// Checks documents against what GitLab reads.
pub(crate) fn gitlab_schema() -> Validator {
    validator(include_str!("../support/gitlab-codequality.json"))
}

/// Reads one document that fits a schema.
#[track_caller]
pub(crate) fn fitting(schema: &Validator, text: &str) -> Json {
    let json: Json = serde_json::from_str(text).unwrap();
    let faults: Vec<String> =
        schema.iter_errors(&json).map(|fault| format!("{} {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}\n{text}");
    json
}

/// A workflow command.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) name: String,
    pub(crate) properties: BTreeMap<String, String>,
    pub(crate) message: String,
}

/// Reads a line as a runner of GitHub Actions does; `None` for one that is no command.
pub(crate) fn workflow_command(line: &str) -> Option<Command> {
    let (head, message) = line.strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let properties = properties.split(',').filter(|property| !property.is_empty()).map(|property| {
        let (key, value) = property.split_once('=').unwrap();
        (key.to_owned(), unescaped(&value.replace("%3A", ":").replace("%2C", ",")))
    });
    Some(Command { name: name.to_owned(), properties: properties.collect(), message: unescaped(message) })
}

fn unescaped(text: &str) -> String {
    text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
}

/// A case of a `JUnit` report.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) file: String,
    /// The message and the text of a failure.
    pub(crate) failure: Option<(String, String)>,
    pub(crate) out: Option<String>,
}

/// Reads a `JUnit` report: how many tests and failures it counts, and its cases.
pub(crate) fn junit(text: &str) -> (usize, usize, Vec<Case>) {
    assert!(
        text.chars().all(|c| matches!(c, '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..))
    );
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut cases, mut counts, mut open, mut inner) = (Vec::new(), (0, 0), Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                let name = opened(&element, &mut cases, &mut counts);
                open.push(name);
                inner.clear();
            }
            Event::Empty(element) => {
                opened(&element, &mut cases, &mut counts);
            }
            Event::Text(text) => inner.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let name = entity.xml10_content();
                inner.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap());
            }
            Event::End(_) => {
                let case = cases.last_mut();
                match open.pop().unwrap().as_str() {
                    "failure" => case.unwrap().failure.as_mut().unwrap().1.clone_from(&inner),
                    "system-out" => case.unwrap().out = Some(inner.clone()),
                    _ => {}
                }
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    (counts.0, counts.1, cases)
}

fn opened(element: &BytesStart<'_>, cases: &mut Vec<Case>, counts: &mut (usize, usize)) -> String {
    let attribute = |name: &str| {
        let found = element.try_get_attribute(name).unwrap();
        found.map_or_else(String::new, |found| {
            found.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned()
        })
    };
    let name = element.name().as_ref().to_owned();
    match name.as_str() {
        "testsuites" | "testsuite" => {
            let count = |name: &str| attribute(name).parse().unwrap();
            *counts = (count("tests"), count("failures"));
            assert_eq!(attribute("errors"), "0");
        }
        "testcase" => {
            cases.push(Case { name: attribute("name"), file: attribute("file"), ..Case::default() });
        }
        "failure" => {
            let case = cases.last_mut().unwrap();
            assert_eq!(case.failure, None, "servers show the first failure of a case only");
            case.failure = Some((attribute("message"), String::new()));
        }
        "system-out" => {}
        other => panic!("{other}"),
    }
    name
}
