//! The office, with its names over time.

use chrono::NaiveDate;

/// The office that keeps the records. Without settings the words of the Act stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The office's name; none by default.
    pub name: Option<String>,
    /// The local policing body: whose duty it is.
    pub local_policing_body: String,
    /// The local policing body in short, such as PCC.
    pub short: Option<String>,
    /// The chief officer of the force.
    pub chief_officer: String,
    /// The force.
    pub force: Option<String>,
    /// Names as they were, the earliest first.
    pub earlier: Vec<EarlierName>,
}

/// A name the office bore before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierName {
    /// The last day it was the name.
    pub until: NaiveDate,
    /// The name.
    pub name: String,
}

impl Default for Office {
    fn default() -> Self {
        Self {
            name: None,
            local_policing_body: "local policing body".into(),
            short: None,
            chief_officer: "chief officer".into(),
            force: None,
            earlier: Vec::new(),
        }
    }
}
