//! The objects of SARIF that are written, with the names of the standard.

use serde::Serialize;

use super::result::Results;
use crate::text::Region;

#[derive(Serialize)]
pub(super) struct Log<'s> {
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    pub version: &'static str,
    pub runs: [Run<'s>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run<'s> {
    pub tool: Tool<'s>,
    pub automation_details: AutomationDetails,
    pub invocations: [Invocation; 1],
    pub original_uri_base_ids: BaseIds,
    pub column_kind: &'static str,
    pub default_encoding: &'static str,
    pub language: &'static str,
    pub results: Results<'s>,
}

#[derive(Serialize)]
pub(super) struct Tool<'s> {
    pub driver: Driver<'s>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Driver<'s> {
    pub name: &'static str,
    pub semantic_version: &'s str,
    pub rules: Vec<Descriptor>,
}

#[derive(Serialize)]
pub(super) struct AutomationDetails {
    pub id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    pub execution_successful: bool,
}

#[derive(Serialize)]
pub(super) struct BaseIds {
    #[serde(rename = "%SRCROOT%")]
    pub top: Described,
}

#[derive(Serialize)]
pub(super) struct Described {
    pub description: Message,
}

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    pub id: &'static str,
    pub name: &'static str,
    pub short_description: Message,
    pub full_description: Message,
    pub help: Message,
    pub default_configuration: Configuration,
    pub properties: RuleProperties,
}

#[derive(Serialize)]
pub(super) struct Configuration {
    pub enabled: bool,
    pub level: &'static str,
}

#[derive(Serialize)]
pub(super) struct RuleProperties {
    /// Code scanning on GitHub sorts by it.
    #[serde(rename = "problem.severity")]
    pub severity: &'static str,
    /// Whether an office may say otherwise: "always", "unless-turned-off", "where-turned-on".
    pub when: &'static str,
}

#[derive(Serialize)]
pub(super) struct Message {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub markdown: Option<String>,
}

/// A finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifResult<'s> {
    pub rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule_index: Option<usize>,
    pub level: &'static str,
    pub message: Message,
    pub locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_locations: Vec<Location>,
    pub partial_fingerprints: PartialFingerprints,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixes: Option<[SarifFix<'s>; 1]>,
}

#[derive(Serialize)]
pub(super) struct PartialFingerprints {
    #[serde(rename = "track/v1")]
    pub track: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names of the standard")]
pub(super) struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<usize>,
    pub physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PhysicalLocation {
    pub artifact_location: ArtifactLocation,
    pub region: SarifRegion,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactLocation {
    pub uri: String,
    pub uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifRegion {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl From<Region> for SarifRegion {
    fn from(region: Region) -> Self {
        Self {
            start_line: region.line,
            start_column: region.column,
            end_line: region.end_line,
            end_column: region.end_column,
        }
    }
}

/// What would mend a finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifFix<'s> {
    pub description: Message,
    pub artifact_changes: [ArtifactChange<'s>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactChange<'s> {
    pub artifact_location: ArtifactLocation,
    pub replacements: Vec<Replacement<'s>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Replacement<'s> {
    pub deleted_region: SarifRegion,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inserted_content: Option<Content<'s>>,
}

#[derive(Serialize)]
pub(super) struct Content<'s> {
    pub text: &'s str,
}
