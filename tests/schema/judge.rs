//! What the reader and the schema say of a text.

use jsonschema::Validator;
use serde_json::Value as Json;
use toml::{Table, Value};
use track::check::settings_of;
use track::diagnostic::Finding;
use track::schema::read;
use track::view::json::{
    Sees, UNSAID_OF_RECORDS, UNSAID_OF_SETTINGS, Unsaid, record_schema, settings_schema,
};

/// A schema, and the reader that it shall agree with.
pub(crate) struct Judge {
    validator: Validator,
    read: fn(&[u8]) -> Vec<Finding>,
    /// What the schema cannot say.
    pub(crate) unsaid: &'static [Unsaid],
}

/// What both say of a text.
#[derive(Debug)]
pub(crate) struct Verdicts {
    /// What the reader finds.
    pub(crate) findings: Vec<Finding>,
    /// What the schema says: whether it allows the values, or that there are none to see.
    pub(crate) schema: Result<bool, Sees>,
}

impl Judge {
    pub(crate) fn of_records() -> Self {
        let read = |text: &[u8]| read("records/x.toml", text, |reading| reading.findings.clone());
        Self::new(&record_schema(), read, UNSAID_OF_RECORDS)
    }

    pub(crate) fn of_settings() -> Self {
        let read = |text: &[u8]| settings_of("track.toml", text).1;
        Self::new(&settings_schema(), read, UNSAID_OF_SETTINGS)
    }

    fn new(schema: &str, read: fn(&[u8]) -> Vec<Finding>, unsaid: &'static [Unsaid]) -> Self {
        let schema: Json = serde_json::from_str(schema).unwrap();
        jsonschema::draft7::meta::validate(&schema).unwrap();
        // Editors look at `format`; the draft itself leaves that open.
        let validator = jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap();
        Self { validator, read, unsaid }
    }

    pub(crate) fn judge(&self, bytes: &[u8]) -> Verdicts {
        let schema = match std::str::from_utf8(bytes).map(toml::from_str::<Table>) {
            Err(_) => Err(Sees::NoText),
            Ok(Err(_)) => Err(Sees::NoToml),
            Ok(Ok(table)) => Ok(self.validator.is_valid(&as_json(&Value::Table(table)))),
        };
        Verdicts { findings: (self.read)(bytes), schema }
    }

    /// The differences of the list that tell the verdicts on a text apart, by position; none where the two agree.
    ///
    /// Fails where they differ, and nothing on the list says why.
    pub(crate) fn differences(&self, path: &str, bytes: &[u8]) -> Vec<usize> {
        let verdicts = self.judge(bytes);
        let sees = match (verdicts.findings.is_empty(), verdicts.schema) {
            (true, Ok(true)) | (false, Ok(false)) => return Vec::new(),
            (true, Ok(false)) => Sees::Refused,
            (false, Ok(true)) => Sees::Allowed,
            (true, Err(_)) => panic!("the reader takes what is no TOML: {path}"),
            (false, Err(sees)) => sees,
        };
        let listed = |finding: Option<&Finding>| {
            let is_it =
                |unsaid: &&Unsaid| unsaid.sees == sees && finding.is_none_or(|found| fits(unsaid, found));
            self.unsaid.iter().position(|unsaid| is_it(&unsaid))
        };
        let found: Vec<Option<usize>> = match sees {
            // The two things of this kind: a rule in capitals, a text of a mark that cannot be seen.
            Sees::Refused => {
                let text = String::from_utf8_lossy(bytes).to_lowercase();
                let text = text.replace('\u{feff}', "x").replace("\\ufeff", "x");
                let small = self.judge(text.as_bytes());
                vec![listed(None).filter(|_| small.schema == Ok(true))]
            }
            _ => verdicts.findings.iter().map(|finding| listed(Some(finding))).collect(),
        };
        // One fault is enough to make a text no TOML; of values that are allowed each fault must be on the list.
        let is_explained = if sees == Sees::Allowed {
            found.iter().all(Option::is_some)
        } else {
            found.iter().any(Option::is_some)
        };
        let said: Vec<String> = verdicts
            .findings
            .iter()
            .map(|found| format!("{}: {}; {}", found.rule.name, found.message, found.label))
            .collect();
        assert!(
            is_explained,
            "{path}: a schema sees {sees:?}, and no list says why\n{said:#?}\n{}",
            String::from_utf8_lossy(bytes)
        );
        found.into_iter().flatten().collect()
    }
}

/// Whether a finding is of a kind that is on the list.
fn fits(unsaid: &Unsaid, finding: &Finding) -> bool {
    finding.rule == unsaid.rule
        && (finding.label.contains(unsaid.says) || finding.message.contains(unsaid.says))
}

/// A value as readers of schemas see it: a date of TOML itself is a text to them.
fn as_json(value: &Value) -> Json {
    match value {
        Value::Datetime(date) => Json::String(date.to_string()),
        Value::Array(items) => items.iter().map(as_json).collect(),
        Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
        plain => serde_json::to_value(plain).unwrap(),
    }
}
