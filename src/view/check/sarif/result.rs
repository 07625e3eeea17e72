//! Findings as results.

use serde::{Serialize, Serializer};

use super::super::CheckReport;
use super::super::fingerprint::fingerprints;
use super::log::{
    ArtifactChange, ArtifactLocation, Content, Location, PartialFingerprints, PhysicalLocation, Replacement,
    SarifFix, SarifResult,
};
use super::{message, uri};
use crate::diagnostic::{Finding, Fix};
use crate::text::{Place, Region, visible};

/// The findings of a report, made one by one while they are written, so that few are held at once.
pub(super) struct Results<'s>(pub &'s CheckReport<'s>);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let marks = fingerprints(self.0);
        let results = self.0.findings.iter().zip(marks);
        serializer.collect_seq(results.map(|(finding, mark)| self.result(finding, mark)))
    }
}

impl<'s> Results<'s> {
    fn result(&self, finding: &'s Finding, mark: String) -> SarifResult<'s> {
        let related = finding.related.iter().enumerate().map(|(index, related)| Location {
            id: Some(index + 1),
            physical_location: self.physical(&related.place.path, related.place.region),
            message: Some(message::plain(&visible(&related.message))),
        });
        SarifResult {
            rule_id: finding.rule.code,
            rule_index: self.0.rules.iter().position(|rule| *rule == finding.rule),
            level: finding.severity.as_str(),
            message: message::plain(&said(finding)),
            locations: [self.location(&finding.place)],
            related_locations: related.collect(),
            partial_fingerprints: PartialFingerprints { track: mark },
            fixes: finding.fix.as_ref().and_then(|fix| self.fix(finding, fix)).map(|fix| [fix]),
        }
    }

    fn location(&self, place: &Place) -> Location {
        Location { id: None, physical_location: self.physical(&place.path, place.region), message: None }
    }

    fn physical(&self, path: &str, region: Region) -> PhysicalLocation {
        PhysicalLocation { artifact_location: self.artifact(path), region: region.into() }
    }

    fn artifact(&self, path: &str) -> ArtifactLocation {
        ArtifactLocation { uri: uri(&self.0.in_git(path)), uri_base_id: "%SRCROOT%" }
    }

    /// What would mend it; `None` where it was not told where its changes stand.
    fn fix(&self, finding: &Finding, fix: &'s Fix) -> Option<SarifFix<'s>> {
        if fix.edits.is_empty() || fix.edits.len() != fix.regions.len() {
            return None;
        }
        let what = visible(&fix.what);
        let what = if fix.safe { what.into_owned() } else { format!("a guess: {what}") };
        let replacements = fix.edits.iter().zip(&fix.regions).map(|(edit, region)| Replacement {
            deleted_region: (*region).into(),
            inserted_content: (!edit.with.is_empty()).then_some(Content { text: &edit.with }),
        });
        Some(SarifFix {
            description: message::plain(&what),
            artifact_changes: [ArtifactChange {
                artifact_location: self.artifact(&finding.place.path),
                replacements: replacements.collect(),
            }],
        })
    }
}

/// The message, and what to do on a line of its own.
fn said(finding: &Finding) -> String {
    let mut said = visible(&finding.message).into_owned();
    if let Some(help) = &finding.help {
        said.push_str(&format!("\nhelp: {}", visible(help)));
    }
    said
}
