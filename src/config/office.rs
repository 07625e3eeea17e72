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
    /// The local policing body of that time, where it was another.
    pub local_policing_body: Option<String>,
    /// It in short.
    pub short: Option<String>,
    /// The chief officer of that time, where the words were others.
    pub chief_officer: Option<String>,
    /// The force of that time, where its name was another.
    pub force: Option<String>,
}

impl Office {
    /// The office under the names that it bore on a day.
    #[must_use]
    pub fn at(&self, day: NaiveDate) -> Self {
        let mut then = self.clone();
        if let Some(earlier) = self.earlier.iter().find(|earlier| day <= earlier.until) {
            then.name = Some(earlier.name.clone());
            if let Some(body) = &earlier.local_policing_body {
                then.local_policing_body.clone_from(body);
                then.short.clone_from(&earlier.short); // what is short for another body is no name of this one
            } else if earlier.short.is_some() {
                then.short.clone_from(&earlier.short);
            }
            if let Some(officer) = &earlier.chief_officer {
                then.chief_officer.clone_from(officer);
            }
            if earlier.force.is_some() {
                then.force.clone_from(&earlier.force);
            }
        }
        then
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn earlier(until: &str, name: &str) -> EarlierName {
        EarlierName {
            until: until.parse().unwrap(),
            name: name.into(),
            local_policing_body: None,
            short: None,
            chief_officer: None,
            force: None,
        }
    }

    #[test]
    fn an_office_bears_the_names_of_the_time() {
        let authority = EarlierName {
            local_policing_body: Some("Example Police Authority".into()),
            ..earlier("2012-11-21", "Example Police Authority")
        };
        let office = Office {
            name: Some("Office of the PFCC".into()),
            local_policing_body: "Example PFCC".into(),
            short: Some("PFCC".into()),
            earlier: vec![authority, earlier("2023-03-31", "Office of the PCC")],
            ..Office::default()
        };
        for (day, name, body, short) in [
            ("2012-11-21", "Example Police Authority", "Example Police Authority", None),
            ("2012-11-22", "Office of the PCC", "Example PFCC", Some("PFCC")),
            ("2023-03-31", "Office of the PCC", "Example PFCC", Some("PFCC")),
            ("2023-04-01", "Office of the PFCC", "Example PFCC", Some("PFCC")),
        ] {
            let then = office.at(day.parse().unwrap());
            assert_eq!(
                (then.name.as_deref(), then.local_policing_body.as_str(), then.short.as_deref()),
                (Some(name), body, short),
                "{day}"
            );
        }
    }
}
