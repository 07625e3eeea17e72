//! What a record allows: findings that its comments take out, and comments that allow nothing.

use std::collections::HashMap;

use super::rules::unused_allowance;
use super::{Facts, find_rule};
use crate::config::Levels;
use crate::diagnostic::{Finding, Rule, When};
use crate::schema::{Reading, Said};
use crate::text::{Place, Span};

/// A rule that a record allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedRule {
    /// The rule.
    pub rule: &'static Rule,
    /// Where in the record it is allowed.
    pub scope: Span,
    /// The comment that says so.
    pub place: Place,
    /// The reason.
    pub because: String,
}

/// A finding that its record allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The finding.
    pub finding: Finding,
    /// The reason that the record gives.
    pub because: String,
}

/// Findings, and those among them that their records allow.
#[derive(Debug, Default)]
pub struct Judged {
    /// What is to be reported.
    pub findings: Vec<Finding>,
    /// What is not, and why.
    pub allowed: Vec<Allowed>,
}

/// The rules that a record allows, as far as its comments are well written.
pub(super) fn allowed_rules(reading: &Reading<'_>) -> Vec<AllowedRule> {
    let mut allowed = Vec::new();
    for comment in reading.allowances() {
        let Said::Allow { rules, because } = comment.said else { continue };
        for rule in rules.into_iter().filter_map(find_rule).filter(|rule| rule.when != When::Always) {
            let place = reading.place_of(comment.span);
            allowed.push(AllowedRule { rule, scope: comment.scope, place, because: because.to_owned() });
        }
    }
    allowed
}

/// Takes out what the records allow. Where a record was checked whole, it is told which of its comments allow nothing.
pub fn judge(
    findings: Vec<Finding>,
    facts: &[Facts],
    levels: &Levels,
    is_whole: &dyn Fn(&str) -> bool,
) -> Judged {
    let allowing = facts.iter().filter(|fact| !fact.allowed.is_empty());
    let mut comments: HashMap<&str, Vec<(&AllowedRule, bool)>> = allowing
        .map(|fact| (fact.path.as_str(), fact.allowed.iter().map(|allowed| (allowed, false)).collect()))
        .collect();
    if comments.is_empty() {
        return Judged { findings, allowed: Vec::new() };
    }
    let mut judged = Judged::default();
    for finding in findings {
        let here = comments.get_mut(finding.place.path.as_str());
        match here.and_then(|here| here.iter_mut().find(|(allowed, _)| allowed.fits(&finding))) {
            Some((allowed, is_used)) => {
                *is_used = true;
                judged.allowed.push(Allowed { finding, because: allowed.because.clone() });
            }
            None => judged.findings.push(finding),
        }
    }
    let Some(severity) = levels.of(&unused_allowance::RULE) else { return judged };
    for fact in facts.iter().filter(|fact| fact.is_sound && is_whole(&fact.path)) {
        for (allowed, is_used) in comments.get(fact.path.as_str()).into_iter().flatten() {
            if !is_used && levels.of(allowed.rule).is_some() {
                judged.findings.push(unused_allowance::finding(allowed).severity(severity));
            }
        }
    }
    judged
}

impl AllowedRule {
    fn fits(&self, finding: &Finding) -> bool {
        let place = &finding.place;
        finding.rule == self.rule && self.scope.holds(Span::new(place.byte_start, place.byte_end))
    }
}
