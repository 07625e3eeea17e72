//! track.toml as it is written, before it is settled.

use serde::Deserialize;
use toml::value::Datetime;

use super::fault::Fault;
use super::levels::{self, WrittenLevels};
use super::walk::day;
use super::{Documents, EarlierName, Office, Settings};
use crate::diagnostic::Rule;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    #[serde(default)]
    office: WrittenOffice,
    #[serde(default)]
    duty: WrittenDuty,
    #[serde(default)]
    documents: WrittenDocuments,
    #[serde(default)]
    checks: WrittenLevels,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WrittenOffice {
    name: Option<String>,
    local_policing_body: Option<String>,
    short: Option<String>,
    chief_officer: Option<String>,
    force: Option<String>,
    #[serde(default)]
    earlier: Vec<WrittenEarlier>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEarlier {
    until: Datetime,
    name: String,
    local_policing_body: Option<String>,
    short: Option<String>,
    chief_officer: Option<String>,
    force: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WrittenDuty {
    label: Option<String>,
    days_soon: Option<u32>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WrittenDocuments {
    layout: Option<String>,
    duty_statement: Option<String>,
}

impl Written {
    /// Sets the defaults; beside the settings what is wrong with single levels.
    pub(super) fn settle(self, rules: &[&'static Rule]) -> (Settings, Vec<Fault>) {
        let defaults = Settings::default();
        // What is no day `walk` has refused.
        let earlier = |written: WrittenEarlier| {
            Some(EarlierName {
                until: day(&written.until)?,
                name: written.name,
                local_policing_body: written.local_policing_body,
                short: written.short,
                chief_officer: written.chief_officer,
                force: written.force,
            })
        };
        let mut earlier: Vec<EarlierName> = self.office.earlier.into_iter().filter_map(earlier).collect();
        earlier.sort_by_key(|name| name.until);
        let (levels, faults) = levels::settle(&self.checks, rules);
        let settings = Settings {
            office: Office {
                name: self.office.name,
                local_policing_body: self
                    .office
                    .local_policing_body
                    .unwrap_or(defaults.office.local_policing_body),
                short: self.office.short,
                chief_officer: self.office.chief_officer.unwrap_or(defaults.office.chief_officer),
                force: self.office.force,
                earlier,
            },
            duty_label: self
                .duty
                .label
                .filter(|label| !label.trim().is_empty())
                .unwrap_or(defaults.duty_label),
            days_soon: self.duty.days_soon.unwrap_or(defaults.days_soon),
            documents: Documents {
                layout: self.documents.layout.unwrap_or(defaults.documents.layout),
                duty_statement: self.documents.duty_statement,
            },
            levels,
        };
        (settings, faults)
    }
}
