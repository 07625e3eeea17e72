//! track.toml as it is written, before it is settled.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::fault::Fault;
use super::levels::{self, WrittenLevels};
use super::{Documents, EarlierName, Office, Settings};
use crate::diagnostic::Rule;
use crate::text::Span;

/// The most days before the last day at which "due soon" may begin: the whole period.
const MOST_DAYS_SOON: i64 = 56;

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
    until: Spanned<Datetime>,
    name: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WrittenDuty {
    label: Option<String>,
    days_soon: Option<Spanned<i64>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WrittenDocuments {
    layout: Option<String>,
    duty_statement: Option<String>,
}

impl Written {
    /// Checks the values and sets the defaults, beside what is wrong with single levels; the first fault of all else
    /// otherwise.
    pub(super) fn settle(self, rules: &[&'static Rule]) -> Result<(Settings, Vec<Fault>), Fault> {
        let defaults = Settings::default();
        let days_soon = match self.duty.days_soon {
            None => defaults.days_soon,
            Some(written) => days_soon(&written)?,
        };
        let mut earlier = Vec::new();
        for name in self.office.earlier {
            earlier.push(EarlierName { until: day(&name.until)?, name: name.name });
        }
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
            days_soon,
            documents: Documents {
                layout: self.documents.layout.unwrap_or(defaults.documents.layout),
                duty_statement: self.documents.duty_statement,
            },
            levels,
        };
        Ok((settings, faults))
    }
}

fn days_soon(written: &Spanned<i64>) -> Result<u32, Fault> {
    let number = *written.get_ref();
    u32::try_from(number).ok().filter(|_| number <= MOST_DAYS_SOON).ok_or_else(|| {
        let message =
            format!("`days_soon` cannot be {number}: a number from 0 to {MOST_DAYS_SOON} belongs here");
        Fault::new(Span::from(written.span()), message)
    })
}

fn day(written: &Spanned<Datetime>) -> Result<NaiveDate, Fault> {
    let datetime = written.get_ref();
    let date = datetime.date.filter(|_| datetime.time.is_none() && datetime.offset.is_none());
    date.and_then(|date| {
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
    })
    .ok_or_else(|| Fault::new(Span::from(written.span()), "`until` must be a day: 2012-11-21"))
}
