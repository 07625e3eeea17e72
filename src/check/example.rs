//! Examines the files of a rule's example, as `check` would examine them on disk.

use chrono::NaiveDate;

use super::{Facts, Judged, check_record, check_records, judge, settings_of};
use crate::config::Settings;
use crate::diagnostic::{File, Finding, Rule, sort_findings};
use crate::schema::read;
use crate::text::Place;

/// What was found in files that are held in memory.
pub struct Examined {
    /// The findings, by file and place.
    pub findings: Vec<Finding>,
}

/// Checks files held in memory: `track.toml` and records, by their paths from the root. A rule that is off by itself is
/// looked for where it is named.
pub fn examine(files: &[File], today: NaiveDate, asked: Option<&'static Rule>) -> Examined {
    let mut settings = Settings::default();
    let mut findings = Vec::new();
    let mut facts = Vec::new();
    if let Some((path, text)) = files.iter().find(|(path, _)| *path == "track.toml") {
        let (read, faults) = settings_of(path, text.as_bytes());
        settings = read;
        findings.extend(faults);
    }
    if let Some(rule) = asked {
        settings.levels = settings.levels.with(rule);
    }
    for (path, text) in files.iter().filter(|(path, _)| *path != "track.toml") {
        let id = id_of(path);
        read(path, text.as_bytes(), |reading| {
            findings.extend(check_record(id, reading, today, &settings));
            facts.push(Facts::of(id, reading));
        });
    }
    let mut place = |path: &str, steps: &crate::schema::Steps| {
        let text = files.iter().find(|(other, _)| *other == path).map_or("", |(_, text)| text);
        if text.is_empty() {
            Place::of_file(path)
        } else {
            read(path, text.as_bytes(), |reading| reading.place(steps))
        }
    };
    for remote in check_records(&facts, today, &settings) {
        findings.push(remote.locate(&facts, &mut place));
    }
    let Judged { mut findings, .. } = judge(findings, &facts, &settings.levels, &|_| true, true);
    sort_findings(&mut findings);
    Examined { findings }
}

fn id_of(path: &str) -> &str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.strip_suffix(".toml").unwrap_or(name)
}
