//! Numbers by which code hosts know a finding again in the next run.

use std::collections::HashMap;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use super::CheckReport;
use crate::diagnostic::Finding;

/// A fingerprint of each finding, in their order: 32 digits, no two the same in one report.
///
/// It is made of the rule, the file and the line that the finding points at, wherever that stands by now: never of line
/// numbers, nor of the message, which may count the days. Of equal ones the first, the second and so on are told apart.
pub(super) fn fingerprints(report: &CheckReport<'_>) -> Vec<String> {
    let mut seen: HashMap<u128, u32> = HashMap::new();
    let mut of = |finding: &Finding| {
        let same = hash(finding, &report.in_git(&finding.place.path), 0);
        let before = seen.entry(same).or_default();
        let own = hash(finding, &report.in_git(&finding.place.path), *before);
        *before += 1;
        format!("{own:032x}")
    };
    report.findings.iter().map(&mut of).collect()
}

fn hash(finding: &Finding, path: &str, before: u32) -> u128 {
    let mut hasher = SipHasher13::new();
    for part in [finding.rule.code, path, finding.place.excerpt.text.trim()] {
        hasher.write(part.as_bytes());
        hasher.write(&[0xff]); // no byte of a text
    }
    hasher.write(&before.to_le_bytes());
    hasher.finish128().as_u128()
}
