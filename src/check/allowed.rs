//! What a record allows: findings that its comments take out, and comments that allow nothing.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::allowing::Allowing;
use super::rules::unused_allowance;
use super::{CHECKS, Facts, Run, find_rule};
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
        let named = rules.into_iter().filter_map(find_rule).filter(|rule| rule.when != When::Always);
        let rules: BTreeMap<&str, &'static Rule> = named.map(|rule| (rule.code, rule)).collect(); // each once
        let place = reading.place_of(comment.span);
        allowed.extend(rules.into_values().map(|rule| AllowedRule {
            rule,
            scope: comment.scope,
            place: place.clone(),
            because: because.to_owned(),
        }));
    }
    allowed
}

/// Takes out what the records allow. Where a record was checked whole, it is told which of its comments allow nothing; of
/// rules across records only where `all_read` says that every file was read, for another may show what breaks them.
pub fn judge(
    findings: Vec<Finding>,
    facts: &[Facts],
    levels: &Levels,
    is_whole: &dyn Fn(&str) -> bool,
    all_read: bool,
) -> Judged {
    let mut comments = comments(facts);
    if comments.is_empty() {
        return Judged { findings, allowed: Vec::new() };
    }
    let mut judged = Judged::default();
    for finding in findings {
        let place = &finding.place;
        let here = comments.get_mut(place.path.as_str()).and_then(|here| here.get_mut(finding.rule.code));
        match here.and_then(|here| here.allow(Span::new(place.byte_start, place.byte_end))) {
            Some(allowed) => judged.allowed.push(Allowed { finding, because: allowed.because.clone() }),
            None => judged.findings.push(finding),
        }
    }
    let Some(severity) = levels.of(&unused_allowance::RULE) else { return judged };
    let all_read = all_read && facts.iter().all(|fact| fact.is_sound && !fact.is_left_out);
    let sound: HashSet<&str> =
        facts.iter().filter(|fact| fact.is_sound).map(|fact| fact.path.as_str()).collect();
    let whole = comments.iter().filter(|(path, _)| sound.contains(*path) && is_whole(path));
    let unused = whole.flat_map(|(_, comments)| comments.values()).flat_map(Allowing::unused);
    let told = unused
        .filter(|allowed| levels.of(allowed.rule).is_some() && (all_read || !looks_at_others(allowed.rule)));
    judged.findings.extend(told.map(|allowed| unused_allowance::finding(allowed).severity(severity)));
    judged
}

/// The comments that allow something, by the paths of their records and the codes of the rules.
fn comments<'f>(facts: &'f [Facts]) -> HashMap<&'f str, BTreeMap<&'static str, Allowing<'f>>> {
    let allowing = facts.iter().filter(|fact| !fact.allowed.is_empty());
    let by_rule = |fact: &'f Facts| {
        let mut comments: BTreeMap<&'static str, Vec<&AllowedRule>> = BTreeMap::new();
        for allowed in &fact.allowed {
            comments.entry(allowed.rule.code).or_default().push(allowed);
        }
        comments.into_iter().map(|(code, comments)| (code, Allowing::of(&comments))).collect()
    };
    allowing.map(|fact| (fact.path.as_str(), by_rule(fact))).collect()
}

/// Whether other records are asked too whether this rule is broken.
fn looks_at_others(rule: &Rule) -> bool {
    let check = CHECKS.iter().find(|check| check.rule == rule);
    check.is_some_and(|check| matches!(check.run, Run::Records(_) | Run::Both(..)))
}
