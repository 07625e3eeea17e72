//! A report for GitLab, which shows findings beside the lines of a merge request: Code Quality, of Code Climate's form.

use serde::{Serialize, Serializer};

use super::fingerprint::fingerprints;
use super::said::{beside, by_severity, last_line};
use super::{CheckFormat, CheckReport};
use crate::diagnostic::Finding;
use crate::text::{Place, visible};
use crate::view::json::pretty;

/// `gitlab`: Code Quality.
pub(super) static FORMAT: CheckFormat = CheckFormat {
    name: "gitlab",
    says: "a Code Quality report, which GitLab shows on a merge request",
    is_for_people: false,
    write: |report| pretty(&Issues(report)),
    job_summary: None,
};

/// Made one by one while they are written, so that few are held at once.
struct Issues<'r>(&'r CheckReport<'r>);

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_locations: Vec<Location>,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: LineRange,
}

#[derive(Serialize)]
struct LineRange {
    begin: usize,
    end: usize,
}

impl Serialize for Issues<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let marks = fingerprints(self.0);
        serializer
            .collect_seq(self.0.findings.iter().zip(marks).map(|(finding, mark)| self.issue(finding, mark)))
    }
}

impl Issues<'_> {
    fn issue(&self, finding: &Finding, fingerprint: String) -> Issue {
        // GitLab shows the description alone.
        let mut said = vec![format!("{}: {}", finding.rule.code, visible(&finding.message))];
        said.extend(beside(finding, self.0));
        Issue {
            description: said.join("; "),
            check_name: finding.rule.name,
            fingerprint,
            severity: by_severity(finding.severity, "major", "minor"),
            location: self.location(&finding.place),
            other_locations: finding.related.iter().map(|related| self.location(&related.place)).collect(),
        }
    }

    fn location(&self, place: &Place) -> Location {
        let path = visible(&self.0.in_git(&place.path)).into_owned();
        Location { path, lines: LineRange { begin: place.line, end: last_line(place) } }
    }
}
